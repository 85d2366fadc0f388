#!/usr/bin/env python3
"""Writes a two-language bank of N items: for measuring how checking grows. Usage: large_bank.py N > bank.yaml"""
import sys

HEAD = """format: 1
id: large-bank
version: 1.0.0
title: {en: A large bank, cy: Banc mawr}
languages: [en, cy]
licence: CC-BY-4.0
minutes: 240
roles:
  - {id: clinical, label: {en: Clinical, cy: Clinigol}}
  - {id: support, label: {en: Support, cy: Cefnogi}}
scales:
  confidence:
    - {id: not_yet, score: 0, label: {en: I cannot do this yet, cy: Ni allaf wneud hyn eto}}
    - {id: with_help, score: 1, label: {en: I can do it with help, cy: Gallaf ei wneud gyda help}}
    - {id: alone, score: 2, label: {en: I can do it on my own, cy: Gallaf ei wneud ar fy mhen fy hun}}
    - {id: teach, score: 3, label: {en: I can show others, cy: Gallaf ddangos i eraill}}
levels:
  - {id: developing, from: 0, label: {en: Developing, cy: Yn datblygu}}
  - {id: capable, from: 48, label: {en: Capable, cy: Galluog}}
  - {id: proficient, from: 81, label: {en: Proficient, cy: Hyfedr}}
scoring: {rule: percent, minimum_answered: 0.5}
domains:
"""

RATING = """      - id: item_{n}
        type: rating
        scale: confidence
        prompt: {{en: "I can find record number {n} of a patient on the ward system.", cy: "Gallaf ddod o hyd i gofnod rhif {n} claf ar system y ward."}}
        hint: {{en: "Think of the system that you use most of the time at work, number {n}.", cy: "Meddyliwch am y system rydych yn ei defnyddio fwyaf yn y gwaith, rhif {n}."}}
        why: {{en: "It tells us which learning to offer first.", cy: "Mae'n dweud wrthym pa ddysgu i'w gynnig gyntaf."}}
"""

SINGLE = """      - id: item_{n}
        type: single
        measures: knowledge
        not_sure: true
        show_if: item_{before} != not_yet and role in [clinical, support]
        prompt: {{en: "What do you do first with message number {n}?", cy: "Beth ydych chi'n ei wneud gyntaf gyda neges rhif {n}?"}}
        options:
          - {{id: open, label: {{en: "Open the link to see what it is", cy: "Agor y ddolen i weld beth ydyw"}}}}
          - {{id: report, correct: true, label: {{en: "Report it and do not open it", cy: "Rhoi gwybod amdano a pheidio â'i agor"}}}}
          - {{id: forward, label: {{en: "Send it on to a colleague", cy: "Ei anfon ymlaen at gydweithiwr"}}}}
        feedback: {{en: "Reporting protects everyone else as well.", cy: "Mae rhoi gwybod yn diogelu pawb arall hefyd."}}
"""


def main():
    count = int(sys.argv[1])
    print(HEAD, end="")
    for n in range(count):
        if n % 50 == 0:
            print(f"  - id: domain_{n // 50}\n    title: {{en: Domain {n // 50}, cy: Maes {n // 50}}}\n    items:")
        knowledge = n % 5 == 4
        print((SINGLE if knowledge else RATING).format(n=n, before=n - 1), end="")


main()
