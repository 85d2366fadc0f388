"""A bank shown to its author: every question at hand, the file followed, and nothing kept."""

import os
import shutil
import tempfile

from hand import Hand
from kiosk import sleep


def save(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def preview(start, display, small_bank):
    with tempfile.TemporaryDirectory() as folder:
        bank = os.path.join(folder, "bank.yaml")
        shutil.copy(small_bank, bank)
        with open(bank, encoding="utf-8") as file:
            text = file.read()
        with start("--preview", "--bank", bank) as kiosk:
            assert kiosk.screen() == "preview"
            items = [name.removeprefix("preview.item.") for name in kiosk.ids("preview.item.")]
            roles = kiosk.ids("preview.role.")
            assert len(items) == 3 and len(roles) == 2, (items, roles)

            # To any question, with the pointer of a real hand, and back by the bar.
            Hand(kiosk, display).press_until(f"preview.item.{items[1]}", lambda: kiosk.screen() == "question")
            prompt = kiosk.item("question.prompt")["name"]
            assert f'en: "{prompt}"' in text or f"en: {prompt}" in text, prompt
            kiosk.click("question.option.1")
            assert kiosk.item("question.option.1")["value"] == "selected"

            # Saved again: the same question with its new words; its answer stays, as its options did.
            save(bank, text.replace(prompt, "Quite another question"))
            kiosk.wait(1)
            assert kiosk.screen() == "question"
            assert kiosk.item("question.prompt")["name"] == "Quite another question"
            assert kiosk.item("question.option.1")["value"] == "selected"
            kiosk.click("bar.language")
            assert kiosk.item("question.prompt")["name"] != "Quite another question"
            kiosk.click("bar.language")

            # With a mistake in it: the checker's words, and what was good is still there to look at.
            save(bank, text.replace("minutes:", "minuets:", 1))
            kiosk.wait(1)
            assert kiosk.click("bar.preview") == "preview"
            shown = " ".join(item["name"] for item in kiosk.items())
            assert f"{bank}:" in shown and "unknown key 'minuets'; did you mean 'minutes'?" in shown, shown
            assert kiosk.ids("preview.item.")
            save(bank, text)
            kiosk.wait(1)
            shown = " ".join(item["name"] for item in kiosk.items())
            assert "minuets" not in shown, shown

            # A role is switched, and the whole way leads to results that say that nothing was kept.
            kiosk.click(roles[-1])
            assert kiosk.item(roles[-1])["value"] == "selected"
            assert kiosk.click("preview.next") == "attract"
            kiosk.click("attract.start.en")
            kiosk.click("comfort.next")
            kiosk.click("privacy.next")
            kiosk.click(kiosk.ids("role.option.")[0])
            kiosk.click("role.next")
            assert kiosk.answer_all(lambda options: options[1]) == "check"
            kiosk.click("check.save")
            assert kiosk.item("results.saved")["name"] == "This is a preview. Nothing was saved."
            assert not os.path.exists(kiosk.data), "a preview has no data folder"

        # A bank that was never good: findings only, until it is mended.
        save(bank, ",")
        with start("--preview", "--bank", bank) as kiosk:
            assert kiosk.screen() == "preview" and not kiosk.ids("preview.item.")
            assert any(f"{bank}:1:1: error:" in item["name"] for item in kiosk.items())
            save(bank, text)
            sleep(0.1)
            kiosk.wait(1)
            assert kiosk.ids("preview.item.")
