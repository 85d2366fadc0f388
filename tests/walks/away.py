"""A visit that is interrupted, hidden or forgotten, and the staff's door: by pointer and keys of the X server."""

import os
import shutil
import subprocess
import tempfile

from hand import Hand
from kiosk import SKIPPED

PIN = "482715"
CLEANING_SECONDS = 30


def with_hand(walk):
    """Skips a walk where no hand can be had."""
    def walked(start, display, *words):
        if shutil.which("xdotool") is None:
            print("skipped: xdotool is not installed")
            return SKIPPED
        return walk(start, display, *words)
    walked.__name__ = walk.__name__
    walked.__doc__ = walk.__doc__
    return walked


def on(kiosk, page):
    return lambda: kiosk.screen() == page


def to_questions(kiosk, language="en"):
    kiosk.click(f"attract.start.{language}")
    kiosk.click("comfort.next")
    kiosk.click("privacy.next")
    kiosk.click(kiosk.ids("role.option.")[0])
    assert kiosk.click("role.next") == "question"


def is_chosen(kiosk, item):
    return lambda: kiosk.item(item)["value"] == "selected"


def a_visit_of_somebody_else(kiosk):
    to_questions(kiosk, "cy")
    assert kiosk.answer_all(lambda options: options[0]) == "check"
    kiosk.click("check.save")
    kiosk.click("results.finish")
    assert kiosk.click("finished.next") == "attract"


def type_code(kiosk, hand, digits, page):
    for count, digit in enumerate(digits, 1):
        hand.press_until(f"{page}.key.{digit}", lambda count=count: len(kiosk.item(f"{page}.typed")["value"]) == 2 * count - 1)


@with_hand
def paused(start, display):
    """Called away, somebody else takes the kiosk, and the code brings the answers and the settings back."""
    with start() as kiosk:
        hand = Hand(kiosk, display)
        to_questions(kiosk)
        kiosk.key("F9", "F10")
        hand.press_until("question.option.2", is_chosen(kiosk, "question.option.2"))
        caption = kiosk.item("question.caption")["name"]
        hand.press_until("bar.away", on(kiosk, "away"))
        hand.press_until("away.minutes.15", lambda: kiosk.ids("away.code"))
        code = kiosk.item("away.code")["name"].replace(" ", "")
        assert len(code) == 4 and code.isdigit(), code
        hand.press_until("away.next", on(kiosk, "attract"))
        first_page = kiosk.items()
        a_visit_of_somebody_else(kiosk)
        assert kiosk.items() == first_page

        hand.press_until("attract.resume", on(kiosk, "resume"))
        wrong = "9035" if code != "9035" else "9036"
        type_code(kiosk, hand, wrong, "resume")
        hand.press_until("resume.next", lambda: kiosk.ids("resume.error"))
        for digit in code:  # by the keyboard this time
            hand.type_until(digit, lambda seen=kiosk.item("resume.typed")["value"]: kiosk.item("resume.typed")["value"] != seen)
        hand.press_until("resume.next", on(kiosk, "question"))
        assert kiosk.item("question.caption")["name"] == caption
        assert kiosk.item("question.option.2")["value"] == "selected"
        kiosk.click("bar.comfort")
        assert kiosk.item("comfort.text_size.125")["value"] == "selected"
        assert kiosk.item("comfort.contrast.high")["value"] == "selected"
        kiosk.key("Escape")

        # A pause that runs out is gone, and says no more than a code that never was.
        hand.press_until("bar.away", on(kiosk, "away"))
        hand.press_until("away.minutes.30", lambda: kiosk.ids("away.code"))
        code = kiosk.item("away.code")["name"].replace(" ", "")
        hand.press_until("away.next", on(kiosk, "attract"))
        assert kiosk.wait(30 * 60) == "attract"
        hand.press_until("attract.resume", on(kiosk, "resume"))
        type_code(kiosk, hand, code, "resume")
        hand.press_until("resume.next", lambda: kiosk.ids("resume.error"))
        hand.press_until("resume.afresh", on(kiosk, "attract"))
        assert kiosk.error_text().count("\n") <= 1, kiosk.error_text()  # at most that memory is not locked


@with_hand
def hidden(start, display):
    """The curtain falls by button and by F12, shows nothing, and lifts by a press."""
    with start() as kiosk:
        hand = Hand(kiosk, display)
        to_questions(kiosk)
        hand.press_until("question.option.1", is_chosen(kiosk, "question.option.1"))
        before = [item for item in kiosk.items() if not item["id"].startswith("bar.")]
        hand.press_until("bar.hide", on(kiosk, "curtain"))
        assert [item["id"] for item in kiosk.items()] == ["curtain.title", "curtain.show"], kiosk.items()
        hand.press_until("curtain.show", on(kiosk, "question"))
        hand.type_until("F12", on(kiosk, "curtain"))
        hand.type_until("Return", on(kiosk, "question"))
        hand.type_until("F12", on(kiosk, "curtain"))
        hand.type_until("F12", on(kiosk, "question"))
        after = [item for item in kiosk.items() if not item["id"].startswith("bar.")]
        assert [item["value"] for item in after] == [item["value"] for item in before]
        hand.type_until("F12", on(kiosk, "curtain"))
        before = kiosk.frames()
        kiosk.wait(170)
        assert kiosk.frames() == before
        assert kiosk.wait(15) == "timeout"
        hand.press_until("timeout.carry_on", on(kiosk, "curtain"))
        hand.press_until("curtain.show", on(kiosk, "question"))


@with_hand
def timed_out(start, display):
    """Warned, extended by a key and by a touch, and at last forgotten; results stay for a minute."""
    with start() as kiosk:
        hand = Hand(kiosk, display)
        to_questions(kiosk)
        hand.press_until("question.option.1", is_chosen(kiosk, "question.option.1"))
        for way in ("key", "touch"):
            assert kiosk.wait(185) == "timeout"
            assert kiosk.item("timeout.seconds")["name"] == "Seconds left: 55"
            if way == "key":
                hand.type_until("Down", on(kiosk, "question"))
            else:
                hand.press_until("timeout.title", on(kiosk, "question"))  # anywhere will do
            assert kiosk.item("question.option.1")["value"] == "selected"
        assert kiosk.wait(240) == "attract"
        a_visit_of_somebody_else(kiosk)
        to_questions(kiosk)
        kiosk.answer_all(lambda options: options[0])
        kiosk.click("check.save")
        assert kiosk.wait(59) == "results"
        assert kiosk.wait(2) == "timeout"
        assert kiosk.wait(60) == "attract"


def several_banks(start, bank):
    """Two banks in a campaign: each visit picks one, and each is recorded under its own."""
    with tempfile.TemporaryDirectory() as folder:
        with open(bank, encoding="utf-8") as file:
            text = file.read()
        for name in ("one", "two"):
            with open(os.path.join(folder, f"{name}.yaml"), "w", encoding="utf-8") as file:
                file.write(text.replace("\nid: ", f"\nid: {name}-", 1))
        campaign = os.path.join(folder, "campaign.yaml")
        with open(campaign, "w", encoding="utf-8") as file:
            file.write("format: 1\nid: spring\nsite: ward-7\nbanks: [one.yaml, two.yaml]\nbatch: 5\nhold_back: 2\n"
                       "role_minimum: 2\n")
        with start("--campaign", campaign, "--seed", "5") as kiosk:
            assert kiosk.ids("attract.bank.") == ["attract.bank.0", "attract.bank.1"]
            assert not kiosk.ids("attract.start.")
            kiosk.click("attract.bank.0")
            kiosk.click("attract.back")
            for count in range(9):  # seven of the second bank, two of the first
                kiosk.click("attract.bank.0" if count in (2, 5) else "attract.bank.1")
                a_visit_of_somebody_else(kiosk)
            kiosk.wait(4 * 3600)
            batches = os.path.join(kiosk.data, "batches")
            found = os.listdir(batches)
            assert len(found) == 1, found
            with open(os.path.join(batches, found[0]), encoding="utf-8") as file:
                records = file.readlines()[1:]
            assert len(records) == 5 and all('"bank":"two-' in line for line in records), records
        with open(os.path.join(folder, "two.yaml"), "w", encoding="utf-8") as file:
            file.write(",")
        with start("--campaign", campaign) as kiosk:
            assert kiosk.screen() == "out_of_order"
            assert "two.yaml:1:1: error:" in kiosk.error_text(), kiosk.error_text()


@with_hand
def staff_door(start, display, program, bank):
    """The PIN, its waits, the cleaning time, and the end of the program; in lock-down there is no way out."""
    skills = os.path.join(os.path.dirname(program), "skills")
    hashed = subprocess.run([skills, "keys", "pin"], input=PIN + "\n", capture_output=True, text=True,
                            timeout=120, check=True).stdout.strip()
    assert hashed.startswith("$argon2id$"), hashed
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(bank, os.path.join(folder, "bank.yaml"))
        campaign = os.path.join(folder, "campaign.yaml")
        with open(campaign, "w", encoding="utf-8") as file:
            file.write("format: 1\nid: spring\nsite: ward-7\nbank: bank.yaml\noutbox: missing/stick\n"
                       f'kiosk: {{admin_pin: "{hashed}"}}\n')
        with start("--campaign", campaign) as kiosk:
            hand = Hand(kiosk, display)
            hand.press_until("attract.staff", on(kiosk, "staff"))
            for _ in range(3):
                type_code(kiosk, hand, "000000", "staff")
                hand.press_until("staff.next", lambda: kiosk.ids("staff.error") and
                                 kiosk.item("staff.typed")["value"] == "")
            assert kiosk.item("staff.wait")["name"] == "Seconds until you can try again: 15"
            type_code(kiosk, hand, PIN, "staff")
            assert "4" not in kiosk.item("staff.typed")["value"]
            kiosk.click("staff.next")
            assert kiosk.ids("staff.typed"), "the wait did not hold"
            kiosk.wait(15)
            hand.press_until("staff.next", lambda: kiosk.ids("staff.clean"))
            said = " ".join(item["name"] for item in kiosk.items())
            assert "can save results" in said and "cannot be reached" in said, said
            hand.press_until("staff.clean", on(kiosk, "clean"))
            hand.move("mousemove", 400, 400, "click", 1, "key", "Escape", "key", "F1", "key", "F11")
            assert kiosk.wait(CLEANING_SECONDS - 1) == "clean"
            assert kiosk.wait(2) == "attract"
            hand.press_until("attract.staff", on(kiosk, "staff"))
            type_code(kiosk, hand, PIN, "staff")
            hand.press_until("staff.next", lambda: kiosk.ids("staff.quit"))
            hand.press("staff.quit")
            assert kiosk.process.wait(60) == 0, kiosk.error_text()
        locked = subprocess.run([program, "--campaign", campaign, "--lock-down", "--automation"], capture_output=True,
                                text=True, timeout=60, check=False, stdin=subprocess.DEVNULL)
        assert locked.returncode == 2 and "--automation" in locked.stderr, locked
    return 0
