"""Reviewed articles as a corpus: what people decided is the gold that extraction is scored against.

An article is a case once every fact of it is decided about: of what nobody looked at, none can say what is missed.
"""

import json
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import InputError
from extractor.interchange import Json, article_to_json, to_json
from extractor.records import KINDS, Extraction
from extractor.store.read import load

_LEFT_OUT = ("id", "start", "end", "rule", "confidence")
_PENDING = " + ".join(f"(SELECT count(*) FROM {kind} WHERE article = a.key AND review IS NULL)" for kind in KINDS)
_REVIEWED = f"""
    SELECT a.id, {_PENDING}
      + (SELECT count(*) FROM standing WHERE article = a.id AND state = 'disputed') AS pending
    FROM articles AS a WHERE a.latest AND a.id IN (SELECT article FROM standing WHERE state <> 'orphan')
    ORDER BY a.id
"""


@dataclass(frozen=True, slots=True)
class Cases:
    """How many articles became cases, with how many facts; how many wait for the review of their other facts."""

    articles: int
    facts: int
    waiting: int


def write_gold(db: sqlite3.Connection, folder: Path) -> Cases:
    """Write `articles.jsonl` and `gold/` into a new folder, as `extractor evaluate` takes it.

    Raises InputError where the folder holds something, or no article is reviewed to the end.
    """
    rows = db.execute(_REVIEWED).fetchall()
    chosen = [row["id"] for row in rows if not row["pending"]]
    waiting = len(rows) - len(chosen)
    if not chosen:
        raise InputError(f"no article whose facts are all decided about ({waiting} have some that are)")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder}: exists already; name a new folder")
    (folder / "gold").mkdir(parents=True)
    facts = 0
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as articles:
        for name, article in _names(chosen).items():
            extraction = load(db, article)
            facts += len(extraction.records)
            articles.write(json.dumps(_article(extraction, name), ensure_ascii=False) + "\n")
            gold = json.dumps(_gold(extraction, name), ensure_ascii=False, indent=1)
            (folder / "gold" / f"{name}.json").write_text(gold + "\n", encoding="utf-8")
    return Cases(len(chosen), facts, waiting)


def _names(articles: list[str]) -> dict[str, str]:
    """A file name for each article: its id, but for what a file name cannot have."""
    names: dict[str, str] = {}
    for article in articles:
        name = plain = re.sub(r"[^\w-]", "_", article)[:100]
        number = 1
        while name in names:
            number += 1
            name = f"{plain}_{number}"
        names[name] = article
    return names


def _article(extraction: Extraction, name: str) -> Json:
    told = article_to_json(extraction.article)
    del told["article"]
    return {"id": name, **{key: value for key, value in told.items() if value is not None}}


def _gold(extraction: Extraction, name: str) -> Json:
    """The gold file: slots and quotes only, with every kind."""
    whole = to_json(extraction)
    header = {slot: whole[slot] for slot in ("title", "published", "outlet", "author")}
    gold: Json = {"article": name, **header, "boilerplate": []}
    for kind in KINDS:
        records = whole[kind]
        assert isinstance(records, list), "an extraction holds a list of each kind"
        gold[kind] = [{slot: record[slot] for slot in record if slot not in _LEFT_OUT} for record in records]
    return gold
