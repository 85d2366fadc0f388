"""The plan taken along: as a code that another program reads, and on paper by lp."""

import os
import shutil
import subprocess
import tempfile
import time

from kiosk import SKIPPED
from listening import campaign_in


def to_take_away(kiosk):
    for item in ("attract.start.en", "comfort.next", "privacy.next"):
        kiosk.click(item)
    kiosk.click(kiosk.ids("role.option.")[0])
    kiosk.click("role.next")
    assert kiosk.answer_all(lambda options: options[1]) == "check"
    kiosk.click("check.save")
    assert kiosk.click("results.next") == "take_away"
    return "\n".join(kiosk.item(name)["name"] for name in kiosk.ids("take_away.line."))


def shorter(plan):
    """Levels and addresses: the plan without the title before each address."""
    lines = plan.split("\n")
    return "\n".join(line for line, after in zip(lines, lines[1:] + [""]) if not after.startswith("https://"))


def code(start, _):
    """What a phone reads from the glass is the plan that stands beside the code, in each size and theme."""
    if shutil.which("zbarimg") is None:
        print("skipped: zbarimg is not installed")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        picture = os.path.join(folder, "code.png")
        for window, options in (("1280x800", []), ("1280x720", ["--text-size", "200"]),
                                ("1024x768", ["--text-size", "200", "--contrast", "high"]),
                                ("1080x1080", ["--contrast", "high"])):
            with start(*options, window=window) as kiosk:
                plan = to_take_away(kiosk)
                kiosk.screenshot(picture)
            read = subprocess.run(["zbarimg", "--raw", "--quiet", picture], capture_output=True, check=False)
            assert read.stdout.decode().rstrip("\n") in (plan, shorter(plan)), (window, options, read.stdout, plan)
    return 0


def printing(start, _):
    """A stand-in for lp gets the plan through its standard input, and no file is left anywhere."""
    with tempfile.TemporaryDirectory() as folder:
        programs = os.path.join(folder, "bin")
        os.mkdir(programs)
        page = os.path.join(folder, "page")
        for name, script in (("lp", f'echo "$@" >{folder}/words; cat >{page}'), ("lpstat", "exit 0")):
            path = os.path.join(programs, name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(f"#!/bin/sh\n{script}\n")
            os.chmod(path, 0o755)
        os.environ["PATH"] = programs + ":" + os.environ["PATH"]
        home = os.path.join(folder, "home")
        os.mkdir(home)
        with start("--campaign", campaign_in(folder, "printer: ward"), home=home) as kiosk:
            plan = to_take_away(kiosk)
            kiosk.click("take_away.print")
            assert kiosk.item("take_away.printing")["name"] == "Take your page with you."
            with open(page, encoding="utf-8") as file:
                printed = file.read()
            assert " ".join(printed.split()) == " ".join(("Take your plan with you\n" + plan).split()), printed
            kiosk.click("take_away.print_large")
            kiosk.click("take_away.taken")
            assert not kiosk.ids("take_away.printing")
            for place, _, names in os.walk(home):
                for name in names:
                    with open(os.path.join(place, name), "rb") as file:
                        assert plan.split("\n")[0].encode() not in file.read(), name
        with open(os.path.join(programs, "lpstat"), "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\ncase \"$*\" in *completed*) echo ward-1;; esac\n")
        with start("--campaign", os.path.join(folder, "campaign.yaml")) as kiosk:
            to_take_away(kiosk)
            assert "printer-keeps-jobs" in kiosk.error_text(), kiosk.error_text()
            assert not kiosk.ids("take_away.print")


class Cups:
    """A CUPS of our own that keeps no jobs; its printer is a program that puts what it gets on paper: a file."""

    def __init__(self, folder):
        self.socket = os.path.join(folder, "cups.sock")
        self.spool = os.path.join(folder, "spool")
        self.paper = os.path.join(folder, "paper")
        for name in ("spool", "spool/tmp", "cache", "state", "logs", "etc", "bin/backend"):
            os.makedirs(os.path.join(folder, name), exist_ok=True)
        etc = os.path.join(folder, "etc")
        with open(os.path.join(etc, "cups-files.conf"), "w", encoding="utf-8") as file:
            file.write(f"""ServerRoot {etc}
ServerBin {folder}/bin
RequestRoot {self.spool}
TempDir {self.spool}/tmp
CacheDir {folder}/cache
StateDir {folder}/state
AccessLog {folder}/logs/access
ErrorLog {folder}/logs/error
PageLog {folder}/logs/page
Sandboxing relaxed
""")
        for name in ("daemon", "filter"):
            os.symlink(os.path.join("/usr/lib/cups", name), os.path.join(folder, "bin", name))
        backend = os.path.join(folder, "bin", "backend", "paper")
        with open(backend, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\nif [ $# -ge 6 ]; then cat \"$6\"; else cat; fi >{self.paper}\n")
        os.chmod(backend, 0o700)
        with open(os.path.join(etc, "cupsd.conf"), "w", encoding="utf-8") as file:
            file.write(f"""Listen {self.socket}
PreserveJobHistory No
PreserveJobFiles No
AccessLogLevel none
PageLogFormat
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess default
<Limit All>
Order deny,allow
</Limit>
</Policy>
""")
        self.server = subprocess.Popen(
            ["/usr/sbin/cupsd", "-f", "-c", os.path.join(etc, "cupsd.conf"), "-s", os.path.join(etc, "cups-files.conf")],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            if os.path.exists(self.socket) or self.server.poll() is not None:
                break
            time.sleep(0.1)

    def is_up(self):
        return self.server.poll() is None and os.path.exists(self.socket)

    def stop(self):
        self.server.terminate()
        self.server.wait(20)

    def text_on_paper(self):
        for _ in range(100):
            if os.path.exists(self.paper) and os.path.getsize(self.paper):
                time.sleep(0.5)
                with open(self.paper, encoding="utf-8", errors="replace") as file:
                    return file.read()
            time.sleep(0.1)
        return ""

    def spooled(self):
        return [name for name in os.listdir(self.spool) if name[0] in "cd"]


def cups(start, _):
    """The real CUPS prints the plan and keeps neither the page nor that there was one."""
    if not os.path.exists("/usr/sbin/cupsd") or shutil.which("lp") is None:
        print("skipped: CUPS is not installed")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="kiosk-cups-") as folder:
        os.chmod(folder, 0o755)
        spooler = Cups(folder)
        try:
            if not spooler.is_up():
                print("skipped: CUPS does not start here")
                return SKIPPED
            os.environ["CUPS_SERVER"] = spooler.socket
            made = subprocess.run(["/usr/sbin/lpadmin", "-p", "ward", "-E", "-v", "paper:/", "-m", "raw"],
                                  capture_output=True, check=False)
            if made.returncode != 0:
                print("skipped: no queue can be made here:", made.stderr.decode())
                return SKIPPED
            with start("--campaign", campaign_in(folder, "printer: ward")) as kiosk:
                assert "printer" not in kiosk.error_text(), kiosk.error_text()
                plan = to_take_away(kiosk)
                kiosk.click("take_away.print")
                assert kiosk.item("take_away.printing")["name"] == "Take your page with you."
                printed = spooler.text_on_paper()
            assert " ".join(printed.split()) == " ".join(("Take your plan with you\n" + plan).split()), printed
            for _ in range(50):
                if not spooler.spooled():
                    break
                time.sleep(0.1)
            assert spooler.spooled() == [], spooler.spooled()
            listed = subprocess.run(["lpstat", "-W", "all", "-o"], capture_output=True, check=False).stdout
            assert listed == b"", listed
        finally:
            spooler.stop()
    return 0
