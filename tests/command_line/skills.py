"""Running the real program: what the tests of its subcommands share.

Each test is a script of its own: python3 NAME_test.py PROGRAM SOURCE_ROOT
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv[1] if len(sys.argv) > 2 else ""
SOURCE_ROOT = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ".")
BANK = SOURCE_ROOT / "question_banks" / "nhs-staff-core.yaml"


def run(*arguments, expect=0, env=None, **options):
    """Runs `skills ARGUMENTS`; the finished process, whose exit status was `expect`. What it publishes is forgotten,
    unless the arguments name a ledger."""
    with tempfile.TemporaryDirectory() as state:
        env = (os.environ if env is None else env) | {"XDG_STATE_HOME": state}
        done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, timeout=120, env=env, **options)
    if done.returncode != expect:
        raise AssertionError(f"exit status {done.returncode}, not {expect}: {arguments}\n"
                             f"{done.stdout.decode()}\n{done.stderr.decode()}")
    return done


def simulate(folder, respondents=40, seed=1, **more):
    options = [f"--{name.replace('_', '-')}={value}" for name, value in more.items()]
    return run("simulate", "--fast", "--bank", BANK, "--respondents", respondents, "--seed", seed, "--data", folder,
               *options)


def add_people(batch, folder, people=None):
    """Puts a synthetic batch into the folder as if people had answered it; of these only the first `people`."""
    lines = pathlib.Path(batch).read_text().splitlines()
    header = json.loads(lines[0])
    del header["synthetic"]
    lines = [json.dumps(header | {"records": people or header["records"]}, separators=(",", ":")), *lines[1:][:people]]
    folder.mkdir(exist_ok=True)
    (folder / pathlib.Path(batch).name).write_text("\n".join(lines) + "\n")


class OfResults(unittest.TestCase):
    """Tests of what commands say of `data`, the results of 200 people, with a folder of its own for each test."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.data = pathlib.Path(folder.name) / "data"
        simulate(cls.data, respondents=200, seed=3)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.scratch = pathlib.Path(folder.name)

    def file(self, name, content):
        path = self.scratch / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


def main():
    unittest.main(argv=sys.argv[:1], verbosity=2)
