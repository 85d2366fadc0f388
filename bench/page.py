"""The table of docs/benchmarks.md: which figures stand in which row, and whether they meet the goal."""

import dataclasses
import json
import os
import platform
import subprocess

from measuring import WORK

UNITS = {"wall_ratio": "{:.1f} x wall", "cpu_ratio": "{:.1f} x CPU", "pss_ratio": "{:.2f} x", "unlocked_pss_ratio": "{:.2f} x",
         "command_cpu_ratio": "{:.1f} x CPU", "wall": "{}", "cpu": "{} CPU", "command_cpu": "{} CPU", "until_figures": "{}",
         "peak_mb": "{:.0f} MB", "pss_mb": "{:.0f} MB", "unlocked_pss_mb": "{:.0f} MB", "frames": "{:.0f} frames", "cpu_percent": "{:.4f} % CPU",
         "visits_a_second": "{:,.0f} visits a second"}
MILLISECONDS = "{:.3g} ms"
TIMES = ("wall", "cpu")
SECONDS = (*TIMES, "command_cpu", "until_figures")
PSYCH_VERSION = 'cat(format(packageVersion("psych")))'


@dataclasses.dataclass(frozen=True)
class Row:
    """One goal: `group` and `key` say where its figures are kept, `limits` which of them count."""

    work: str
    rival: str
    goal: str
    group: str
    key: str
    limits: dict  # figure: the most, or the least, that meets the goal; None: shown, but no goal
    is_least: bool = False  # ratios are then how many times faster
    ours: tuple = ()
    rivals: tuple = ()  # the same of the rival, named rival_...

    def measured(self, found):
        """The figures that count, as far as they were measured."""
        return {name: 1 / found[name] if self.is_least and name.endswith("_ratio") else found[name]
                for name in self.limits if name in found}

    def verdict(self, measured):
        """Empty where there is no goal, or something that it speaks of was not measured."""
        goals = {name: limit for name, limit in self.limits.items() if limit is not None}
        if not goals or not all(name in measured for name in goals):
            return ""
        is_met = all(measured[name] >= limit if self.is_least else measured[name] <= limit for name, limit in goals.items())
        return "yes" if is_met else "**no**"

    def line(self, kept):
        found = kept.get(self.group, {}).get(self.key, {})
        measured = self.measured(found)
        cells = [self.work, self.rival, self.goal, text(measured) or "not measured", self.verdict(measured),
                 text({name: found[name] for name in self.ours if name in found}),
                 text({name: found[f"rival_{name}"] for name in self.rivals if f"rival_{name}" in found})]
        return "| " + " | ".join(cells) + " |"


def text(figures):
    return ", ".join(UNITS.get(name, MILLISECONDS).format(time_text(value) if name in SECONDS else value) for name, value in figures.items())


def time_text(seconds):
    return f"{seconds:.2f} s" if seconds >= 0.1 else f"{1000 * seconds:.2g} ms"


def slower(work, rival, goal, group, key, limits, times=TIMES):
    return Row(work, rival, goal, group, key, limits, False, times, times)


def faster(work, rival, goal, group, key, limits, times=TIMES):
    return Row(work, rival, goal, group, key, limits, True, times, times)


ROWS = [
    slower("1,000,000 records (1.3 GB, 1,000 files), 2 threads", "`cat`", "at most 3 x wall", "million", "cat", {"wall_ratio": 3, "cpu_ratio": None}),
    faster("the same", "Python `json`", "25 x faster", "rivals", "python", {"wall_ratio": 25, "cpu_ratio": 25}),
    faster("the same", "Node `JSON.parse`", "12 x faster", "rivals", "node", {"wall_ratio": 12, "cpu_ratio": 12}),
    faster("the same", "DuckDB, 2 threads", "8 x faster", "rivals", "duckdb", {"wall_ratio": 8, "cpu_ratio": 8}),
    Row("the same: peak memory", "-", "at most 64 MB", "memory", "1000000", {"peak_mb": 64}),
    Row("100,000 records in 100 files: peak memory", "-", "the same (flat)", "memory", "100000", {"peak_mb": 64}),
    slower("100,000 records in 10,000 files, 2 threads", "openat, read, close", "at most 2 x wall", "files", "read",
           {"wall_ratio": 2, "cpu_ratio": None}),
    slower("the same by site, work group and period alone", "openat, read, close", "at most 2 x wall", "files", "read_domains",
           {"wall_ratio": 2, "cpu_ratio": None}),
    slower("check a bank of 5,000 items in two languages", "libyaml's event walk", "at most 4 x CPU", "bank", "5000", {"cpu_ratio": 4}, ("cpu",)),
    Row("the same: peak memory", "-", "at most 40 MB", "bank", "5000", {"peak_mb": 40}),
    slower("500 items", "libyaml's event walk", "-", "bank", "500", {"cpu_ratio": None}, ("cpu",)),
    slower("50 items", "libyaml's event walk", "-", "bank", "50", {"cpu_ratio": None}, ("cpu",)),
    slower("save a result", "write and sync the same bytes twice", "at most 1.5 x wall", "save", "bare", {"wall_ratio": 1.5}, ("wall",)),
    faster("alpha and item statistics, 100,000 people by 60 items, scores in memory", "R `psych::alpha`", "50 x faster", "items", "100000",
           {"cpu_ratio": 50}, ("cpu",)),
    Row("the same, with reading and printing: `skills items --matrix`", "R `psych::alpha`", "-", "items", "100000", {"command_cpu_ratio": None},
        True, ("command_cpu",), ("cpu",)),
    faster("10,000 people, scores in memory", "R `psych::alpha`", "-", "items", "10000", {"cpu_ratio": None}, ("cpu",)),
    faster("1,000 people, scores in memory", "R `psych::alpha`", "-", "items", "1000", {"cpu_ratio": None}, ("cpu",)),
    Row("simulate 100,000 visits, 30 items, one core, CPU time", "-", "50,000 visits a second", "simulate", "thirty_items", {"visits_a_second": 50_000},
        True),
    faster("kiosk: start to its first frame, shipped bank, Xvfb and llvmpipe", "Chromium with the same page", "faster; 4 x less CPU", "start",
           "chromium", {"wall_ratio": 1, "cpu_ratio": 4}),
    Row("the same: memory (PSS)", "Chromium", "a fifth at most", "start", "chromium", {"pss_ratio": 0.2}, False, ("pss_mb",), ("pss_mb",)),
    Row("the same, where no memory may be locked", "Chromium", "a fifth at most", "start", "chromium", {"unlocked_pss_ratio": 0.2}, False,
        ("unlocked_pss_mb",), ("pss_mb",)),
    Row("kiosk: 60 s left alone on attract", "-", "no frame; 0.05 % of a core", "idle", "attract", {"frames": 0, "cpu_percent": 0.05}),
    Row("kiosk: 60 s left alone on question", "-", "no frame; 0.05 % of a core", "idle", "question", {"frames": 0, "cpu_percent": 0.05}),
    Row("kiosk: building one frame, 1920 x 1080: question; slowest page", "-", "at most 1 ms", "drawing", "pages",
        {"question.median_ms": 1, "slowest_median_ms": 1}),
    Row("kiosk: a key on a question to its frame, 1920 x 1080, Xvfb and llvmpipe", "-", "at most 16.7 ms", "input", "question",
        {"key_to_frame_ms": 16.7}),
    Row("dashboard: one frame, 1,000,000 records, 1280 x 800, llvmpipe: needs; levels; questions", "-", "at most 16.7 ms", "trainer", "1000000",
        {"needs_frame_ms": 16.7, "levels_frame_ms": 16.7, "questions_frame_ms": 16.7}),
    Row("the same: CPU time, on all cores", "-", "-", "trainer", "1000000",
        {"needs_frame_cpu_ms": None, "levels_frame_cpu_ms": None, "questions_frame_cpu_ms": None}),
    Row("the same: start until figures stand; peak memory", "-", "-", "trainer", "1000000", {"until_figures": None, "peak_mb": None}),
]


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        return next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), platform.machine())


def version(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")[0].strip()
    except (OSError, subprocess.CalledProcessError):
        return "not installed"


def duckdb_version():
    package = WORK / "node_modules" / "@duckdb" / "node-api" / "package.json"
    return json.loads(package.read_text())["version"] if package.exists() else "not installed"


def page(kept):
    """The table of what is kept, and where and with what it was measured."""
    loads = [row["load"] for group in kept.values() for row in group.values() if "load" in row]
    return "\n".join([
        "| work | rival | goal | measured | met | ours | rival's |", "|---|---|---|---|---|---|---|", *(row.line(kept) for row in ROWS), "",
        f"Machine: {os.cpu_count()} cores, {processor()}, {platform.system()} {platform.release()}, {version('stat', '-f', '-c', '%T', WORK)}; "
        f"load while measuring {min(loads, default=0):.0f} to {max(loads, default=0):.0f}.",
        f"Versions: {version('g++', '--version')}; Python {platform.python_version()}; Node {version('node', '--version')}; "
        f"DuckDB {duckdb_version()}; {version('cat', '--version')}; R {version('Rscript', '-e', 'cat(format(getRversion()))')}; "
        f"psych {version('Rscript', '-e', PSYCH_VERSION)}; libyaml {version('pkg-config', '--modversion', 'yaml-0.1')}."])
