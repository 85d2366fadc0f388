"""skills keys pin: from a PIN to a line that does not show it."""

import os
import pty
import re
import select
import subprocess
import unittest

import skills

SHAPE = re.compile(r"^\$argon2id\$v=19\$m=65536,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$")


def hashed(pin, expect=0):
    return skills.run("keys", "pin", expect=expect, input=pin)


def at_terminal(*lines):
    """What a terminal shows while these lines are typed at it, what comes out beside it, and the exit status."""
    master, slave = pty.openpty()
    process = subprocess.Popen([skills.PROGRAM, "keys", "pin"], stdin=slave, stderr=slave, stdout=subprocess.PIPE)
    os.close(slave)
    shown = b""
    for count, line in enumerate(lines, 1):
        while shown.count(b": ") < count:  # typed when asked, as the echo is off then
            assert select.select([master], [], [], 60)[0], shown
            shown += os.read(master, 4096)
        os.write(master, line + b"\n")
    out = process.stdout.read()
    process.stdout.close()
    status = process.wait(60)
    try:
        while select.select([master], [], [], 0.2)[0]:
            shown += os.read(master, 4096)
    except OSError:  # the other end is closed
        pass
    os.close(master)
    return shown, out, status


class KeysPin(unittest.TestCase):
    def test_a_pipe_gives_one_line_and_never_the_same_twice(self):
        lines = [hashed(b"482715\n").stdout.decode() for _ in range(2)]
        for line in lines:
            self.assertTrue(line.endswith("\n"))
            self.assertRegex(line.rstrip("\n"), SHAPE)
        self.assertNotEqual(*lines)
        self.assertRegex(hashed(b"482715\r\n").stdout.decode().rstrip("\n"), SHAPE)
        self.assertRegex(hashed(b"123456789012").stdout.decode().rstrip("\n"), SHAPE)

    def test_what_is_no_pin_is_refused_without_being_repeated(self):
        for pin in (b"", b"\n", b"48271\n", b"1234567890123\n", b"48271x\n", b"482 715\n", b"-82715\n",
                    "٤٨٢٧١٥\n".encode(), b"\0" * 6, b"1" * 100_000):
            done = hashed(pin, expect=1)
            self.assertEqual(done.stdout, b"")
            self.assertIn(b"6 to 12 digits", done.stderr)
            if len(pin) > 3:
                self.assertNotIn(pin.strip(), done.stderr)

    def test_a_terminal_asks_twice_and_shows_no_digit(self):
        shown, out, status = at_terminal(b"482715", b"482715")
        self.assertEqual(status, 0)
        self.assertRegex(out.decode().rstrip("\n"), SHAPE)
        self.assertNotIn(b"482715", shown)
        self.assertIn(b"admin_pin:", shown)

    def test_two_that_differ_are_refused(self):
        shown, out, status = at_terminal(b"482715", b"482716")
        self.assertEqual((status, out), (1, b""))
        self.assertIn(b"differ", shown)


if __name__ == "__main__":
    skills.main()
