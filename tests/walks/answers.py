"""Answers whatever question is on the screen, of any type, for walks.

`press` is the way a control is pressed: by the automation's click, by keys alone, or by a hand at the X server.
"""


def numbers(kiosk, prefix):
    return [item["id"] for item in kiosk.items() if item["id"].startswith(prefix)]


def kind(kiosk):
    """What the page asks for, from the controls it has."""
    items = kiosk.items()
    ids = [item["id"] for item in items]
    options = [item for item in items if item["id"].startswith("question.option.")]
    if "question.typed" in ids:
        return "number"
    if "question.left.0" in ids:
        return "match"
    if "question.placed_title" in ids:
        return "order"
    if any(item["role"] == "region" for item in options):
        return "scene"
    if not options:
        return "note"
    return "several" if options[0]["role"] == "checkbox" else "one"


def by_name(kiosk, prefix, name):
    """The id of the control of that name; shuffled options have no other mark."""
    found = [item["id"] for item in kiosk.items() if item["id"].startswith(prefix) and item["name"] == name]
    assert len(found) == 1, (name, [item["name"] for item in kiosk.items()])
    return found[0]


def type_number(press, text):
    for key in text:
        press("question.key." + ("point" if key == "." else key))


def answer_any(kiosk, press, choice=0):
    """Answers the page with the option at `choice`, or as it comes where there is more to do."""
    asked = kind(kiosk)
    options = numbers(kiosk, "question.option.")
    if asked in ("one", "several", "scene"):
        press(options[min(choice, len(options) - 1)])
    elif asked == "order":
        for _ in range(20):
            steps = [item for item in kiosk.items() if item["role"] == "checkbox" and not item["value"]
                     and item["id"].startswith("question.option.")]
            if not steps:
                break
            press(steps[0]["id"])
    elif asked == "match":
        for index in range(len(numbers(kiosk, "question.left."))):
            press(f"question.left.{index}")
            press(f"question.right.{index}")
    elif asked == "number":
        type_number(press, "38")
    return asked
