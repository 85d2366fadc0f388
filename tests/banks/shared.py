"""What the checks of the shipped banks share: each is a script of its own, python3 NAME_test.py SKILLS SOURCE_ROOT.

They go over question_banks/*.yaml, and over docs/banks/ID.md, the page of each. Read as another program would read
them, with a YAML library of its own.
"""

import json
import pathlib
import re
import subprocess
import sys
import unittest

import yaml

SKILLS = sys.argv[1] if len(sys.argv) > 2 else ""
ROOT = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ".").resolve()
HERE = pathlib.Path(__file__).resolve().parent


class Bank:
    """One shipped bank: its file, what is in it, and its page."""

    def __init__(self, file):
        self.file = file
        self.tree = yaml.safe_load(file.read_text(encoding="utf-8"))
        self.id = self.tree["id"]
        page = ROOT / "docs" / "banks" / f"{self.id}.md"
        self.page = page.read_text(encoding="utf-8") if page.exists() else ""

    def domains(self):
        return self.tree["domains"]

    def items(self):
        return [item for domain in self.domains() for item in domain["items"]]

    def knowledge(self):
        return [item for item in self.items() if item.get("measures") == "knowledge"]

    def resources(self):
        return [resource for domain in self.domains() for resource in domain.get("resources", [])]


def banks():
    files = sorted((ROOT / "question_banks").glob("*.yaml"))
    assert files
    return [Bank(file) for file in files]


def section(page, title):
    """The text below the heading `## TITLE`, up to the next one; empty where there is none."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def rows(text, *columns):
    """The rows of the tables in `text` that have these columns, each cell without its backticks."""
    found = []
    inside = False
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else None
        if cells is None:
            inside = False
        elif cells == list(columns):
            inside = True
        elif inside and len(cells) == len(columns) and set("".join(cells)) - set("-: "):
            found.append([cell.strip("`") for cell in cells])
    return found


def parts(item):
    """What a person chooses from, as [(id, options)]: the item itself, or each step of a task."""
    if item["type"] == "task":
        return [(f"{item['id']}.{step['id']}", choices(step)) for step in item["steps"]]
    return [(item["id"], choices(item))]


def choices(part):
    """[(id, texts, is right)] of the options of an item or step, or of the regions of its scene as they are read."""
    if "scene" in part:
        regions = sorted(part["scene"]["regions"], key=lambda region: (region["at"][1], region["at"][0]))
        return [(region["id"], region["text"], region.get("correct", False)) for region in regions]
    options = part.get("options", [])
    if part.get("type") == "order":
        return []  # no option of an order is wrong, only its place
    highest = max((option.get("score", 0) for option in options), default=0)
    return [(option["id"], option["label"],
             option.get("correct", False) or 0 < highest == option.get("score")) for option in options]


def run(*words, expect=(0,)):
    done = subprocess.run([SKILLS, *map(str, words)], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode in expect, (words, done.returncode, done.stdout, done.stderr)
    return done


def findings(bank):
    """[(code, line)] of what `skills bank check` says of it."""
    report = json.loads(run("bank", "check", "--format", "json", bank.file, expect=(0, 1)).stdout)
    return [(finding["code"], f"{finding['line']}: {finding['text']}") for finding in report["files"][0]["findings"]]


def main():
    unittest.main(argv=sys.argv[:1], verbosity=2)
