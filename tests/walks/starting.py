"""What a kiosk is started with, and who may: banks with faults, signed ones, link keys, options, a folder in use, automation."""

import os
import shutil
import subprocess
import tempfile

from kiosk import Kiosk


def broken(start, _):
    """A bank with faults: out of order on the glass, every detail on standard error."""
    with tempfile.TemporaryDirectory() as folder:
        bank = os.path.join(folder, "broken.yaml")
        with open(bank, "w", encoding="utf-8") as file:
            file.write(",")
        with start("--bank", bank) as kiosk:
            assert kiosk.screen() == "out_of_order"
            shown = " ".join(item["name"] for item in kiosk.items())
            assert "broken" not in shown and "yaml" not in shown, shown
            kiosk.key("Enter", "F1", "Escape", "Tab")
            assert kiosk.wait(100_000) == "out_of_order"
            assert f"{bank}:1:1: error:" in kiosk.error_text(), kiosk.error_text()
        shutil.copy(os.path.join(os.path.dirname(start.bank), "every_type.yaml"), folder)  # not its picture
        with start("--bank", os.path.join(folder, "every_type.yaml")) as kiosk:
            assert kiosk.screen() == "out_of_order"
            assert "error: the image 'smartcard.png': there is no such file" in kiosk.error_text(), kiosk.error_text()
        with start("--campaign", os.path.join(folder, "missing.yaml")) as kiosk:
            assert kiosk.screen() == "out_of_order"
            assert "missing.yaml: error:" in kiosk.error_text(), kiosk.error_text()


def signed(start, _):
    """With `bank_keys` only a bank that a named key signed runs, --bank included."""
    def skills(*words):
        program = os.path.join(os.path.dirname(start.program), "skills")
        done = subprocess.run([program, *words], cwd=folder, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def write(name, content):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)

    def expect(screen, words="", *options):
        with start("--campaign", os.path.join(folder, "campaign.yaml"), *options) as kiosk:
            assert kiosk.screen() == screen, kiosk.error_text()
            errors = kiosk.error_text()
            assert errors.count("error:") == bool(words) and words in errors, errors
            shown = " ".join(item["name"] for item in kiosk.items())
            assert "sign" not in shown.split() and ".yaml" not in shown, shown

    with tempfile.TemporaryDirectory() as folder:
        with open(start.bank, "rb") as file:
            bank = file.read()
        write("bank.yaml", bank)
        skills("keys", "new", "author")
        skills("keys", "new", "stranger")
        with open(os.path.join(folder, "author.pub"), encoding="utf-8") as file:
            public = file.read().strip()
        campaign = "format: 1\nid: spring\nsite: ward-7\nbank: bank.yaml\n"
        write("campaign.yaml", campaign.encode())
        expect("attract")  # without keys any bank may run
        write("campaign.yaml", f"{campaign}bank_keys: [{public}]\n".encode())
        expect("out_of_order", "this bank is not signed")

        skills("bank", "sign", "bank.yaml", "--key", "author.key")
        expect("attract")
        expect("out_of_order", "this bank is not signed", "--bank", start.bank)
        with open(os.path.join(folder, "bank.yaml.sig"), "rb") as file:
            signature = file.read()
        write("bank.yaml", bank.replace(b"version: 1.0.0", b"version: 1.0.1", 1))
        expect("out_of_order", "not the one that was signed")
        skills("bank", "sign", "bank.yaml", "--key", "author.key")
        write("bank.yaml", bank)
        expect("out_of_order", "is of another bank")
        write("bank.yaml.sig", signature[:100])
        expect("out_of_order", "bank.yaml.sig: error: this signature is damaged or cut short")
        skills("bank", "sign", "bank.yaml", "--key", "stranger.key")
        expect("out_of_order", "a key that is not trusted here")
        write("bank.yaml.sig", signature)
        expect("attract")


def link(start, _):
    """With a link key: words given to one visit are chosen from lists in the next, in the other language too."""
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(os.path.dirname(start.program), "skills")
        subprocess.run([program, "keys", "new", "cohort"], cwd=folder, check=True, capture_output=True)
        shutil.copy(start.bank, os.path.join(folder, "bank.yaml"))
        campaign = os.path.join(folder, "campaign.yaml")
        with open(campaign, "w", encoding="utf-8") as file:
            file.write("format: 1\nid: spring\nsite: ward-7\nbank: bank.yaml\nlink_key_file: cohort.key\n")

        def to_link(kiosk):
            kiosk.click("attract.start.en")
            kiosk.click("comfort.next")
            kiosk.click("privacy.next")
            kiosk.click(kiosk.ids("role.option.")[0])
            assert kiosk.click("role.next") == "link"

        with start("--campaign", campaign) as kiosk:
            to_link(kiosk)
            kiosk.click("link.draw")
            words = [kiosk.item(name)["name"] for name in kiosk.ids("link.chosen.")]
            assert len(words) == 3, words
            kiosk.click("bar.language")
            welsh = [kiosk.item(name)["name"] for name in kiosk.ids("link.chosen.")]
            assert len(welsh) == 3 and welsh != words, welsh
            kiosk.click("bar.language")
            assert kiosk.click("link.next") == "question"
            assert kiosk.answer_all(lambda options: options[1]) == "check"
            kiosk.click("check.save")
            kiosk.click("results.finish")
            kiosk.click("finished.next")

            to_link(kiosk)
            kiosk.click("link.enter")
            for word in words:
                initial = next(name for name in kiosk.ids("link.initial.")
                               if kiosk.item(name)["name"].lower() == word[0])
                kiosk.click(initial)
                kiosk.click(next(name for name in kiosk.ids("link.word.") if kiosk.item(name)["name"] == word))
            assert kiosk.screen() == "question"


def locked(start, display):
    """Two kiosks cannot keep one data folder."""
    with start() as first:
        assert first.screen() == "attract"
        with Kiosk(start.program, display, "--window", "1280x720", data=first.data) as second:
            assert second.screen() == "out_of_order"
            assert "error:" in second.error_text()
        assert first.click("attract.start.en") == "comfort"


def protocol(start, _):
    """Whatever comes in, one line is answered by one line."""
    with start() as kiosk:
        for line in ("", "nonsense", "[]", "{}", '{"do":1}', '{"do":"dance"}', '{"do":"click"}',
                     '{"do":"click","id":"no.such"}', '{"do":"key","key":"Hyper"}', '{"do":"wait"}',
                     '{"do":"wait","seconds":-1}', '{"do":"wait","seconds":"1"}',
                     '{"do":"screenshot","file":"/no/such/folder/a.png"}', '{"do":"\\ud800"}'):
            answer = kiosk.send(line)
            assert answer["ok"] is False and answer["error"], (line, answer)
        for item in kiosk.items():
            assert list(item) == ["id", "role", "name", "value", "enabled", "focused", "x", "y", "width", "height"]
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "a.png")
            kiosk.screenshot(file)
            with open(file, "rb") as picture:
                assert picture.read(8) == b"\x89PNG\r\n\x1a\n"
        assert kiosk.do("quit")["ok"]
        assert kiosk.process.wait(30) == 0, kiosk.error_text()
    with start() as kiosk:
        kiosk.process.stdin.close()  # the end of the input ends the kiosk
        assert kiosk.process.wait(30) == 0, kiosk.error_text()


def usage(start, display):
    """Wrong usage is 2, no display is 3, each with a sentence."""
    def run(*options, shown_on=display.name):
        environment = dict(os.environ, DISPLAY=shown_on)
        return subprocess.run([start.program, *options], env=environment, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=60, check=False)
    for options in (["--speech", "loud"], ["--preview"], ["--preview", "--bank", "b", "--campaign", "c"],
                    ["--lock-down", "--window", "1024x768"], ["--lock-down", "--automation"],
                    ["--lock-down", "--preview", "--bank", "b"], ["--seed", "1"], ["--window", "12"],
                    ["--text-size", "110"], ["--contrast", "loud"], ["--no-such"], ["stray"]):
        done = run(*options)
        assert done.returncode == 2 and done.stderr, (options, done)
    with tempfile.TemporaryDirectory() as folder:
        done = run("--data", folder, "--language", "pl", "--automation")
        assert done.returncode == 2 and done.stderr, done
        done = run("--data", folder, "--automation", shown_on=":no-such-display")
        assert done.returncode == 3 and done.stderr.startswith("skills-kiosk: no window"), done
    assert run("--help").returncode == 0
    assert run("--version").returncode == 0
