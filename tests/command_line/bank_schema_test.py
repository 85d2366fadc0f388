#!/usr/bin/env python3
"""question_banks/bank.schema.json and `skills bank check` agree: on whole banks, and on each of them with one
thing wrong in its shape. Usage: bank_schema_test.py SKILLS SOURCE_ROOT"""
import copy
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
from functools import partial

import jsonschema
import yaml

SKILLS, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])


class Loader(yaml.SafeLoader):
    """Plain YAML as the bank reader takes it: true, false and decimals; everything else is text."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (("bool", r"^(?:true|false)$", "tf"), ("int", r"^-?(?:0|[1-9][0-9]*)$", "-0123456789"),
                            ("float", r"^-?(?:0|[1-9][0-9]*)\.[0-9]+$", "-0123456789")):
    import re
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))

SCHEMA = json.loads((ROOT / "question_banks" / "bank.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(SCHEMA)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def places(value, path=()):
    """Every value inside, with the way to it."""
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], path + (key,))
    elif isinstance(value, list):
        for index, element in enumerate(value):
            yield from places(element, path + (index,))


def at(value, path):
    for part in path:
        value = value[part]
    return value


def changed(bank, path, new):
    copied = copy.deepcopy(bank)
    at(copied, path[:-1])[path[-1]] = new
    return copied


def is_translation(path):
    return bool(path) and path[-1] in ("en", "cy")


def without(bank, path):
    copied = copy.deepcopy(bank)
    del at(copied, path[:-1])[path[-1]]
    return copied


def shape_faults(bank):
    """Makers of the bank with one fault of shape each: a key too many, a key too few, a value of the wrong type."""
    for path in places(bank):
        value = at(bank, path)
        if isinstance(value, dict) and "en" not in value:
            if path[:1] not in (("scales",), ("profiles",)) or len(path) > 2:
                yield partial(changed, bank, path + ("unknown_key",), 1) if path else partial(dict, bank, unknown_key=1)
        if path and not is_translation(path):
            if not isinstance(value, (list, dict)):
                yield partial(changed, bank, path, [value])
                yield partial(changed, bank, path, {"a": 1})
            else:
                yield partial(changed, bank, path, 1 if isinstance(value, dict) and "en" not in value else [])
        if path and path[-1] in REQUIRED:
            yield partial(without, bank, path)
        if path and path[-1] in WRONG:
            for wrong in WRONG[path[-1]]:
                yield partial(changed, bank, path, wrong)


REQUIRED = {"format", "id", "version", "title", "languages", "licence", "minutes", "roles", "levels", "scoring",
            "domains", "type", "prompt", "label", "from", "rule", "url", "left", "right", "accept", "steps", "pairs",
            "regions", "kind", "at", "text", "role", "alt"}
WRONG = {"format": [2, "one"], "version": ["1.0", "01.0.0", "v1"], "minutes": [0, 241, 2.5], "weight": [0, 1001, 1.5],
         "score": [-1, "much"], "correct": ["yes", 1], "not_applicable": ["no"], "credit": ["half"],
         "measures": ["other"], "decimals": [7, -1], "shuffle": ["on"], "required": ["never"], "type": ["radio"],
         "url": ["http://example.org/a", "example.org", "https://"], "role": ["picture"], "kind": ["letter"],
         "at": [[1, 2, 3], [1, 2, 3, 4, 5], [-1, 2, 3, 4], [1, 2, 0, 4]], "minimum_answered": [2, -0.5],
         "rule": ["percnt"], "overall": ["best"], "image": ["../secret.png", "picture.gif", ".png"],
         "id": ["1st", "two words", "ÿ"]}


MOST_OF_SHIPPED, MOST_OF_SAMPLES = 80, 1000


def check(banks):
    """For each bank whether `skills bank check` takes it."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "tests/data/schema/picture.png", folder)
        files = []
        for number, bank in enumerate(banks):
            path = pathlib.Path(folder) / f"{number}.yaml"
            path.write_text(yaml.safe_dump(bank, allow_unicode=True, sort_keys=False), encoding="utf-8")
            files.append(str(path))
        done = subprocess.run([SKILLS, "bank", "check", *files], capture_output=True, text=True, check=False)
        assert done.returncode in (0, 1), done.stderr[-2000:]
        refused = {line.split(":")[0] for line in done.stderr.splitlines() if ": error: " in line}
        return [file not in refused for file in files]


def main():
    sources = sorted((ROOT / "question_banks").glob("*.yaml")) + sorted((ROOT / "tests/data/schema").glob("*.yaml"))
    total = 0
    for source in sources:
        bank = yaml.load(source.read_text(encoding="utf-8"), Loader)
        assert VALIDATOR.is_valid(bank), f"{source}: {next(VALIDATOR.iter_errors(bank)).message}"
        assert check([bank]) == [True], f"{source} is no good bank"
        faulty = list(shape_faults(bank))
        most = MOST_OF_SHIPPED if source.parent.name == "question_banks" else MOST_OF_SAMPLES
        if len(faulty) > most:  # a long bank says the same things many times, and shipped ones say them alike
            faulty = faulty[:: len(faulty) // most + 1]
        faulty = [make() for make in faulty]
        verdicts = check(faulty)
        for broken, taken in zip(faulty, verdicts):
            by_schema = VALIDATOR.is_valid(broken)
            if by_schema != taken:
                path = pathlib.Path(tempfile.gettempdir()) / "disagreement.yaml"
                path.write_text(yaml.safe_dump(broken, allow_unicode=True, sort_keys=False), encoding="utf-8")
                sys.exit(f"{source.name}: the schema {'takes' if by_schema else 'refuses'} what the checker does not: {path}")
        total += verdicts.count(False)  # a resource may do without its text: some changes are no fault
    assert total > 1000, total
    print(f"schema and checker agree on {total} faulty banks")


main()
