"""skills bank check and skills score with good and bad input: bank_score_test.py SKILLS SOURCE_ROOT."""

import json
import os
import subprocess
import sys
import tempfile

SKILLS = ROOT = ""


def run(*words, cwd=None):
    done = subprocess.run([SKILLS, *words], cwd=cwd, capture_output=True, check=False, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def write(folder, name, content):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return path


def shipped_bank():
    return os.path.join(ROOT, "question_banks", "nhs-staff-core.yaml")


def the_shipped_bank_passes(_):
    assert run("bank", "check", shipped_bank()) == (0, "", "")  # all of them: tests/banks/plain_test.py


def three_mistakes_are_three_lines(folder):
    with open(shipped_bank(), encoding="utf-8") as file:
        text = file.read()
    text = text.replace("minutes: 10\n", "minutes: ten\n", 1).replace("version: 2.0.0", "version: 2.0")
    text = text.replace("from: 60", "from: 20")
    write(folder, "bad.yaml", text)
    status, output, errors = run("bank", "check", "bad.yaml", cwd=folder)
    assert status == 1 and output == "", (status, output)
    lines = errors.splitlines()
    assert len(lines) == 3, errors
    places = [line.split(":")[:3] for line in lines]
    for number, (line, place) in enumerate(zip(lines, places)):
        assert place[0] == "bad.yaml" and ": error: " in line, line
        wanted = ["version: 2.0\n", "minutes: ten\n", "from: 20"][number]
        at = text.splitlines(keepends=True)[int(place[1]) - 1]
        assert wanted in at, (wanted, at)
        # The value is where the column points, counted from 1.
        assert at[int(place[2]) - 1:].startswith(wanted.split(": ")[1].strip()), (place, at)


def every_type_of_answer_is_scored(_):
    # tests/data/schema/every_key.yaml: in `safety` the rating scores 1 of 2.5 (40 %). Knowledge, of 9 points: phishing 1,
    # cards 1 (partial), handover 0 (its one pair the other way round), words 0 (both joined wrong), fever 1, message 1,
    # reset 1 of 3 (the scene right, the words wrong); 5 of 9 is 55.5 %.
    bank = os.path.join(ROOT, "tests", "data", "schema", "every_key.yaml")
    answers = """{role: clinical, answers: {lock: with_help, phishing: address, phishing.sure: very_sure,
      cards: [with_me], handover: [second, first], words: {l1: r2, l2: r1}, fever: 37.5, message: link,
      reset: [settings, short], a1: alone, b1: alone, c1: not_yet, d1: alone, e1: alone, f1: high, g1: alone}}"""
    with tempfile.TemporaryDirectory() as folder:
        status, output, errors = run("score", "--bank", bank, "--answers", write(folder, "a.yaml", answers))
    assert (status, errors) == (0, ""), errors
    safety = json.loads(output)["domains"]["safety"]
    assert safety["percent"] == 40.0 and safety["knowledge"]["percent"] == 55.5, safety
    assert safety["knowledge"]["points"] == "5/9", safety
    assert safety["asked"] == 1 and safety["knowledge"]["asked"] == 7, safety


def bad_answers_of_every_type_are_refused(folder):
    bank = os.path.join(ROOT, "tests", "data", "schema", "every_key.yaml")
    cases = [("handover: [second]", "'handover' wants all 2 steps, in the person's order"),
             ("handover: [second, second]", "'second' is chosen twice"),
             ("words: {l1: r2}", "'words' wants a map of all 2 pairs, left id to right id"),
             ("words: {l1: r1, l2: r1}", "'r1' is joined twice"),
             ("words: {l1: r3, l2: r1}", "the answer cannot be 'r3'"),
             ("fever: 37.25", "'fever' takes 1 decimals"),
             ("fever: warm", "expected a number"),
             ("reset: [settings]", "'reset' wants a list of 2 answers, one a step"),
             ("reset: settings", "expected a list"),
             ("hello: yes", "'hello' is a note and takes no answer"),
             ("phishing.sure: maybe", "the answer cannot be 'maybe'"),
             ("cards.sure: very_sure", "the bank has no item 'cards.sure'"),
             ("message: [link]", "'message' takes one option, not a list")]
    for number, (answer, text) in enumerate(cases):
        file = write(folder, f"answers{number}.yaml", "{role: clinical, answers: {" + answer + "}}")
        status, output, errors = run("score", "--bank", bank, "--answers", file)
        assert status == 1 and output == "" and text in errors, (answer, errors)
        assert errors.startswith(f"{file}:1:"), errors


def an_answer_to_a_hidden_item_is_left_out_with_a_warning(folder):
    bank = os.path.join(ROOT, "tests", "data", "schema", "every_key.yaml")
    file = write(folder, "hidden.yaml", "{role: support, answers: {lock: not_mine, phishing: address}}")
    status, output, errors = run("score", "--bank", bank, "--answers", file)
    assert status == 0, errors
    assert errors == f"{file}:1:43: warning: 'phishing' is not asked of this person; its answer is left out\n", errors
    assert json.loads(output)["domains"]["safety"]["knowledge"]["answered"] == 0, output


def bad_files_are_refused(folder):
    huge = write(folder, "huge.yaml", b"#" * (4 * 1024 * 1024 + 1))
    cases = [
        (os.path.join(folder, "absent.yaml"), 3, "there is no such file"),
        (folder, 3, "this is not a file that can be read"),
        (huge, 1, "more than 4194304 bytes"),
        (write(folder, "empty.yaml", ""), 1, ":1:1: error: the file is empty"),
        (write(folder, "comma.yaml", ","), 1, ":1:1: error: "),
        (write(folder, "list.yaml", "- 1\n"), 1, ":1:1: error: expected a map"),
        (write(folder, "latin1.yaml", b"title: caf\xe9\n"), 1, ":1:11: error: not UTF-8"),
        (write(folder, "half.yaml", "title: {en: x"), 1, "error: this is not YAML"),
        (write(folder, "twice.yaml", "a: 1\na: 2\n"), 1, ":2:1: error: the key 'a' stands here a second time"),
        (write(folder, "alias.yaml", "a: &x 1\nb: *x\n"), 1, ":2:4: error: an alias"),
        (write(folder, "nul.yaml", b"a: \0\n"), 1, "control character U+0000"),
    ]
    for path, wanted, words in cases:
        status, output, errors = run("bank", "check", path)
        assert status == wanted, (path, status, errors)
        assert output == "" and words in errors, (path, errors)
        assert errors.splitlines()[0].startswith(path), errors
    # The worst of several is the answer, and the good ones do not hide it.
    assert run("bank", "check", shipped_bank(), huge)[0] == 1
    assert run("bank", "check", os.path.join(folder, "absent.yaml"), huge)[0] == 3


def usage_is_status_2(_):
    for words in ((), ("bank",), ("bank", "check"), ("nonsense",), ("score",), ("bank", "check", "--nonsense", "x"),
                  ("score", "--bank", "x", "--answers", "y", "--format", "xml")):
        status, _, errors = run(*words)
        assert status == 2 and errors, (words, status, errors)
    for words in (("--help",), ("--version",), ("bank", "check", "--help"), ("score", "--help")):
        status, output, _ = run(*words)
        assert status == 0 and output, words


def a_score_is_worked_by_hand(folder):
    # Four ratings of the safety domain: 3, 2, 0 and one that is not applicable: 5 of 9 points, 55.5 percent cut off,
    # "developing" (from 30, below 60). Three of four answered is at least half.
    with open(shipped_bank(), encoding="utf-8") as file:
        lines = file.read().split("- id: safety", 1)[1]
    items = [line.split("id: ")[1].split(",")[0].strip() for line in lines.splitlines()
             if line.strip().startswith("- id: ") and "know" not in line][:4]
    answers = dict(zip(items, ("show_others", "alone", "not_yet", "not_my_role")))
    path = write(folder, "answers.json", json.dumps({"role": "clinical", "answers": answers}))
    status, output, errors = run("score", "--bank", shipped_bank(), "--answers", path)
    assert status == 0, errors
    score = json.loads(output)
    safety = score["domains"]["safety"]
    assert safety["percent"] == 55.5 and safety["points"] == "5/9", safety
    assert safety["level"] == "developing" and safety["answered"] == 3 and safety["asked"] == 4, safety
    assert safety["knowledge"]["percent"] is None and safety["agreement"] is None, safety
    assert score["domains"]["information"]["percent"] is None
    assert score["overall"] == {"percent": 55.5, "level": "developing"}
    assert score["role"] == "clinical" and len(score["bank"]["sha256"]) == 64
    assert "55.5 %" in run("score", "--bank", shipped_bank(), "--answers", path, "--format", "text")[1]


def gaps_and_counts_are_told_and_a_total_only_where_there_is_one(folder):
    # Two skills rated practitioner and not yet, where the role asks for working and practitioner: gaps of -1 and 3 (R8); no total.
    points = "".join(f"    - {{id: {name}, score: {score}, label: {name}}}\n" for score, name in
                     enumerate(("not_yet", "awareness", "working", "practitioner")))
    levels = "".join(f"  - {{id: {name}, from: {start}, label: {name}}}\n" for start, name in
                     ((0, "not_yet"), (33, "awareness"), (66, "working"), (99, "practitioner")))
    rated = "title: {0}, items: [{{id: {0}_1, type: rating, scale: s, prompt: I do {0}.}}]"
    bank = write(folder, "gap.yaml", f"""format: 1
id: gap
version: 1.0.0
title: Gap
languages: [en]
licence: CC0-1.0
minutes: 1
roles: [{{id: analyst, label: Analyst}}]
scales:
  s:
{points}levels:
{levels}scoring: {{rule: percent, minimum_answered: 0.5, overall: none}}
profiles: {{analyst: {{maps: working, tables: practitioner}}}}
domains:
  - {{id: maps, {rated.format("maps")}}}
  - {{id: tables, {rated.format("tables")}}}
  - {{id: words, scoring: {{rule: ordinal}}, {rated.format("words")}}}
""")
    answers = write(folder, "gap.json", json.dumps(
        {"role": "analyst", "answers": {"maps_1": "practitioner", "tables_1": "not_yet", "words_1": "working"}}))
    status, output, errors = run("score", "--bank", bank, "--answers", answers, "--format", "text")
    assert status == 0, errors
    assert output.count("gap to the role's profile: -1") == 1 and output.count("gap to the role's profile: 3") == 1, output
    assert "1 times working" in output and "Overall" not in output, output


def bad_answers_are_refused(folder):
    cases = [
        ("{role: clinical, answers: {nothing: alone}}", 1, "the bank has no item 'nothing'"),
        ("{role: nobody, answers: {}}", 1, ":1:8: error: role cannot be 'nobody'"),
        ("[]", 1, "expected a map"),
        ("", 1, "the file is empty"),
        (",", 1, ":1:1: error: "),
    ]
    for number, (text, wanted, words) in enumerate(cases):
        path = write(folder, f"answers{number}.yaml", text)
        status, output, errors = run("score", "--bank", shipped_bank(), "--answers", path)
        assert (status, output) == (wanted, "") and words in errors, (text, status, errors)
    absent = os.path.join(folder, "absent.yaml")
    assert run("score", "--bank", shipped_bank(), "--answers", absent)[0] == 3
    assert run("score", "--bank", absent, "--answers", absent)[0] == 3


def main():
    global SKILLS, ROOT  # pylint: disable=global-statement
    SKILLS, ROOT = sys.argv[1:]
    for test in (the_shipped_bank_passes, three_mistakes_are_three_lines, bad_files_are_refused, usage_is_status_2,
                 a_score_is_worked_by_hand, gaps_and_counts_are_told_and_a_total_only_where_there_is_one,
                 bad_answers_are_refused, every_type_of_answer_is_scored, bad_answers_of_every_type_are_refused,
                 an_answer_to_a_hidden_item_is_left_out_with_a_warning):
        with tempfile.TemporaryDirectory() as folder:
            test(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
