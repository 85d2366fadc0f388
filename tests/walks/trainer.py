"""A walk through the dashboard's real window, for ctest: trainer.py PROGRAM SKILLS.

Opens simulated results, looks into a group, filters, saves, and holds what was saved against `skills report`; new files
are noticed, and a second bank among them can be chosen.
Keys and presses come from the X server. Ends with status 77 where no X server can start.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

from hand import Hand
from kiosk import CORE_BANK, SKIPPED, Display, Kiosk

OTHER_BANK = os.path.join(os.path.dirname(CORE_BANK), "staff-quick-check.yaml")
WORDS = {"en": "Saved", "cy": "Wedi cadw"}


class Trainer(Kiosk):
    """The dashboard on the same string as a kiosk."""

    def __init__(self, program, display, *options):
        self.own_folder = None
        self.errors = tempfile.TemporaryFile()
        environment = dict(os.environ, DISPLAY=display.name, LIBGL_ALWAYS_SOFTWARE="1")
        self.process = subprocess.Popen([program, "--automation", *options], env=environment, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=self.errors)


def played(skills, folder, site, seed, bank=CORE_BANK):
    campaign = os.path.join(folder, f"{site}.yaml")
    with open(campaign, "w", encoding="utf-8") as file:
        file.write(f"format: 1\nid: trial\nsite: {site}\nbank: {os.path.abspath(bank)}\n")
    data = os.path.join(folder, site)
    subprocess.run([skills, "simulate", "--bank", bank, "--campaign", campaign, "--respondents", "150", "--seed",
                    str(seed), "--data", data, "--fast"], check=True, capture_output=True)
    return os.path.join(data, "batches")


def report(skills, results, *options):
    run = subprocess.run([skills, "report", results, "--by", "role,item", *options], check=True, capture_output=True)
    return run.stdout


def reach(trainer, hand, item):
    """Moves the focus with real Tabs."""
    for _ in range(300):
        if trainer.focused() == item:
            return
        before = trainer.focused()
        hand.type_until("Tab", lambda: trainer.focused() != before)
    raise AssertionError(f"Tab does not reach {item}")


def to_top(trainer, hand):
    while trainer.ids("body.less"):
        before = trainer.items()[0]["y"]
        hand.type_until("Prior", lambda: trainer.items()[0]["y"] != before)


def cells(trainer):
    return {item["id"].rsplit("needs.map.cell.")[1]: item["value"] for item in trainer.items()
            if item["id"].startswith("needs.map.cell.")}


def shown_means(skills, results, bank="nhs-staff-core"):
    """As the map of one bank shows them: by group and column, `-` where nobody was asked."""
    found = json.loads(report(skills, results, "--format", "json"))
    means = {}
    for row, group in enumerate(found["groups"]):
        if not group["by"].get("bank", bank).startswith(bank):  # named where there are several
            continue
        for column, domain in enumerate(group["domains"].values()):
            means[f"{row}.{column}"] = "-" if domain["mean"] is None else f"{domain['mean']:.1f}"
    return means


def same_map(trainer, means):
    found = cells(trainer)
    for place, mean in means.items():
        assert found.get(place) == mean, (place, mean, found)


def wait_long(changed, what):
    """For what the dashboard looks at once in a while."""
    for _ in range(20):
        if changed():
            return
        time.sleep(1)
    raise AssertionError(what)


def saved_file(trainer, hand, button):
    hand.press_until(button, lambda: trainer.ids("page.saved"))
    assert trainer.item("page.saved.title")["name"] in WORDS.values(), trainer.item("page.saved.title")
    with open(trainer.item("page.saved.0")["name"], "rb") as file:
        return file.read()


def main():
    program, skills = sys.argv[1:3]
    with Display() as display, tempfile.TemporaryDirectory() as folder:
        if display.name is None:
            return SKIPPED
        results = os.path.join(folder, "results")
        os.mkdir(results)
        os.rename(played(skills, folder, "North", 1), os.path.join(results, "north"))
        os.rename(played(skills, folder, "South", 2), os.path.join(results, "south"))
        later = played(skills, folder, "West", 3)
        other = played(skills, folder, "East", 4, OTHER_BANK)
        out = os.path.join(folder, "out")
        os.mkdir(out)

        with Trainer(program, display, results, "--out", out) as trainer:
            hand = Hand(trainer, display)
            hand.wait_until(lambda: trainer.ids("needs.map"), "a folder was given")
            means = shown_means(skills, results)
            same_map(trainer, means)

            cell = next(f"needs.map.cell.{place}" for place, mean in means.items() if mean != "-")
            reach(trainer, hand, cell)
            hand.type_until("Return", lambda: trainer.screen() == "group")
            assert trainer.ids("group.questions."), "a cell leads to no questions"
            hand.type_until("Escape", lambda: trainer.screen() == "needs")

            whole = saved_file(trainer, hand, "page.save.csv")
            assert whole == report(skills, results, "--format", "csv"), "the saved CSV is not that of skills report"

            to_top(trainer, hand)
            hand.press_until("page.filters", lambda: trainer.screen() == "filters")
            hand.press_until("filters.site.0", lambda: trainer.item("filters.site.0")["value"] == "selected")
            hand.press_until("filters.apply", lambda: trainer.screen() == "needs")
            assert "North" in trainer.item("page.conditions")["name"], trainer.item("page.conditions")
            north = saved_file(trainer, hand, "page.save.csv")
            expected = report(skills, results, "--format", "csv", "--where", "site=North")
            assert north == expected and north != whole, "the filtered CSV is not that of skills report"
            text = saved_file(trainer, hand, "page.save.json")
            assert text == report(skills, results, "--format", "json", "--where", "site=North"), "JSON differs"

            to_top(trainer, hand)
            hand.press_until("page.clear", lambda: not trainer.ids("page.clear"))
            before = trainer.item("needs.headline.0")["name"]
            os.rename(later, os.path.join(results, "west"))
            wait_long(lambda: trainer.item("needs.headline.0")["name"] != before, "new files are not noticed")
            same_map(trainer, shown_means(skills, results))

            assert not trainer.ids("page.bank."), "a choice of one bank"
            os.rename(other, os.path.join(results, "east"))
            wait_long(lambda: trainer.ids("page.bank."), "a second bank is not noticed")
            same_map(trainer, shown_means(skills, results))
            reach(trainer, hand, "page.bank.1")
            hand.type_until("Return", lambda: trainer.item("page.bank.1")["value"] == "selected")
            quick = shown_means(skills, results, "staff-quick-check")
            assert quick and quick.keys() != means.keys(), quick
            same_map(trainer, quick)
    return 0


if __name__ == "__main__":
    sys.exit(main())
