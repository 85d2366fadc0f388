"""Pictures of every page of the kiosk, for people to look at.

    python3 tests/walks/screenshots.py build/release/bin/skills-kiosk FOLDER [--all]

One set for a language, a text size, a contrast and a window; with --all the whole gallery: both languages, 100 and
200 %, both contrasts, three windows, each set in a folder of its own.
"""

import argparse
import itertools
import os
import subprocess
import sys
import tempfile

from answers import answer_any, kind
from every_type import EVERY_TYPE, begin_visit
from kiosk import CORE_BANK, SKIPPED, Display, Kiosk


def visit_pages(kiosk, language, shoot):
    """The pages of a visit, from the first to the last."""
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
    covering_pages(kiosk, shoot)
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
    kiosk.click("finished.next")


def covering_pages(kiosk, shoot):
    """What comes over a question, and goes again."""
    kiosk.wait(200)
    shoot("timeout")
    kiosk.click("timeout.carry_on")
    kiosk.click("bar.hide")
    shoot("curtain")
    kiosk.click("curtain.show")
    kiosk.click("bar.away")
    shoot("away")
    kiosk.click(kiosk.ids("away.minutes.")[0])
    shoot("away_code")
    kiosk.click("away.back")


def question_types(kiosk, language, shoot):
    """One picture of each type of question, half answered."""
    begin_visit(kiosk, kiosk.click, language)
    seen = set()
    while kiosk.screen() == "question":
        asked = kind(kiosk)
        if asked != "note":
            answer_any(kiosk, kiosk.click)
        if asked not in seen:
            seen.add(asked)
            shoot(f"type_{asked}")
        kiosk.click("question.next")


def draw_set(program, display, folder, language, text_size, contrast, window):
    """Every page, as FOLDER/PAGE.png."""
    os.makedirs(folder, exist_ok=True)
    look = ["--window", window, "--text-size", text_size, "--contrast", contrast, "--language", language]

    def shoot_with(kiosk):
        return lambda name: kiosk.screenshot(os.path.abspath(os.path.join(folder, f"{name}.png")))

    with Kiosk(program, display, *look) as kiosk:
        visit_pages(kiosk, language, shoot_with(kiosk))
        kiosk.click("attract.resume")
        shoot_with(kiosk)("resume")
    with Kiosk(program, display, *look, "--bank", EVERY_TYPE, "--seed", "7") as kiosk:
        question_types(kiosk, language, shoot_with(kiosk))
    with Kiosk(program, display, *look, "--bank", os.devnull) as kiosk:
        shoot_with(kiosk)("out_of_order")
    with tempfile.TemporaryDirectory() as place:
        with Kiosk(program, display, *look, "--campaign", guarded_campaign(program, place)) as kiosk:
            shoot_with(kiosk)("banks")
            kiosk.click("attract.staff")
            shoot_with(kiosk)("staff")


def guarded_campaign(program, folder):
    """A campaign of several banks, with an organisation's name and a door for staff."""
    skills = os.path.join(os.path.dirname(program), "skills")
    hashed = subprocess.run([skills, "keys", "pin"], input="482715\n", capture_output=True, text=True, check=True).stdout.strip()
    banks = os.path.dirname(os.path.abspath(CORE_BANK))
    names = ("nhs-staff-core", "staff-quick-check", "digital-participation", "digital-health-pathway")
    path = os.path.join(folder, "campaign.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write("format: 1\nid: spring\nsite: ward-7\norganisation: Llanfair Community Hospital\n"
                   f"banks: [{', '.join(os.path.join(banks, name + '.yaml') for name in names)}]\n"
                   f'kiosk: {{admin_pin: "{hashed}"}}\n')
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("--language", default="en")
    parser.add_argument("--text-size", default="100")
    parser.add_argument("--contrast", default="normal")
    parser.add_argument("--window", default="1280x800")
    parser.add_argument("--all", action="store_true")
    arguments = parser.parse_args()
    sets = [(arguments.language, arguments.text_size, arguments.contrast, arguments.window)]
    if arguments.all:
        sets = itertools.product(("en", "cy"), ("100", "200"), ("normal", "high"), ("1024x768", "1280x800", "1920x1080"))
    with Display() as display:
        if display.name is None:
            print("skipped: no X server can start")
            return SKIPPED
        for one in sets:
            folder = os.path.join(arguments.folder, "_".join(one)) if arguments.all else arguments.folder
            draw_set(arguments.program, display, folder, *one)
            print(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
