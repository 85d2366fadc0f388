"""docs/at_scale.md: Dask finds the same figures in the files as `skills report --exact`, to the last digit."""

import csv
import importlib.util
import io
import pathlib
import subprocess
import sys
import tempfile
import unittest

import skills

NAMES = {"people": "people", "self_reported_mean": "mean", "self_reported_standard_deviation": "standard_deviation",
         "self_reported_level": "level"}


@unittest.skipUnless(importlib.util.find_spec("distributed") and importlib.util.find_spec("dask"), "Dask is not installed")
class AtScale(unittest.TestCase):
    def test_a_distributed_engine_finds_the_same_figures(self):
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            skills.simulate(folder / "data", respondents=300, seed=1)
            (folder / "policy.yaml").write_text("exact: true\n")
            report = skills.run("report", folder / "data" / "batches", "--by", "site,role,period", "--format", "csv", "--exact",
                                "--policy", folder / "policy.yaml").stdout.decode("utf-8-sig")
            expected = {(row["site"], row["role"], row["period"], row["id"], NAMES[row["measure"]], row["category"], row["value"])
                        for row in csv.DictReader(io.StringIO(report, newline=""))
                        if row["scope"] in ("group", "domain") and row["measure"] in NAMES and row["value"] != "0"}
            found = subprocess.run([sys.executable, skills.SOURCE_ROOT / "bench" / "at_scale.py",
                                    f"{folder}/data/batches/*.results.jsonl"], capture_output=True, text=True, check=True)
            self.assertGreater(len(expected), 100)
            self.assertEqual({tuple(row) for row in csv.reader(io.StringIO(found.stdout))}, expected)


if __name__ == "__main__":
    skills.main()
