"""The exchange format: one JSON object an article, slots named as in the gold files.

An article's keys are `article`, `title`, `published`, `outlet`, `author`, `text` and one list for each kind. A
record holds its slots, then `quote`, `id`, `start`, `end`, `rule` and `confidence`. `part_of` is an index into
the article's `counts`. Numbers are JSON numbers.
"""

from collections.abc import Mapping
from decimal import Decimal

from extractor.records import KINDS, Article, CountFact, Event, Extraction, Record

Json = dict[str, object]
_PROVENANCE = ("quote", "id", "start", "end", "rule", "confidence")
_LEFT_OUT = frozenset({*_PROVENANCE, "article_id", "reasons"})


def to_json(extraction: Extraction) -> Json:
    """The article with its records, ready for `json.dumps`."""
    position = {fact.id: index for index, fact in enumerate(extraction.counts)}
    records: Json = {kind: [record_to_json(r, position) for r in getattr(extraction, kind)] for kind in KINDS}
    return {**article_to_json(extraction.article), **records}


def article_to_json(article: Article) -> Json:
    """The article without its records."""
    return {
        "article": article.id,
        "title": article.title,
        "published": article.published,
        "outlet": article.outlet,
        "author": article.author,
        "url": article.url,
        "text": article.text,
    }


def record_to_json(record: Record, position: Mapping[str, int]) -> Json:
    """One record; `position` gives the index of each count of the article by its id."""
    values = record.model_dump()
    slots = {name: _plain(value) for name, value in values.items() if name not in _LEFT_OUT}
    if isinstance(record, CountFact):
        slots["part_of"] = position.get(record.part_of) if record.part_of else None
    if isinstance(record, Event):
        slots = {"kind": slots.pop("event"), **slots}
    return {**slots, **{name: values[name] for name in _PROVENANCE}}


def slots_to_json(record: Record) -> Json:
    """All slots of a record on its own, under their names in `records`: a part names its total by id."""
    return {name: _plain(value) for name, value in record.model_dump(exclude={"id", "article_id"}).items()}


def _plain(value: object) -> object:
    """A slot's value as JSON has it: whole Decimals as int, tuples as lists."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
