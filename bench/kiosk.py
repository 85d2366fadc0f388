"""What the kiosk costs to start and to leave alone, in a virtual display: kiosk.py start|idle|input PROGRAM. Prints JSON.

start: from exec to the first presented frame, in turns with Chromium showing the same page (bench/rivals/first_page.html):
wall and CPU seconds, and PSS in MB of all processes then. idle: frames drawn and CPU over 60 s, on attract and on a question.
input: from a key on a question to the frame presented for it, at 1920x1080.
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "walks"))

from closing import Shown  # pylint: disable=wrong-import-position
from kiosk import CORE_BANK, Display, Kiosk  # pylint: disable=wrong-import-position

PAIRS = 7
IDLE_SECONDS = 60
KEYS = 100
PAGE = ROOT / "bench" / "rivals" / "first_page.html"


def processes_of(session):
    """Ids of all processes of the session."""
    found = []
    for entry in os.listdir("/proc"):
        try:
            fields = pathlib.Path(f"/proc/{entry}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except (OSError, ValueError):
            continue
        if entry.isdigit() and int(fields[3]) == session:
            found.append((int(entry), fields))
    return found


def usage_of(session):
    """(CPU seconds so far, PSS in MB) of a session, children that have ended included."""
    ticks, kilobytes = 0, 0
    for process, fields in processes_of(session):
        ticks += sum(int(field) for field in fields[11:15])
        try:
            rollup = pathlib.Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
        except OSError:
            continue
        kilobytes += next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return ticks / os.sysconf("SC_CLK_TCK"), kilobytes / 1024


def end(process):
    for one, _ in processes_of(process.pid):
        try:
            os.kill(one, 15)
        except ProcessLookupError:
            pass
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    deadline = time.monotonic() + 10
    while processes_of(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)


UNLOCKED = ["setpriv", "--bounding-set=-ipc_lock", "prlimit", "--memlock=0"]  # util-linux: as a user who may lock no memory


def start_kiosk(program, environment, *wrapper):
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        process = subprocess.Popen([*wrapper, program, "--automation", "--data", folder, "--window", "1280x800", "--bank",
                                    ROOT / "question_banks" / "nhs-staff-core.yaml"], env=environment, stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, start_new_session=True)
        process.stdin.write(b'{"do":"frames"}\n')
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["frames"] > 0
        found = (time.perf_counter() - began, *usage_of(process.pid))
        end(process)
    return found


def start_chromium(profile, environment):
    began = time.perf_counter()
    process = subprocess.Popen(["chromium", "--kiosk", "--no-first-run", "--no-sandbox", "--disable-gpu", "--disable-extensions",
                                "--disable-background-networking", "--disable-sync", "--window-size=1280,800",
                                f"--user-data-dir={profile}", f"file://{PAGE}"], env=environment, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    while not subprocess.run(["xdotool", "search", "--name", "^shown"], env=environment, capture_output=True, check=False).stdout:
        assert time.perf_counter() - began < 120, "Chromium shows nothing"
        time.sleep(0.02)
    found = (time.perf_counter() - began, *usage_of(process.pid))
    end(process)
    return found


def measure_start(program, display):
    environment = dict(os.environ, DISPLAY=display.name, LIBGL_ALWAYS_SOFTWARE="1")
    has_rival = shutil.which("chromium") is not None and shutil.which("xdotool") is not None
    ours, rivals = [], []
    unlocked = start_kiosk(program, environment, *UNLOCKED)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        start_kiosk(program, environment)  # everything has been read once
        if has_rival:
            start_chromium(profile, environment)
        for _ in range(PAIRS):
            if has_rival:
                rivals.append(start_chromium(profile, environment))
            ours.append(start_kiosk(program, environment))

    def middle(figures, index):
        return statistics.median(figure[index] for figure in figures)

    found = {"wall": middle(ours, 0), "cpu": middle(ours, 1), "pss_mb": middle(ours, 2), "unlocked_pss_mb": unlocked[2],
             "load": os.getloadavg()[0]}
    if has_rival:
        found |= {"rival_wall": middle(rivals, 0), "rival_cpu": middle(rivals, 1), "rival_pss_mb": middle(rivals, 2)}
        for index, what in enumerate(("wall", "cpu", "pss")):
            found[f"{what}_ratio"] = statistics.median(a[index] / b[index] for a, b in zip(ours, rivals))
        found["unlocked_pss_ratio"] = unlocked[2] / found["rival_pss_mb"]
    return found


def cpu_seconds(process):
    """Of all its threads, from the scheduler, in nanoseconds' resolution."""
    return sum(int(task.read_text(encoding="utf-8").split()[0]) for task in pathlib.Path(f"/proc/{process}/task").glob("*/schedstat")) / 1e9


def keys_to_question(kiosk):
    """Which keys lead from attract to the first question, as `kiosk` answers them."""
    keys = []
    for target in ("attract.start.en", "comfort.next", "privacy.next", "role.option.", "role.next"):
        name = kiosk.ids(target)[0]
        while kiosk.focused() != name:
            kiosk.key("Tab")
            keys.append("Tab")
        kiosk.key("Enter")
        keys.append("Return")
    assert kiosk.screen() == "question"
    return keys


def measure_idle(program, display):
    """Frames are counted by --automation, which looks at its input fifty times a second; CPU is measured without it."""
    found = {"attract": {}, "question": {}}
    with Kiosk(program, display, "--window", "1280x800") as kiosk:
        keys, prompt = [], ""
        for page, figures in found.items():
            if page == "question":
                keys = keys_to_question(kiosk)
                prompt = kiosk.item("question.prompt")["name"]
            frames = kiosk.frames()
            time.sleep(IDLE_SECONDS)
            figures["frames"] = kiosk.frames() - frames
    with tempfile.TemporaryDirectory() as folder:
        with Shown(program, display, "--data", folder, "--window", "1280x800", "--bank", CORE_BANK) as kiosk:
            window = kiosk.window()
            for page, figures in found.items():
                time.sleep(5)  # what is left to do after the first frame
                if page == "question":
                    kiosk.xdotool("key", "--delay", 400, *keys)
                    time.sleep(5)
                    assert kiosk.title(window).startswith(prompt), "a key was lost: the machine is too busy"
                cpu = cpu_seconds(kiosk.process.pid)
                time.sleep(IDLE_SECONDS)
                figures["cpu_percent"] = 100 * (cpu_seconds(kiosk.process.pid) - cpu) / IDLE_SECONDS
                figures["load"] = os.getloadavg()[0]
    return found


def measure_input(program, display):
    """The focus moves with each key; the kiosk answers once all frames that it wants are presented."""
    with Kiosk(program, display, "--window", "1920x1080") as kiosk:
        keys_to_question(kiosk)
        milliseconds = []
        frames = kiosk.frames()
        for _ in range(KEYS):
            began = time.perf_counter()
            kiosk.key("Tab")
            milliseconds.append(1000 * (time.perf_counter() - began))
        assert kiosk.frames() == frames + KEYS
    return {"key_to_frame_ms": statistics.median(milliseconds), "load": os.getloadavg()[0]}


def main():
    what, program = sys.argv[1:]
    with Display(*((1920, 1080) if what == "input" else (1280, 800))) as display:
        if display.name is None:
            print("no X server can start", file=sys.stderr)
            return 3
        print(json.dumps({"start": measure_start, "idle": measure_idle, "input": measure_input}[what](program, display)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
