"""What the measurements share: where things lie, one run of a program, work and rival in turns, and lines of figures."""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "bench"
BIN = ROOT / "build" / "release" / "bin"
SKILLS = BIN / "skills"
PAIRS = 5


def run(command):
    """(wall seconds, CPU seconds, peak MB) of one run."""
    start = time.perf_counter()
    with open(os.devnull, "w", encoding="utf-8") as nothing:
        process = subprocess.Popen([str(part) for part in command], stdout=nothing, stderr=nothing)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{process.returncode}: {command}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def versus(ours, rival):
    """Medians of both, of the ratios of wall and CPU time (ours / rival), and our highest peak; ours alone where rival is None."""
    run(ours)
    if rival:
        run(rival)
    mine, others = [], []
    for _ in range(PAIRS):
        if rival:
            others.append(run(rival))
        mine.append(run(ours))
    found = {"wall": statistics.median(a[0] for a in mine), "cpu": statistics.median(a[1] for a in mine),
             "peak_mb": max(a[2] for a in mine), "load": os.getloadavg()[0]}
    for index, name in enumerate(("wall", "cpu") if rival else ()):
        found[f"rival_{name}"] = statistics.median(b[index] for b in others)
        found[f"{name}_ratio"] = statistics.median(a[index] / max(b[index], 1e-4) for a, b in zip(mine, others))
    return found


def folder(records, files):
    """Results made up by chance, kept in build/bench."""
    place = WORK / f"{records}_in_{files}"
    if not place.is_dir():
        print(f"making {place}", file=sys.stderr)
        partial = place.with_suffix(".partial")
        shutil.rmtree(partial, ignore_errors=True)
        subprocess.run([sys.executable, ROOT / "bench" / "make_results.py", partial, str(records), str(files)], check=True)
        partial.rename(place)
    return place


def compiled(name, *libraries):
    """The rival of that name; None where its library is not installed."""
    program = WORK / name
    if not program.exists():
        WORK.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(["cc", "-O2", "-o", program, ROOT / "bench" / "rivals" / f"{name}.c", *libraries], check=False)
        return program if done.returncode == 0 else None
    return program


def print_figures(figures):
    for name, value in ({"load": os.getloadavg()[0]} | figures).items():
        print(f"{name} {value:.6g}")


def read_figures(*command):
    """What a program of ours prints as lines "name value"."""
    done = subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True)
    return {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}
