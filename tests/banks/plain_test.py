"""Every shipped bank is clean, has its page, and speaks Welsh; what its checker warns of is explained on the page."""

import unittest

import shared


class EveryBank(unittest.TestCase):
    def test_has_a_page_and_a_line_in_the_list_and_no_page_is_left_over(self):
        folder = shared.ROOT / "docs" / "banks"
        ids = {bank.id for bank in shared.banks()}
        pages = {page.stem for page in folder.glob("*.md")} - {"README", "links"}
        self.assertEqual(ids, pages)
        listing = (folder / "README.md").read_text(encoding="utf-8")
        for bank in shared.banks():
            self.assertIn(f"]({bank.id}.md)", listing)
            self.assertEqual(bank.file.name, f"{bank.id}.yaml")

    def test_is_clean_but_for_warnings_that_its_page_explains(self):
        for bank in shared.banks():
            with self.subTest(bank.id):
                found = shared.findings(bank)
                shared.run("bank", "check", bank.file)  # 0: warnings alone
                table = shared.rows(shared.section(bank.page, "Warnings"), "warning", "why")
                explained = {warning for warning, why in table if why and " " not in warning}
                self.assertEqual({code for code, _ in found}, explained, found)

    def test_is_whole_in_english_and_welsh_and_says_that_nobody_validated_the_welsh(self):
        for bank in shared.banks():
            with self.subTest(bank.id):
                self.assertEqual(bank.tree["languages"], ["en", "cy"])
                self.assertEqual(bank.tree["translations"], {"cy": "unvalidated"})
                self.assertEqual(list(self.half_translated({**bank.tree, "translations": {}})), [])

    def half_translated(self, node, place=""):
        """Maps with one language and not the other; plain texts where translations belong."""
        texts = {"title", "about", "label", "prompt", "hint", "why", "alt", "error", "feedback", "text",
                 "before_you_start", "after"}
        if isinstance(node, dict):
            tags = {"en", "cy"} & set(node)
            if tags and (len(tags) < 2 or not all(str(node[tag]).strip() for tag in tags)):
                yield place
            for key, value in node.items():
                if key in texts and isinstance(value, str):
                    yield f"{place}/{key}"
                yield from self.half_translated(value, f"{place}/{key}")
        elif isinstance(node, list):
            for index, value in enumerate(node):
                name = value.get("id", index) if isinstance(value, dict) else index
                yield from self.half_translated(value, f"{place}/{name}")

    def test_may_be_used_by_all_and_says_what_became_of_an_answer(self):
        for bank in shared.banks():
            with self.subTest(bank.id):
                self.assertEqual(bank.tree["licence"], "CC-BY-4.0")
                self.assertIn("No owner of the materials named here endorses this product", bank.tree["credits"])
                self.assertEqual([item["id"] for item in bank.knowledge() if not item.get("feedback")], [])
                self.assertEqual([item["id"] for item in bank.knowledge() if not item.get("not_sure")], [])


if __name__ == "__main__":
    shared.main()
