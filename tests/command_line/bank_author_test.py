"""skills bank new, and skills bank check --format json for editors: bank_author_test.py SKILLS SOURCE_ROOT."""

import json
import os
import subprocess
import sys
import tempfile

SKILLS = ROOT = ""


def run(*words, cwd=None):
    done = subprocess.run([SKILLS, *words], cwd=cwd, capture_output=True, check=False, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)
    return name


def checked(folder, *names):
    status, output, errors = run("bank", "check", "--format", "json", *names, cwd=folder)
    assert errors == "", errors
    return status, json.loads(output)["files"]


def a_new_bank_passes_in_silence(folder):
    status, output, errors = run("bank", "new", "ward-basics", cwd=folder)
    assert status == 0 and "ward-basics.yaml" in output and errors == "", (status, output, errors)
    assert run("bank", "check", "ward-basics.yaml", cwd=folder) == (0, "", "")
    text = read(folder, "ward-basics.yaml")
    assert "\nid: ward-basics " in text and "skills bank check ward-basics.yaml" in text
    assert "my-bank" not in text and "languages: [en, cy]" in text
    write(folder, "answers.yaml", "{role: clinical, answers: {documents_find: alone}}")
    assert run("score", "--bank", "ward-basics.yaml", "--answers", "answers.yaml", cwd=folder)[0] == 0


def a_new_bank_can_have_one_language_or_another_first(folder):
    cases = [("en", "[en]", "Staff clinigol", "unvalidated"), ("cy", "[cy]", "Clinical staff", ""),
             ("cy,en", "[cy, en]", "", ""), ("en,en", "[en]", "Staff clinigol", "unvalidated")]
    for number, (languages, wanted, *absent) in enumerate(cases):
        name = f"bank{number}.yaml"
        assert run("bank", "new", "one", "--languages", languages, "--out", name, cwd=folder)[0] == 0
        assert run("bank", "check", name, cwd=folder) == (0, "", ""), languages
        text = read(folder, name)
        assert f"languages: {wanted}" in text, text
        for words in filter(None, absent):
            assert words not in text, (languages, words)


def a_file_that_is_there_stays_as_it_is(folder):
    write(folder, "mine.yaml", "my work\n")
    status, output, errors = run("bank", "new", "mine", cwd=folder)
    assert status == 1 and output == "", (status, output)
    assert errors == ("mine.yaml: error: is there already and stays as it is: choose another name with --out\n"), errors
    assert read(folder, "mine.yaml") == "my work\n"
    assert run("bank", "new", "mine", "--out", folder)[0] == 1
    status, _, errors = run("bank", "new", "mine", "--out", os.path.join(folder, "no", "where.yaml"))
    assert status == 3 and "cannot be written" in errors, (status, errors)
    assert os.listdir(folder) == ["mine.yaml"]


def wrong_words_are_wrong_usage(folder):
    for words, wanted in (((), "ID is required"), (("Ward",), "is no id"), (("null",), "is no id"),
                          (("a_b",), "is no id"), (("",), "is no id"), (("-x",), ""), (("x" * 65,), "is no id"),
                          (("a", "--languages", "cyy"), "did you mean 'cy'?"),
                          (("a", "--languages", "polish"), "add others to the file by hand")):
        status, output, errors = run("bank", "new", *words, cwd=folder)
        assert status == 2 and output == "" and wanted in errors, (words, status, errors)
    assert os.listdir(folder) == []
    assert run("bank", "check", "--format", "xml", "x")[0] == 2


def editors_get_one_document(folder):
    run("bank", "new", "good", cwd=folder)
    text = read(folder, "good.yaml")
    lines = text.splitlines()
    wrong = next(number for number, line in enumerate(lines, 1) if "version: 0.1.0" in line)
    write(folder, "bad.yaml", text.replace("version: 0.1.0", "version: one  ").replace("licence:", "licnece:"))
    status, files = checked(folder, "good.yaml", "bad.yaml", "absent.yaml")
    assert status == 3
    assert files[0] == {"file": "good.yaml", "findings": [], "left_out": 0}, files[0]
    assert files[1]["file"] == "bad.yaml" and files[1]["left_out"] == 0
    licence = next(number for number, line in enumerate(lines, 1) if line.startswith("licence:"))
    assert files[1]["findings"] == [
        {"line": lines.index("format: 1                      # of this language for banks, not of your bank") + 1,
         "column": 1, "severity": "error", "code": "missing-key", "text": "the key 'licence' is missing"},
        {"line": wrong, "column": 10, "severity": "error", "code": "bad-version",
         "text": "'one' is no version; write it like 1.0.0"},
        {"line": licence, "column": 1, "severity": "error", "code": "unknown-key",
         "text": "unknown key 'licnece'; did you mean 'licence'?"},
    ], files[1]
    assert files[2]["findings"] == [{"line": 0, "column": 0, "severity": "error", "code": "file-missing",
                                     "text": "there is no such file"}]
    assert checked(folder, "bad.yaml")[0] == 1


def warnings_do_not_fail(folder):
    run("bank", "new", "good", cwd=folder)
    write(folder, "good.yaml", read(folder, "good.yaml").replace("add a picture to", "open and/or close"))
    status, files = checked(folder, "good.yaml")
    assert status == 0
    (finding,) = files[0]["findings"]
    assert finding["severity"] == "warning" and finding["code"] == "double-barrelled", finding


def at_most_a_hundred_are_listed(folder):
    run("bank", "new", "good", cwd=folder)
    # 120 domains more, each of which is a number and no map.
    write(folder, "many.yaml", read(folder, "good.yaml").rstrip() + "\n" + "".join(f"  - {n}\n" for n in range(120)))
    status, files = checked(folder, "many.yaml")
    places = [(finding["line"], finding["column"]) for finding in files[0]["findings"]]
    assert status == 1 and len(places) == 100 and places == sorted(places)
    assert files[0]["left_out"] == 20, files[0]["left_out"]
    lines = run("bank", "check", "many.yaml", cwd=folder)[2].splitlines()
    assert len(lines) == 101 and lines[-1] == "many.yaml: error: 20 more are left out; mend these first", lines[-1]


def main():
    global SKILLS, ROOT  # pylint: disable=global-statement
    SKILLS, ROOT = sys.argv[1:]
    for test in (a_new_bank_passes_in_silence, a_new_bank_can_have_one_language_or_another_first,
                 a_file_that_is_there_stays_as_it_is, wrong_words_are_wrong_usage, editors_get_one_document,
                 warnings_do_not_fail, at_most_a_hundred_are_listed):
        with tempfile.TemporaryDirectory() as folder:
            test(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
