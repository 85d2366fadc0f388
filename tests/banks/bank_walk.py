"""One visit to a shipped bank through the real window, in each language: bank_walk.py KIOSK BANK.

It ends on results that show a level for every domain. Status 77 says that no X server can start.
"""

import os
import pathlib
import sys

import yaml

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "walks"))

from answers import answer_any, kind  # pylint: disable=wrong-import-position
from kiosk import SKIPPED, Display, Kiosk  # pylint: disable=wrong-import-position

PERCENT_RULES = {"percent", "percent_of_groups"}


def begin(kiosk, language, role):
    kiosk.click(f"attract.start.{language}")
    kiosk.click("comfort.next")
    kiosk.click("privacy.next")
    if kiosk.screen() == "role":
        kiosk.click(f"role.option.{role}")
        kiosk.click("role.next")
    assert kiosk.screen() == "question", kiosk.screen()


def answer_all(kiosk):
    """How many pages there were."""
    pages = 0
    while kiosk.screen() == "question":
        pages += 1
        assert pages < 500, "the questions do not end"
        if kind(kiosk) != "note":
            answer_any(kiosk, kiosk.click, 1)
        kiosk.click("question.next")
    return pages


def labels_of(bank, domain, language):
    """What the level of a domain may be called; none where its rule has words of its own."""
    scoring = {**bank["scoring"], **domain.get("scoring", {})}
    if scoring["rule"] in PERCENT_RULES:
        return {level["label"][language] for level in bank["levels"]}
    if scoring["rule"] == "sum":
        return {level["label"][language] for level in scoring["levels"]}
    return None


def look_at_results(kiosk, bank, language):
    shown = {item["id"]: item["name"] for item in kiosk.items()}
    for domain in bank["domains"]:
        name = domain["id"]
        if f"results.domain.{name}" not in shown and "only_if" in domain:
            continue
        assert shown[f"results.domain.{name}"] == domain["title"][language], shown
        level = shown[f"results.level.{name}"]
        labels = labels_of(bank, domain, language)
        assert level in labels if labels else level, (name, level)
        assert f"results.step.{name}.0" in shown, f"nothing to do next in {name}"


def visit(program, display, file, bank, language):
    role = bank["roles"][0 if language == "en" else -1]["id"]
    with Kiosk(program, display, "--bank", file, "--window", "1280x800", "--seed", "1") as kiosk:
        begin(kiosk, language, role)
        pages = answer_all(kiosk)
        assert kiosk.screen() == "check", kiosk.screen()
        assert kiosk.click("check.save") == "results"
        look_at_results(kiosk, bank, language)
        assert kiosk.click("results.finish") == "finished"
    print(f"{bank['id']}, {language}, {role}: {pages} pages")


def main():
    program, file = sys.argv[1:]
    bank = yaml.safe_load(pathlib.Path(file).read_text(encoding="utf-8"))
    with Display(1400, 900) as display:
        if display.name is None:
            print("skipped: no X server can start")
            return SKIPPED
        for language in bank["languages"]:
            visit(program, display, file, bank, language)
    return 0


if __name__ == "__main__":
    sys.exit(main())
