#!/usr/bin/env python3
"""Writes the column `key` of units.csv from its names: `scripts/build_gazetteer.py`.

To be run after a change of the rows, or of the spellings in places.toml; a test tells when it was forgotten.
"""

import sys

from extractor.vietnamese.gazetteer import FILE, Unit, name_key


def main() -> int:
    """Write the file anew, with Unix line ends."""
    header, *lines = FILE.read_text(encoding="utf-8").splitlines()
    names = header.split(",")
    rows = [dict(zip(names, line.split(","), strict=True)) for line in lines]
    keyed = (Unit(**{**row, "key": name_key(row["name"])}) for row in rows)
    FILE.write_text(
        "\n".join([",".join(Unit._fields), *map(",".join, keyed)]) + "\n", encoding="utf-8", newline="\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
