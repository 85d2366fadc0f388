"""Runs the examples of the pages for authors and trainers: docs_test.py SKILLS SOURCE_ROOT.

Every line of a ```sh block is run, in order, in an empty folder beside the banks; all must end with 0.
Lines that open a window are left to the walks.
"""

import os
import re
import subprocess
import sys
import tempfile


def examples(page):
    with open(page, encoding="utf-8") as file:
        blocks = re.findall(r"^```sh\n(.*?)^```$", file.read(), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def main():
    skills, root = sys.argv[1:]
    environment = dict(os.environ, PATH=os.path.dirname(skills) + os.pathsep + os.environ["PATH"])
    for name in ("author.md", "trainer.md", "scoring.md", "exchange.md", "simulation.md"):
        lines = examples(os.path.join(root, "docs", name))
        assert lines, f"{name} has no examples"
        with tempfile.TemporaryDirectory() as folder:
            os.symlink(os.path.join(root, "question_banks"), os.path.join(folder, "question_banks"))
            with open(os.path.join(folder, "my_answers.yaml"), "w", encoding="utf-8") as file:
                file.write("{role: clinical, answers: {}}\n")
            for line in lines:
                if line.startswith(("skills-kiosk", "skills-trainer", "skills bank preview")):
                    continue
                done = subprocess.run(["sh", "-c", line], cwd=folder, env=environment, capture_output=True,
                                      text=True, check=False, timeout=120)
                assert done.returncode == 0, f"{name}: {line}\n{done.stdout}{done.stderr}"
    return 0


if __name__ == "__main__":
    sys.exit(main())
