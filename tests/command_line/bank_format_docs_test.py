"""Every example of docs/bank_format.md passes `skills bank check`, or is refused as it says. The word after `yaml` tells
what an example is: bank (a whole file), keys (for the top of a bank), domain (for `domains`), items (for a domain), or
error: MESSAGE (items that are refused with it). bank_format_docs_test.py SKILLS SOURCE_ROOT"""

import os
import re
import subprocess
import sys
import tempfile

SCALE = """scales:
  confidence:
    - {id: not_yet, score: 0, label: {en: Not yet, cy: Ddim eto}}
    - {id: with_help, score: 1, label: {en: With help, cy: Gyda help}}
    - {id: alone, score: 2, label: {en: On my own, cy: Ar fy mhen fy hun}}
"""
LEVELS = """levels:
  - {id: developing, from: 0, label: {en: Developing, cy: Yn datblygu}}
  - {id: capable, from: 48, label: {en: Capable, cy: Galluog}}
"""
PLAIN = "".join(f"      - {{id: plain_{n}, type: rating, scale: confidence, prompt: {{en: Plain {n}., cy: Plaen {n}.}}}}\n"
                for n in range(1, 5))


def indented(text, by):
    return "".join(" " * by + line + "\n" for line in text.splitlines())


def bank(keys="", items="", domains=""):
    """A bank around a part of one; what `keys` says stands in place of the bank's own."""
    own = {"scales": SCALE, "levels": LEVELS, "scoring": "scoring: {rule: percent}\n", "retired": "retired: [pager]\n"}
    for name in re.findall(r"(?m)^(\w+):", keys):
        own.pop(name, None)
    return ("format: 1\nid: example\nversion: 1.0.0\ntitle: {en: Example, cy: Enghraifft}\nlanguages: [en, cy]\n"
            "licence: CC0-1.0\nminutes: 4\nroles:\n  - {id: clinical, label: {en: Clinical, cy: Clinigol}}\n"
            "  - {id: support, label: {en: Support, cy: Cefnogi}}\n" + "".join(own.values()) + keys +
            "domains:\n  - id: safety\n    title: {en: Safety, cy: Diogelwch}\n    items:\n" + PLAIN +
            indented(items, 6) + indented(domains, 2))


def whole(kind, text):
    if kind == "bank":
        return text
    return bank(**{{"keys": "keys", "domain": "domains"}.get(kind, "items"): text})


def main():
    skills, root = sys.argv[1:]
    with open(os.path.join(root, "docs", "bank_format.md"), encoding="utf-8") as file:
        examples = re.findall(r"```yaml ([^\n]+)\n(.*?)```", file.read(), re.S)
    assert len(examples) >= 24, len(examples)
    kinds = {"bank", "keys", "domain", "items"}
    for kind, text in examples:
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "b.yaml"), "w", encoding="utf-8") as file:
                file.write(whole(kind, text))
            done = subprocess.run([skills, "bank", "check", "b.yaml"], cwd=folder, capture_output=True, text=True,
                                  check=False, timeout=60)
        errors = [line for line in done.stderr.splitlines() if ": error: " in line]
        if kind in kinds:
            assert not errors and done.returncode == 0, (kind, text, errors)
        else:
            wanted = kind.removeprefix("error: ")
            assert kind.startswith("error: ") and len(errors) == 1 and errors[0].endswith(wanted), (kind, errors)
    types = {"rating", "single", "multiple", "order", "match", "number", "hotspot", "task", "note"}
    shown = set(re.findall(r"type: (\w+)", "".join(text for kind, text in examples if kind == "items")))
    assert types <= shown, types - shown
    return 0


if __name__ == "__main__":
    sys.exit(main())
