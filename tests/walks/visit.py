"""One whole visit through the real window by pointer and keys of the X server, with a picture of each page.

    python3 tests/walks/visit.py build/release/bin/skills-kiosk FOLDER
"""

import os
import shutil
import sys

from answers import answer_any
from hand import Hand
from kiosk import SKIPPED, Display, Kiosk


def take_visit(kiosk, press_until, shoot, language="en"):
    """From attract to finished. `press_until(name, changed)` is how this person presses; the number of questions' pages."""
    def on(page):
        return lambda: kiosk.screen() == page

    def state():
        return [(item["id"], item["name"], item["value"]) for item in kiosk.items()]

    def press(name):
        before = state()
        press_until(name, lambda: state() != before)

    shoot("attract")
    press_until(f"attract.start.{language}", on("comfort"))
    shoot("comfort")
    press_until("comfort.next", on("privacy"))
    shoot("privacy")
    press_until("privacy.next", on("role"))
    first_role = kiosk.ids("role.option.")[0]
    press_until(first_role, lambda: kiosk.item(first_role)["value"] == "selected")
    shoot("role")
    press_until("role.next", on("question"))
    shoot("question")
    number = 0
    while kiosk.screen() == "question":
        caption = page_of(kiosk)
        answer_any(kiosk, press, (number * 2 + 1) % 4)
        press_until("question.next", lambda: kiosk.screen() != "question" or page_of(kiosk) != caption)
        number += 1
    shoot("check")
    press_until("check.save", on("results"))
    assert kiosk.ids("results.saved"), "nothing says that the answers are saved"
    shoot("results")
    press_until("results.next", on("take_away"))
    shoot("take_away")
    press_until("take_away.next", on("finished"))
    shoot("finished")
    return number


def page_of(kiosk):
    """Tells one page of questions from the next: a number and "How sure are you?" may share a caption."""
    return [item["name"] for item in kiosk.items() if item["id"] in ("question.caption", "question.prompt")]


def main():
    program, folder = sys.argv[1], os.path.abspath(sys.argv[2])
    if shutil.which("xdotool") is None:
        print("skipped: xdotool is not installed")
        return SKIPPED
    os.makedirs(folder, exist_ok=True)
    with Display(1280, 800) as display:
        if display.name is None:
            print("skipped: no X server can start")
            return SKIPPED
        with Kiosk(program, display, "--window", "1280x800") as kiosk:
            def shoot(name):
                file = os.path.join(folder, f"{name}.png")
                kiosk.screenshot(file)

            number = take_visit(kiosk, Hand(kiosk, display).press_until, shoot)
    print(f"One visit of {number} questions, from the first page to the last; its pictures are in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
