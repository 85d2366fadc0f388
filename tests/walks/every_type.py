"""Walks through tests/data/every_type.yaml: each type of question by clicks, by keys and by a hand."""

import json
import os
import shutil
import tempfile

from answers import answer_any, by_name, kind, type_number
from hand import Hand
from kiosk import SKIPPED
from picture import Picture

EVERY_TYPE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "every_type.yaml")


def begin_visit(kiosk, press=None, language="en"):
    press = press or kiosk.click
    press(f"attract.start.{language}")
    press("comfort.next")
    press("privacy.next")
    press(kiosk.ids("role.option.")[0])
    press("role.next")
    assert kiosk.screen() == "question"


def look_at_picture(kiosk):
    """The picture is on the glass, with the colours of its file."""
    item = kiosk.item("question.image")
    assert item["role"] == "image" and item["name"].startswith("A smartcard"), item
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "a.png")
        kiosk.screenshot(file)
        colours = Picture(file).colours(item)
    assert colours.get((0x00, 0x5E, 0xB8), 0) > 0.1 * sum(colours.values()), colours.most_common(5)


def answer_rightly(kiosk, press):
    """The bank of every type from its first page to the check page, with every answer right."""
    def choose(name, prefix="question.option."):
        press(by_name(kiosk, prefix, name))

    def go_on(caption):
        press("question.next")
        if caption:
            assert kiosk.item("question.caption")["name"] == caption, kiosk.item("question.caption")

    go_on("Question 1 of 10")
    press("question.option.2")
    go_on("Question 2 of 10")
    choose("From: IT Service Desk <help@trust-secure.example>")
    go_on("Question 2 of 10")
    choose("Very sure")
    go_on("Question 3 of 10")
    # One step first where it does not belong, taken out, put last and moved up to its place.
    steps = ["Put the smartcard in the reader", "Enter your passcode",
             "Choose the role that you are working in now, if you have several",
             "Do your work in the record", "Take the smartcard out when you leave"]
    choose(steps[3])
    choose("Step 1: " + steps[3])
    for step in (0, 1, 2, 4, 3):
        choose(steps[step])
    choose("Move up: " + steps[3], "question.up.")
    go_on("Question 4 of 10")
    look_at_picture(kiosk)
    choose("On me")
    choose("In my locked locker")
    go_on("Question 5 of 10")
    choose("Tell the service desk at once")
    go_on("Question 6 of 10")
    press("question.option.2")
    go_on("Question 7 of 10")
    for left, right in (("Shared calendar", "Find a time when everyone is free"),
                        ("Email", "Send a written answer to one person"),
                        ("Video call", "See and hear a patient at home"),
                        ("Spreadsheet", "Add up the hours of a team")):
        choose(left, "question.left.")
        choose(right, "question.right.")
    go_on("Question 8 of 10")
    type_number(press, "38.0")
    assert kiosk.item("question.typed")["name"] == "38.0 °C"
    go_on("Question 8 of 10")
    choose("Just guessing")
    go_on("Question 9 of 10. Step 1 of 3")
    choose("Icon: Staff self service")
    go_on("Question 9 of 10. Step 2 of 3")
    choose("Link: I forgot my password")
    go_on("Question 9 of 10. Step 3 of 3")
    choose("Three words that have nothing to do with each other")
    go_on("Question 10 of 10")
    choose("Field: Number: 999 000 0000")
    go_on("")
    assert kiosk.screen() == "check"


def every_type(start, _):
    """The bank of every type by clicks: what was right and what was not is on the check page, the results and the batch."""
    with start("--bank", EVERY_TYPE, "--seed", "7") as kiosk:
        begin_visit(kiosk)
        answer_rightly(kiosk, kiosk.click)
        rows = {item["id"]: item["name"] for item in kiosk.items() if item["id"].startswith("check.answer.")}
        assert "check.answer.welcome" not in rows, rows
        assert rows["check.answer.smartcard_order"].startswith("1. Put the smartcard in the reader\n2. Enter"), rows
        assert rows["check.answer.suspicious_part"].endswith("example>\nHow sure: Very sure"), rows
        assert rows["check.answer.fever"] == "38.0 °C\nHow sure: Just guessing", rows
        assert rows["check.answer.join_tools"].startswith("Shared calendar – Find a time"), rows
        assert rows["check.answer.reset_password"].startswith("Staff self service; I forgot my password; Three"), rows
        assert kiosk.click("check.save") == "results"
        for name in kiosk.ids("results.why."):
            kiosk.click(name)
        verdicts = [item["name"] for item in kiosk.items() if item["id"].endswith(".verdict")]
        assert verdicts == ["Your answer was right."] * len(verdicts) and len(verdicts) == 8, verdicts  # the questions of knowledge
        kiosk.click("results.finish")
        kiosk.click("finished.next")
        # Nine others, and enough of them that a batch leaves.
        for _ in range(15):
            begin_visit(kiosk)
            while kiosk.screen() == "question":
                answer_any(kiosk, kiosk.click)
                kiosk.click("question.next")
            kiosk.click("check.save")
            kiosk.click("results.finish")
            kiosk.click("finished.next")
        kiosk.wait(4 * 3600)
        folder = os.path.join(kiosk.data, "batches")
        assert len(os.listdir(folder)) == 1, os.listdir(folder)
        with open(os.path.join(folder, os.listdir(folder)[0]), encoding="utf-8") as file:
            records = [json.loads(line) for line in file.readlines()[1:]]
        for record in records:
            answers = record["answers"]
            assert "welcome" not in answers, answers
            assert sorted(answers["smartcard_order"]) == ["insert", "pin", "role", "take", "work"], answers
            assert set(answers["join_tools"]) == {"calendar", "email", "video", "sheet"}, answers
            assert float(answers["fever"]) == 38, answers
            assert len(answers["reset_password"]) == 3, answers
            assert answers["fever.sure"] == "guessing", answers


def every_type_by_keys(start, _):
    """The same bank without a pointer, in Welsh and large letters: the answers on the check page are those given."""
    with start("--bank", EVERY_TYPE, "--seed", "7", "--language", "cy", "--text-size", "200",
               window="1024x768") as kiosk:
        def press(name):
            # A keypad is typed on, and Escape, Tab and Enter do the rest.
            if name.startswith("question.key."):
                key = name.rsplit(".", 1)[1]
                kiosk.key({"point": ".", "delete": "Backspace"}.get(key, key))
                return
            kiosk.focus_on(name)
            kiosk.key("Enter")

        begin_visit(kiosk, press, "cy")
        seen = []
        while kiosk.screen() == "question":
            if kind(kiosk) != "note":
                press("question.next")
                assert kiosk.focused() == "question.error", kiosk.focused()
                kiosk.key("Enter")
                assert kiosk.focused().startswith("question."), kiosk.focused()
            seen.append(answer_any(kiosk, press))
            if seen[-1] == "order":
                placed = [item["name"] for item in kiosk.items() if item["value"] == "selected"]
                last = kiosk.ids("question.up.")[-1]
                press(last)
                moved = [item["name"] for item in kiosk.items() if item["value"] == "selected"]
                assert moved != placed and len(moved) == 5, moved
                assert kiosk.focused() == last
            press("question.next")
        assert {"one", "several", "scene", "order", "match", "number", "note"} == set(seen), seen
        names = [item["name"] for item in kiosk.items() if item["id"].startswith("check.answer.")]
        assert len(names) == 10 and "Heb ei ateb" not in names, names
        press("check.save")
        assert kiosk.screen() == "results"


def every_type_by_hand(start, display):
    """Scene, order, pairs and number by the pointer and keyboard of the X server."""
    if shutil.which("xdotool") is None:
        print("skipped: xdotool is not installed")
        return SKIPPED
    with start("--bank", EVERY_TYPE, "--seed", "7") as kiosk:
        hand = Hand(kiosk, display)

        def state():
            return [(item["id"], item["name"], item["value"]) for item in kiosk.items()]

        def press(name):
            before = state()
            hand.press_until(name, lambda: state() != before)

        begin_visit(kiosk)
        tried = set()
        while kiosk.screen() == "question":
            asked = kind(kiosk)
            if asked in ("scene", "order", "match", "number") and asked not in tried:
                tried.add(asked)
                answer_any(kiosk, press, 1)
                if asked == "number":
                    for key, shown in (("BackSpace", "3"), ("7", "37"), ("KP_Decimal", "37."), ("5", "37.5")):
                        hand.type_until(key, lambda shown=shown: kiosk.item("question.typed")["value"] == shown)
                    press("question.key.delete")
                    assert kiosk.item("question.typed")["value"] == "37."
                if asked == "scene":
                    assert kiosk.item("question.option.1")["value"] == "selected"
                if asked == "match":
                    numbered = [item["name"] for item in kiosk.items() if item["id"].startswith("question.right.")]
                    assert [name[-1] for name in numbered] == ["1", "2", "3", "4"], numbered
                    press("question.right.0")  # undoes its pair
                    assert not kiosk.item("question.left.0")["name"].endswith("pair 1")
                    press("question.left.0")
                    press("question.right.0")
                press("question.next")
            else:
                answer_any(kiosk, kiosk.click)
                kiosk.click("question.next")
        assert tried == {"scene", "order", "match", "number"}, tried
        assert kiosk.item("check.answer.fever")["name"].startswith("37 °C")
    return 0
