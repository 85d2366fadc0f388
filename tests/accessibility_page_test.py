"""Every test that docs/accessibility.md names is one that runs: accessibility_page_test.py ROOT BUILD_FOLDER."""

import json
import pathlib
import re
import subprocess
import sys


def main():
    root, build = map(pathlib.Path, sys.argv[1:])
    listed = json.loads(subprocess.run(["ctest", "--show-only=json-v1"], cwd=build, capture_output=True, text=True, check=True).stdout)
    names = {test["name"] for test in listed["tests"]}
    # The names of doctest's cases come after their program's, and end at a semicolon.
    names |= {name.split(":", 1)[1].strip() for name in names if "_tests:" in name}
    page = (root / "docs" / "accessibility.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (A\d+) \|(.*)\|$", page, flags=re.MULTILINE)
    assert [row[0] for row in rows] == [f"A{number}" for number in range(1, 29)], [row[0] for row in rows]
    missing = []
    for requirement, cells in rows:
        tests = re.findall(r"`([^`]+)`", cells.split("|")[2])
        result = cells.split("|")[3]
        assert tests or "no test" in result, f"{requirement} names no test and does not say so"
        missing += [f"{requirement}: {test}" for test in tests if test.split(";")[0] not in names]
    assert not missing, "these tests do not exist:\n" + "\n".join(missing)


if __name__ == "__main__":
    main()
