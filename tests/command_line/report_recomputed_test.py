"""The figures of `skills report --exact`, worked out a second time from the bytes of the batch files.

Independent of the program: whole numbers and fractions of Python's own, the rules as docs/reports.md
states them, and every figure compared as text, to the last digit.
"""

import csv
import io
import json
import math
import pathlib
import shutil
import tempfile
import unittest
from collections import Counter, defaultdict
from fractions import Fraction

import skills


def records_in(folder):
    for path in sorted(pathlib.Path(folder).rglob("*.results.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if "role" in record:
                yield record


def tenths(percent):
    """61.3 -> 613; the file has at most one decimal."""
    return round(percent * 10)


def half_up(number):
    """The decimal with one digit of a fraction of tenths."""
    whole = math.floor(number + Fraction(1, 2))
    return f"{whole // 10}.{whole % 10}"


def mean(values):
    return half_up(Fraction(sum(values), len(values))) if values else None


def standard_deviation(values):
    """Halves up of the root of a fraction, without the root: the largest k with (k - 1/2)^2 <= variance."""
    if len(values) < 2:
        return None
    middle = Fraction(sum(values), len(values))
    variance = sum((value - middle) ** 2 for value in values) / (len(values) - 1)
    k = math.isqrt(math.floor(variance))
    while (k + Fraction(1, 2)) ** 2 <= variance:
        k += 1
    return f"{k // 10}.{k % 10}"


def parts_of(answer):
    if isinstance(answer, list):
        return set(answer)
    if isinstance(answer, dict):
        return {f"{left}={right}" for left, right in answer.items()}
    if isinstance(answer, (int, float)) and not isinstance(answer, bool):
        return set()  # a typed number counts among the answered only
    return {answer}


class Domain:
    def __init__(self):
        self.percents, self.knowledge, self.levels, self.too_few = [], [], Counter(), 0

    def add(self, percent, level, knowledge=None):
        if percent is None:
            self.too_few += 1
        else:
            self.percents.append(tenths(percent))
            self.levels[level] += 1
        if knowledge is not None:
            self.knowledge.append(tenths(knowledge))


class Group:
    def __init__(self):
        self.people, self.overall, self.domains = 0, Domain(), defaultdict(Domain)
        self.answers, self.answered = defaultdict(Counter), Counter()

    def add(self, record):
        self.people += 1
        self.overall.add(record["overall"]["percent"], record["overall"]["level"])
        for name, domain in record["domains"].items():
            self.domains[name].add(domain["percent"], domain["level"], domain.get("knowledge"))
        for item, answer in record["answers"].items():
            self.answered[item] += 1
            for part in parts_of(answer):
                self.answers[item][part] += 1


def value_of(record, dimension):
    return record["bank"] if dimension == "bank_version" else record[dimension]


def groups_of(folder, dimensions, keep=lambda record: True):
    groups = defaultdict(Group)
    for record in records_in(folder):
        if keep(record):
            groups[tuple(value_of(record, dimension) for dimension in dimensions)].add(record)
    return groups


def expected_domain_lines(key, scope, name, domain):
    """The CSV lines of a domain as (key, scope, id, measure, category) -> value; counts of 0 are left out."""
    lines = {(key, scope, name, "too_few_answers", ""): str(domain.too_few)}
    for measure, value in (("self_reported_mean", mean(domain.percents)),
                           ("self_reported_standard_deviation", standard_deviation(domain.percents)),
                           ("knowledge_mean", mean(domain.knowledge))):
        if value is not None:
            lines[key, scope, name, measure, ""] = value
    for level, count in domain.levels.items():
        lines[key, scope, name, "self_reported_level", level] = str(count)
    return lines


def expected_lines(groups):
    lines = {}
    for key, group in groups.items():
        lines[key, "group", "", "people", ""] = str(group.people)
        lines |= expected_domain_lines(key, "overall", "", group.overall)
        for name, domain in group.domains.items():
            lines |= expected_domain_lines(key, "domain", name, domain)
        for item, answers in group.answers.items():
            lines[key, "item", item, "without_answer", ""] = str(group.people - group.answered[item])
            for answer, count in answers.items():
                lines[key, "item", item, "answer", answer] = str(count)
    return lines


def reported_lines(text, dimensions):
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))
    lines = {}
    for row in rows:
        if row["scope"] in ("all", "marking"):
            continue
        key = tuple(row[dimension] for dimension in dimensions)
        place = (key, row["scope"], row["id"], row["measure"], row["category"])
        assert place not in lines, place
        lines[place] = row["value"]
    return lines


class RecomputedReport(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        base = pathlib.Path(cls.folder.name)
        skills.simulate(base / "autumn", respondents=150, seed=1, start="2026-09-20")
        skills.simulate(base / "winter", respondents=120, seed=2, visits_per_day=40, start="2026-12-28")
        cls.data = [base / "autumn" / "batches", base / "winter" / "batches"]
        cls.policy = base / "exact.yaml"
        cls.policy.write_text("exact: true\n")
        cls.base = base

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def report(self, dimensions, *more):
        by = ",".join(dimensions) or "domain"
        return skills.run("report", *self.data, "--by", by, "--exact", "--policy", self.policy, *more).stdout

    def check(self, dimensions, keep=lambda record: True, more=()):
        groups = groups_of(self.base, dimensions, keep)
        expected = expected_lines(groups)
        reported = reported_lines(self.report(list(dimensions) + ["item"], "--format", "csv", *more), dimensions)
        self.assertGreater(len(expected), 100)
        for place, value in expected.items():
            self.assertEqual(reported.get(place), value, place)
        for place, value in reported.items():
            if place not in expected:
                self.assertEqual(value, "0", f"{place} is in the report, but not in the files")

    def test_everyone_as_one_group(self):
        self.check(())

    def test_by_role(self):
        self.check(("role",))

    def test_by_all_dimensions_at_once(self):
        self.check(("role", "site", "period", "campaign", "bank_version"))

    def test_by_period_of_some_roles(self):
        self.check(("period",), lambda record: record["role"] in ("clinical", "admin"),
                   ("--where", "role=clinical,admin"))

    def test_two_conditions_both_hold(self):
        self.check(("role",), lambda record: record["role"] == "clinical" and record["period"] == "2026-Q4",
                   ("--where", "role=clinical", "--where", "period=2026-Q4"))

    def test_json_has_the_same_figures(self):
        groups = groups_of(self.base, ("role",))
        report = json.loads(self.report(["role"], "--format", "json"))
        self.assertEqual(report["people"], sum(group.people for group in groups.values()))
        self.assertEqual({entry["by"]["role"] for entry in report["groups"]}, {key[0] for key in groups})
        for entry in report["groups"]:
            group = groups[entry["by"]["role"],]
            self.assertEqual(entry["n"], str(group.people))
            self.assertIsNone(entry["items"])
            self.assertEqual(set(entry["domains"]), set(group.domains))
            for name, figures in entry["domains"].items():
                domain = group.domains[name]
                self.assertEqual(list(figures), ["mean", "sd", "levels", "knowledge_mean", "attained"])
                for key, value in (("mean", mean(domain.percents)), ("sd", standard_deviation(domain.percents)),
                                   ("knowledge_mean", mean(domain.knowledge))):
                    self.assertEqual(None if figures[key] is None else f"{figures[key]:.1f}", value)
                self.assertEqual(Counter({level: int(n) for level, n in figures["levels"].items()}), domain.levels)

    def test_the_order_of_files_does_not_matter(self):
        files = sorted(path for folder in self.data for path in folder.iterdir())
        there = skills.run("report", *files, "--by", "role,item", "--format", "json", "--threads", 1).stdout
        for threads in (1, 2, 5):
            back = skills.run("report", *reversed(files), "--by", "role,item", "--format", "json", "--threads", threads).stdout
            self.assertEqual(there, back)

    def test_marks_are_counted_beside_their_item(self):
        """Batches with marks, as a kiosk will write them: `"ITEM.flag":true`."""
        marked = self.base.parent / (self.base.name + "_marked")
        self.addCleanup(shutil.rmtree, marked)
        shutil.copytree(self.data[0], marked)
        expected = Counter()
        for number, path in enumerate(sorted(marked.iterdir())):
            lines = [json.loads(line) for line in path.read_text().splitlines()]
            for place, record in enumerate(lines[1:]):
                item = list(record["answers"])[(number + place) % 5]
                if place % 3 == 0:
                    record["answers"][item + ".flag"] = True
                    expected[record["role"], item] += 1
            path.chmod(0o600)
            path.write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines))
        text = skills.run("report", marked, "--by", "role,item", "--exact", "--policy", self.policy, "--format", "csv").stdout
        found = Counter()
        for row in csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")):
            self.assertNotIn(".flag", row["id"])
            if row["measure"] == "does_not_fit" and row["value"] != "0":
                found[row["role"], row["id"]] = int(row["value"])
        self.assertGreater(len(expected), 5)
        self.assertEqual(found, expected)


class ProtectedReport(unittest.TestCase):
    """Not what the figures are, but what none of them may be, over many folders."""

    def rows_of(self, group):
        """Cells of which one alone must never be withheld, as (texts, total is shown)."""
        for domain in group["domains"].values():
            yield list(domain["levels"].values())
        for item, figures in (group["items"] or {}).items():
            yield list(figures["answers"].values()) + [figures["without_answer"]]

    def check(self, report):
        for group in report["groups"]:
            if group["n"] in ("*", "fewer than 10"):
                self.assertEqual(group["domains"], {})
                self.assertFalse(group["items"])
                continue
            self.assertGreaterEqual(int(group["n"]), 10)
            self.assertEqual(int(group["n"]) % 5, 0)
            for row in self.rows_of(group):
                for cell in row:
                    self.assertTrue(cell == "*" or (int(cell) % 5 == 0 and int(cell) >= 0), row)
        hidden = [group for group in report["groups"] if group["n"] in ("*", "fewer than 10")]
        self.assertNotEqual(len(hidden), 1)

    def test_no_small_count_and_no_lone_withheld_group(self):
        withheld = 0
        for seed in range(6):
            with tempfile.TemporaryDirectory() as folder:
                skills.simulate(folder, respondents=40 + 40 * seed, seed=seed, visits_per_day=20)
                for by in ("role", "domain", "role,item", "role,period"):
                    report = json.loads(skills.run("report", folder, "--by", by, "--format", "json").stdout)
                    self.assertEqual(report["people"] % 5, 0)
                    self.check(report)
                    withheld += report["suppressed"]["primary"]
        self.assertGreater(withheld, 100)  # else the test had nothing to find


if __name__ == "__main__":
    skills.main()
