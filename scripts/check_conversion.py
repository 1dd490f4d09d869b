#!/usr/bin/env python3
"""Compare the successors of every commune of early 2025 with the package vietnamadminunits (MIT).

`pip install vietnamadminunits` first; it is no dependency. Prints how many agree and lists every disagreement with
its reason. The package keeps one successor of a divided commune; the gazetteer keeps all, that one first.
"""

import argparse
import sys
from collections import Counter

from vietnamadminunits import convert_address

from extractor.vietnamese.gazetteer import REFORM, Unit, gazetteer, name_key

EVE = "2025-06-30"


def main() -> int:
    """Print the comparison; the exit code is 1 where a disagreement has no reason."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--limit", type=int, help="communes to compare, from the first on")
    options = arguments.parse_args()
    places = gazetteer()
    communes = [unit for unit in places.units if unit.level == "commune" and unit.valid_to == REFORM]
    tally: Counter[str] = Counter()
    for unit in communes[: options.limit]:
        verdict, detail = compare(unit)
        tally[verdict] += 1
        if verdict != "agree":
            print(f"{verdict}\t{address(unit)}\t{detail}")
    for verdict, count in tally.most_common():
        print(f"{count:6} {verdict}")
    return 1 if tally["differ"] else 0


def compare(unit: Unit) -> tuple[str, str]:
    """The verdict on one commune, and both answers where they are not the same."""
    places = gazetteer()
    codes = unit.successors.split()
    ours = [places.path(new, REFORM) for code in codes if (new := places.coded(code, REFORM))]
    answer = convert_address(address(unit))
    theirs = (str(answer.short_province or ""), str(answer.short_ward or ""))
    same = [tuple(map(name_key, path)) == tuple(map(name_key, theirs)) for path in ours]
    shown = f"ours {'; '.join('/'.join(path) for path in ours)}, theirs {'/'.join(theirs)}"
    if not theirs[1]:
        return "no answer", shown
    if not any(same):
        return ("respelt" if answer.ward_code in codes else "differ"), shown
    if len(ours) > 1:
        return ("one of several" if same[0] else "another of several"), shown
    return "agree", ""


def address(unit: Unit) -> str:
    """The commune as an address with its district and province."""
    line = gazetteer().lineage(unit, EVE)[::-1]
    return ", ".join(f"{each.kind} {each.name}" for each in line)


if __name__ == "__main__":
    sys.exit(main())
