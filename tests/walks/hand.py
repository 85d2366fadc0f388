"""A hand at the X server itself: pointer and keys by xdotool, as a person would use them."""

import os
import subprocess
import time


class Hand:
    def __init__(self, kiosk, display):
        self.kiosk = kiosk
        self.environment = dict(os.environ, DISPLAY=display.name)

    def move(self, *words):
        """One xdotool call."""
        subprocess.run(["xdotool", *map(str, words)], check=True, timeout=30, env=self.environment)

    def press(self, name):
        """Presses the middle of an item; what is out of sight is first brought up by Show more or Show less."""
        for _ in range(40):
            item = self.kiosk.item(name)
            way = None if name.startswith(("body.", "bar.")) else self.way_to(item)
            if way is None:
                break
            self.press_until(way, lambda before=item["y"]: self.kiosk.item(name)["y"] != before)
        self.move("mousemove", round(item["x"] + item["width"] / 2), round(item["y"] + item["height"] / 2), "click", 1)

    def way_to(self, item):
        """The button that brings the item nearer into sight; None when its middle is in sight."""
        items = {one["id"]: one for one in self.kiosk.items()}
        middle = item["y"] + item["height"] / 2
        if "body.more" in items and middle >= items["body.more"]["y"] - 24:
            return "body.more"
        bars = [one["y"] + one["height"] for one in items.values() if one["id"].endswith(".back")]
        if "body.less" in items and bars and not item["id"].endswith(".back") and middle <= bars[0] + 24:
            return "body.less"
        return None

    def press_until(self, name, changed):
        """Presses once and waits until `changed()`."""
        self.press(name)
        self.wait_until(changed, f"{name} was pressed")

    def type_until(self, key, changed):
        """Strikes a key, by X's name of it, and waits until `changed()`."""
        self.move("key", key)
        self.wait_until(changed, f"{key} was struck")

    def wait_until(self, changed, what):
        """An event of X arrives a little later than xdotool returns."""
        for _ in range(200):
            if changed():
                return
            time.sleep(0.02)
        raise AssertionError(f"{what}, and nothing came of it on {self.kiosk.screen()}")
