"""Drives skills-kiosk through --automation: one JSON line in, one JSON line out.

Standard library only. The kiosk runs in a virtual display of its own, so that
walks neither need nor disturb a real one.
"""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time

import answers

SKIPPED = 77
CORE_BANK = os.path.join(os.path.dirname(__file__), "..", "..", "question_banks", "nhs-staff-core.yaml")
ANSWER_SECONDS = 120  # with sanitizers, on a busy machine


class Display:
    """An X server of our own, on a display number that it finds itself."""

    def __init__(self, width=1920, height=1920):
        self.server = None
        self.name = None
        program = shutil.which("Xvfb")
        if program is None:
            return
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            [program, "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24",
             "-nolisten", "tcp", "-dpi", "96"],
            pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        said = b""
        while not said.endswith(b"\n") and select.select([reading], [], [], 20)[0]:
            part = os.read(reading, 32)
            if not part:
                break
            said += part
        os.close(reading)
        if said.endswith(b"\n"):
            self.name = ":" + said.decode().strip()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.server is not None:
            self.server.terminate()
            self.server.wait(20)


class Refused(Exception):
    """The kiosk answered with ok: false."""


class Kiosk:
    """A running kiosk, with a data folder that goes when it goes; `home`: the user's folder, in place of ours."""

    def __init__(self, program, display, *options, data=None, home=None):
        self.own_folder = None if data else tempfile.TemporaryDirectory(prefix="kiosk-walk-")
        self.data = data or os.path.join(self.own_folder.name, "data")
        self.errors = tempfile.TemporaryFile()
        environment = dict(os.environ, DISPLAY=display.name, LIBGL_ALWAYS_SOFTWARE="1")
        if "--bank" not in options and "--campaign" not in options:
            options += ("--bank", CORE_BANK)  # all that is shipped would first have to be chosen from
        if home:
            environment = {name: value for name, value in environment.items() if not name.startswith("XDG_")}
            environment.update(HOME=home, TMPDIR=home)
        self.process = subprocess.Popen(
            [program, "--automation", "--data", self.data, *options], env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            print("standard error of the kiosk:", self.error_text(), sep="\n")
        if self.process.poll() is None:
            self.process.stdin.close()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process.stdout.close()
        self.errors.close()
        if self.own_folder:
            self.own_folder.cleanup()

    def error_text(self):
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")

    def send(self, line):
        """One raw line; the answer as it came."""
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        ready, _, _ = select.select([self.process.stdout], [], [], ANSWER_SECONDS)
        answer = self.process.stdout.readline() if ready else b""
        if not answer:
            raise RuntimeError("the kiosk does not answer: " + self.error_text())
        return json.loads(answer)

    def do(self, what, **fields):
        answer = self.send(json.dumps({"do": what, **fields}))
        if not answer["ok"]:
            raise Refused(answer["error"])
        return answer

    def click(self, item):
        return self.do("click", id=item)["screen"]

    def key(self, *names):
        for name in names:
            screen = self.do("key", key=name)["screen"]
        return screen

    def wait(self, seconds):
        return self.do("wait", seconds=seconds)["screen"]

    def frames(self):
        return self.do("frames")["frames"]

    def screen(self):
        return self.do("frames")["screen"]

    def screenshot(self, file):
        return self.do("screenshot", file=file)

    def items(self):
        return self.do("items")["items"]

    def ids(self, prefix=""):
        return [item["id"] for item in self.items() if item["id"].startswith(prefix)]

    def item(self, name):
        for item in self.items():
            if item["id"] == name:
                return item
        raise AssertionError(f"there is no {name} on {self.screen()}")

    def focused(self):
        ids = [item["id"] for item in self.items() if item["focused"]]
        assert len(ids) <= 1, ids
        return ids[0] if ids else ""

    def focus_on(self, name, key="Tab"):
        """Moves the focus by keys alone."""
        for _ in range(200):
            if self.focused() == name:
                return
            self.key(key)
        raise AssertionError(f"{key} does not reach {name} on {self.screen()}")

    def answer_all(self, choose):
        """From the first question to the check page; `choose` picks among the options' ids where one is enough."""
        for _ in range(500):
            if self.screen() != "question":
                return self.screen()
            if answers.kind(self) in ("one", "several"):
                self.click(choose(self.ids("question.option.")))
            else:
                answers.answer_any(self, self.click)
            self.click("question.next")
        raise AssertionError("the questions do not end")


def sleep(seconds):
    """Real time, for what must not happen in it."""
    time.sleep(seconds)
