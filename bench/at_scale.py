#!/usr/bin/env python3
"""bench/at_scale.py GLOB [SCHEDULER]: what `skills report --by site,role,period --exact` says of domains, by Dask.

GLOB names batch files or archives where they lie ("/mnt/share/*/*.results.jsonl"); SCHEDULER is the address of a Dask
cluster, whose workers must see the same paths; without it two processes of this machine. Prints CSV: site, role, period,
domain, measure, category, value. Needs Debian's python3-dask and python3-distributed.
"""

import csv
import json
import math
import operator
import sys
from collections import Counter
from fractions import Fraction

import dask.bag
import distributed

BLOCK = 64 * 1024 * 1024  # bytes of a file that one worker reads at a time


def sums_of(lines):
    """Counts and integer sums of some lines: they add up to the same whichever worker reads which line."""
    sums = Counter()
    for line in lines:
        record = json.loads(line)
        if "role" not in record:
            continue  # the first line of a file
        group = record["site"], record["role"], record["period"]
        sums[group, "", "people"] += 1
        for name, domain in record["domains"].items():
            if domain["percent"] is None:
                continue
            tenths = round(domain["percent"] * 10)
            sums[group, name, "n"] += 1
            sums[group, name, "sum"] += tenths
            sums[group, name, "squares"] += tenths * tenths
            sums[group, name, "level", domain["level"]] += 1
    return [sums]


def half_up(tenths):
    whole = math.floor(tenths + Fraction(1, 2))
    return f"{whole // 10}.{whole % 10}"


def root_half_up(square):
    """Halves up of the root, without the root: the largest k with (k - 1/2)^2 <= square."""
    k = math.isqrt(math.floor(square))
    return half_up(k + (1 if (k + Fraction(1, 2)) ** 2 <= square else 0))


def rows_of(sums):
    for (group, name, what, *rest), value in sums.items():
        if what in ("people", "level"):
            yield *group, name, what, *(rest or [""]), value
        elif what == "n":
            total, squares = sums[group, name, "sum"], sums[group, name, "squares"]
            yield *group, name, "mean", "", half_up(Fraction(total, value))
            if value > 1:
                variance = (squares - Fraction(total * total, value)) / (value - 1)
                yield *group, name, "standard_deviation", "", root_half_up(variance)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    cluster = sys.argv[2:] or [distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)]
    with distributed.Client(*cluster):
        lines = dask.bag.read_text(sys.argv[1], blocksize=BLOCK)
        sums = lines.map_partitions(sums_of).fold(operator.add).compute()
    csv.writer(sys.stdout).writerows(sorted(rows_of(sums)))


if __name__ == "__main__":
    main()
