"""One whole visit through the real window by pointer and keys of the X server, with a picture of each page.

    python3 tests/walks/visit.py build/release/bin/skills-kiosk FOLDER
"""

import os
import shutil
import sys

from answers import answer_any
from hand import Hand
from kiosk import SKIPPED, Display, Kiosk


def take_visit(kiosk, hand, shoot):
    def on(page):
        return lambda: kiosk.screen() == page

    def state():
        return [(item["id"], item["name"], item["value"]) for item in kiosk.items()]

    def press(name):
        before = state()
        hand.press_until(name, lambda: state() != before)

    shoot("attract")
    hand.press_until("attract.start.en", on("comfort"))
    shoot("comfort")
    hand.press_until("comfort.next", on("privacy"))
    shoot("privacy")
    hand.press_until("privacy.next", on("role"))
    first_role = kiosk.ids("role.option.")[0]
    hand.press_until(first_role, lambda: kiosk.item(first_role)["value"] == "selected")
    shoot("role")
    hand.press_until("role.next", on("question"))
    shoot("question")
    number = 0
    while kiosk.screen() == "question":
        caption = kiosk.item("question.caption")["name"]
        answer_any(kiosk, press, (number * 2 + 1) % 4)
        hand.press_until("question.next",
                         lambda: kiosk.screen() != "question" or kiosk.item("question.caption")["name"] != caption)
        number += 1
    shoot("check")
    hand.press_until("check.save", on("results"))
    shoot("results")
    hand.press_until("results.next", on("take_away"))
    shoot("take_away")
    hand.press_until("take_away.next", on("finished"))
    shoot("finished")
    hand.press_until("finished.next", on("attract"))
    return number


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

            number = take_visit(kiosk, Hand(kiosk, display), shoot)
    print(f"One visit of {number} questions, from the first page to the last; its pictures are in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
