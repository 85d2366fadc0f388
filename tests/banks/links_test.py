"""Where the shipped banks send people: https, of an owner on the list, and each on the bank's page and in links.md."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from urllib.parse import urlsplit

import shared

KINDS = {"public body", "university", "charity", "open project"}


def owners():
    """owner -> (kind, hosts)"""
    found = {}
    for line in (shared.HERE / "owners.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            owner, kind, hosts = (part.strip() for part in line.split("|"))
            found[owner] = (kind, hosts.split())
    return found


def is_below(host, domain):
    return host == domain or host.endswith("." + domain)


class Links(unittest.TestCase):
    def test_every_owner_is_of_a_kind_that_may_be_named(self):
        self.assertEqual({kind for kind, _ in owners().values()} - KINDS, set())

    def test_every_link_is_https_and_belongs_to_its_owner(self):
        self.assertTrue(is_below("ico.org.uk", "ico.org.uk") and is_below("www.ico.org.uk", "ico.org.uk"))
        self.assertFalse(is_below("myico.org.uk", "ico.org.uk"))
        for bank in shared.banks():
            for resource in bank.resources():
                with self.subTest(bank=bank.id, url=resource["url"]):
                    address = urlsplit(resource["url"])
                    self.assertEqual(address.scheme, "https")
                    self.assertFalse(address.username or address.query or address.fragment)
                    self.assertIn(resource["owner"], owners())
                    self.assertTrue(any(is_below(address.hostname, host) for host in owners()[resource["owner"]][1]))

    def test_every_domain_leads_somewhere_from_every_level_and_says_in_words_what_to_do(self):
        for bank in shared.banks():
            for domain in bank.domains():
                with self.subTest(bank=bank.id, domain=domain["id"]):
                    resources = domain["resources"]
                    self.assertEqual([one["url"] for one in resources if not one.get("text") or not one.get("minutes")],
                                     [])
                    if "scoring" not in domain:  # else its results have names of their own
                        self.assertEqual({one["level"] for one in resources},
                                         {level["id"] for level in bank.tree["levels"]})

    def test_the_page_of_a_bank_lists_its_links_and_no_others(self):
        for bank in shared.banks():
            with self.subTest(bank.id):
                table = shared.rows(shared.section(bank.page, "Links"), "address", "owner", "purpose")
                listed = [(address.strip("<>"), owner) for address, owner, _ in table]
                self.assertEqual(len(listed), len(set(listed)), "a link stands twice")
                self.assertEqual(set(listed), {(one["url"], one["owner"]) for one in bank.resources()})
                self.assertEqual([row for row in table if not row[2]], [])


class TheList(unittest.TestCase):
    def run_tool(self, *words, expect=0):
        done = subprocess.run([sys.executable, "-B", str(shared.ROOT / "tools" / "bank_links"), *map(str, words)],
                              capture_output=True, text=True, check=False, timeout=60)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return done

    def test_is_current(self):
        self.run_tool("--check")

    def test_is_the_union_of_the_pages(self):
        head = "# x\n\n## Links\n\n| address | owner | purpose |\n|---|---|---|\n"
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "README.md").write_text("not a bank\n", encoding="utf-8")
            (folder / "b.md").write_text(head + "| https://x.example/ | X | One |\n", encoding="utf-8")
            (folder / "a.md").write_text(head + "| https://x.example/ | X | Two |\n| https://a.example/ | A | Three |\n",
                                         encoding="utf-8")
            self.run_tool("--check", folder, expect=1)
            self.run_tool(folder)
            self.run_tool("--check", folder)
            text = (folder / "links.md").read_text(encoding="utf-8")
            self.assertIn("| <https://a.example/> | A | [a](a.md) | Three |\n"
                          "| <https://x.example/> | X | [a](a.md), [b](b.md) | Two; One |\n", text)
            (folder / "b.md").write_text(head + "| https://x.example/ | Y | One |\n", encoding="utf-8")
            self.assertIn("https://x.example/", self.run_tool(folder, expect=1).stderr)

    def test_says_that_nobody_could_open_them(self):
        text = (shared.ROOT / "docs" / "banks" / "links.md").read_text(encoding="utf-8")
        self.assertIn("could not be opened", text)


if __name__ == "__main__":
    shared.main()
