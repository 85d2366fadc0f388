"""Banks made to hurt: each is refused with a place, soon, and in little memory.

The limits hold for the release build (0.5 s of CPU, 256 MiB); the sanitizers of other builds cost about ten times both.
"""

import pathlib
import resource
import tempfile
import unittest

from skills import PROGRAM, main, run

FACTOR = 1 if "/release/" in PROGRAM else 20
SECONDS = 0.5 * FACTOR
KILOBYTES = 256 * 1024 * FACTOR

ALIASES = "a: &a [x, x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20))
BANKS = {
    "aliases that double": ALIASES,
    "many anchors": "".join(f"k{i}: &a{i} x\n" for i in range(200_000)),
    "more bytes than a bank may have": "a" * 20_000_000,
    "one long comment": "#" * 4_000_000,
    "deep lists": "[" * 100_000,
    "deep maps": "{a: " * 50_000,
    "deep indentation": "".join(" " * i + "a:\n" for i in range(2_000)),
    "many documents": "---\n" * 900_000,
    "one key again and again": "a: 1\n" * 600_000,
    "many unknown keys": "".join(f"k{i}: {i}\n" for i in range(300_000)),
    "many empty items": "format: 1\nitems:\n" + "  - {}\n" * 400_000,
    "one long word": "format: " + "x" * 4_000_000,
    "a text that does not end": 'a: "' + "\\n" * 1_900_000,
    "tabs": "\t" * 3_000_000,
    "zeros": "\0" * 4_000_000,
    "every byte": bytes(range(256)) * 16_000,
    "UTF-16": ("format: 1\n" * 1_000).encode("utf-16"),
    "a tag for another reader": "format: !!python/object x\n",
}


def used():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class HostileBanks(unittest.TestCase):
    def test_each_is_refused_with_a_place_soon_and_in_little_memory(self):
        for name, content in BANKS.items():
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                bank = pathlib.Path(folder, "bank.yaml")
                bank.write_bytes(content if isinstance(content, bytes) else content.encode())
                before = used()
                said = run("bank", "check", bank, expect=1).stderr.decode(errors="strict")
                self.assertLess(used() - before, SECONDS)
                self.assertRegex(said.splitlines()[0], r"bank\.yaml:(\d+:\d+:)? error: .+")
                self.assertLessEqual(len(said.splitlines()), 101)
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, KILOBYTES)


if __name__ == "__main__":
    main()
