"""The figures of `skills report --by site,role,period,item` the plain way: json.loads a line, sums in dictionaries."""

import json
import math
import pathlib
import sys
from collections import Counter, defaultdict

people, sums, levels, answers = Counter(), defaultdict(lambda: [0, 0, 0]), Counter(), Counter()
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    with open(path, "rb") as file:
        next(file)
        for line in file:
            record = json.loads(line)
            group = record["site"], record["role"], record["period"]
            people[group] += 1
            for name, domain in record["domains"].items():
                percent = domain["percent"]
                if percent is None:
                    continue
                total = sums[group, name]
                tenths = round(percent * 10)
                total[0] += 1
                total[1] += tenths
                total[2] += tenths * tenths
                levels[group, name, domain["level"]] += 1
            for item, answer in record["answers"].items():
                for part in answer if isinstance(answer, list) else [answer]:
                    answers[group, item, part] += 1
for (group, name), (n, total, squares) in sorted(sums.items()):
    deviation = math.sqrt((squares - total * total / n) / (n - 1)) if n > 1 else 0
    print(*group, name, n, round(total / n / 10, 1), round(deviation / 10, 1))
print(sum(people.values()), len(levels), len(answers), file=sys.stderr)
