"""Pictures of every page, for docs/screenshots.

    python3 tests/walks/screenshots.py build/dev/bin/skills-kiosk docs/screenshots
"""

import argparse
import os
import sys

from answers import answer_any, kind
from kiosk import SKIPPED, Display, Kiosk


def walk(kiosk, language, shoot):
    shoot("attract")
    kiosk.click(f"attract.start.{language}")
    shoot("comfort")
    kiosk.click("comfort.next")
    shoot("privacy")
    kiosk.click("privacy.next")
    shoot("role")
    kiosk.click("role.next")
    shoot("role_error")
    kiosk.click(kiosk.ids("role.option.")[0])
    kiosk.click("role.next")
    shoot("question")
    kiosk.click("question.next")
    shoot("question_error")
    kiosk.key("Tab", "Tab")
    kiosk.click("question.option.1")
    kiosk.key("Tab")
    shoot("question_focus")
    kiosk.wait(200)
    shoot("timeout")
    kiosk.click("timeout.carry_on")
    is_several_shown = False
    number = 0
    while kiosk.screen() == "question":
        if kind(kiosk) == "several" and not is_several_shown:
            is_several_shown = True
            shoot("question_several")
        answer_any(kiosk, kiosk.click, number % 3)
        kiosk.click("question.next")
        number += 1
    shoot("check")
    kiosk.click("check.save")
    shoot("results")
    kiosk.key("Page Down")
    shoot("results_below")
    kiosk.click("results.next")
    shoot("take_away")
    kiosk.click("take_away.next")
    shoot("finished")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("--language", default="en")
    parser.add_argument("--text-size", default="100")
    parser.add_argument("--contrast", default="normal")
    parser.add_argument("--window", default="1280x800")
    parser.add_argument("--suffix", default="")
    parser.add_argument("--bank")
    arguments = parser.parse_args()
    os.makedirs(arguments.folder, exist_ok=True)
    options = ["--window", arguments.window, "--text-size", arguments.text_size,
               "--contrast", arguments.contrast, "--language", arguments.language]
    if arguments.bank:
        options += ["--bank", arguments.bank]
    with Display() as display:
        if display.name is None:
            print("skipped: no X server can start")
            return SKIPPED
        with Kiosk(arguments.program, display, *options) as kiosk:
            def shoot(name):
                file = os.path.join(arguments.folder, f"{name}{arguments.suffix}.png")
                kiosk.screenshot(os.path.abspath(file))
                print(file)

            walk(kiosk, arguments.language, shoot)
            # Sizes and colours as asked for are the campaign's, so that they outlast a wipe.
        with Kiosk(arguments.program, display, *options, "--bank", os.devnull) as kiosk:
            file = os.path.join(arguments.folder, f"out_of_order{arguments.suffix}.png")
            kiosk.screenshot(os.path.abspath(file))
            print(file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
