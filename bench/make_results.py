#!/usr/bin/env python3
"""bench/make_results.py FOLDER RECORDS FILES [SEED]: batch files as kiosks write them, of people made up by chance.

Every batch has RECORDS / FILES records of one site and period; a record has about 1.3 KB: six domains and 38 items of
one bank. The people are 4,000 different ones per work group, drawn again and again.
"""

import json
import pathlib
import random
import sys

SITES = [f"Site {number:02}" for number in range(1, 11)]
PERIODS = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
ROLES = ["clinical", "admin", "support", "estates", "manager", "volunteer"]
LEVELS = [(0, "foundation"), (40, "developing"), (60, "capable"), (85, "proficient")]
DOMAINS = ["technical_proficiency", "information_data", "communication", "safety_security", "learning", "creation"]
OPTIONS = ["not_yet", "with_help", "alone", "teach"]
PERSONS = 4000


def level(percent):
    return [name for bound, name in LEVELS if percent >= bound][-1]


def text(thing):
    return json.dumps(thing, separators=(",", ":"))


def person(role, chance):
    domains, answers, percents = {}, {}, []
    for number, domain in enumerate(DOMAINS):
        ability = min(max(chance.gauss(0.55, 0.25), 0), 1)
        points = 0
        for item in range(6):
            if chance.random() < 0.04:
                continue
            score = min(int(ability * 4 + chance.random() - 0.3), 3)
            points += score
            answers[f"{domain[:9]}_{item + 1}"] = OPTIONS[max(score, 0)]
        percent = points * 1000 // 18 / 10
        percents.append(percent)
        domains[domain] = {"percent": percent, "level": level(percent), "answered": 6, "asked": 6,
                           "knowledge": chance.choice([None, 25.0, 50.0, 75.0, 100.0])}
        if chance.random() < 0.02:
            domains[domain] |= {"percent": None, "level": None, "answered": 2}
    answers["handover_steps"] = chance.sample(["lock", "tell", "sign", "leave"], 3)
    answers["fridge_reading"] = chance.choice([4.5, 5, 7.2])
    overall = sum(percents) * 10 // len(percents) / 10
    return (f'"role":"{role}","domains":{text(domains)},"overall":{text({"percent": overall, "level": level(overall)})},'
            f'"answers":{text(answers)}}}\n')


def main():
    folder, records, files = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    people = [person(role, chance) for role in ROLES for _ in range(min(PERSONS, records))]
    folder.mkdir(parents=True)
    size = records // files
    for number in range(files):
        start = {"campaign": "workforce", "site": SITES[number % len(SITES)], "period": PERIODS[number // 7 % len(PERIODS)]}
        header = {"format": "skills-results/1"} | start | {
            "bank": {"id": "workforce", "version": "1.2.0", "sha256": "a" * 64}, "kiosk": f"{number % 500:032x}",
            "sequence": number // 500 + 1, "previous": None if number < 500 else "b" * 64, "records": size}
        line = text(start | {"bank": "workforce@1.2.0"})[:-1] + ","
        path = folder / f"{chance.getrandbits(128):032x}.results.jsonl"
        path.write_text(text(header) + "\n" + "".join(line + body for body in chance.choices(people, k=size)))


if __name__ == "__main__":
    main()
