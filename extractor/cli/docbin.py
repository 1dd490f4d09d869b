"""Facts as spaCy training data and back: a DocBin with one Doc an article, tokenised as the readers see it.

A fact is a span of the group `sc`, which spaCy's span categorizer learns from by default: its label is the kind,
its id the fact's. Where a fact's border lies within a token, the span takes the whole token.
`doc.user_data` tells the article, the facts, the spans as they were `shown`, and whether it was `reviewed`: of an
article whose spans nobody changed only a person can say that they are right.
"""

import itertools
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import spacy
from spacy.tokens import Doc, DocBin, Span

from extractor.errors import InputError
from extractor.reading.tokens import read_tokens
from extractor.records import Extraction
from extractor.store.exchange.annotations import Annotated, Region, judged, united
from extractor.store.exchange.selection import Selection, selected
from extractor.store.review.fact_rows import find_fact

GROUP = "sc"
SHARD = 500
"""Articles of one file of many: what is held in memory at once."""


def write_shards(db: sqlite3.Connection, folder: Path, selection: Selection, size: int = SHARD) -> int:
    """All articles with their facts in files of `size` each, as `spacy train` reads a folder; how many articles.

    The folder is made where there is none.
    """
    articles = selected(db, selection)
    count = 0
    for number in itertools.count(1):
        docs = [_doc(extraction) for extraction in itertools.islice(articles, size)]
        if not docs:
            break
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:05}.spacy").write_bytes(_packed(docs))
        count += len(docs)
    return count


def write_docbin(db: sqlite3.Connection, file: BinaryIO, selection: Selection) -> int:
    """All articles with their facts in one file, which is held in memory; the number of articles."""
    docs = [_doc(extraction) for extraction in selected(db, selection)]
    file.write(_packed(docs))
    return len(docs)


def _packed(docs: Iterable[Doc]) -> bytes:
    return DocBin(attrs=("ORTH", "SPACY", "TAG", "SENT_START"), store_user_data=True, docs=docs).to_bytes()


def read_docbin(db: sqlite3.Connection, path: Path, reviewer: str, at: str) -> Annotated:
    """The reviews that a corrected DocBin holds. Raises InputError where it is none of ours."""
    try:
        docs = list(DocBin().from_bytes(path.read_bytes()).get_docs(spacy.blank("xx").vocab))
        return united(_judged(db, doc, reviewer, at) for doc in docs)
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    except (ValueError, TypeError, KeyError, OSError) as error:
        raise InputError(f"{path}: no DocBin of these articles ({type(error).__name__})") from error


def _doc(extraction: Extraction) -> Doc:
    doc, records = read_tokens(extraction.article.text), extraction.records
    doc.spans[GROUP] = [_span(doc, one.start, one.end, one.kind, one.id) for one in records]
    doc.user_data = {
        "article": extraction.article.id,
        "facts": [record.id for record in records],
        "shown": _shown(doc),
        "reviewed": False,
    }
    return doc


def _shown(doc: Doc) -> list[list[object]]:
    """The spans, so that they can be compared with what became of them."""
    return sorted([span.id_, span.label_, span.start, span.end] for span in doc.spans.get(GROUP, ()))


def _span(doc: Doc, start: int, end: int, label: str, name: str) -> Span:
    span = doc.char_span(start, end, label=label, span_id=name, alignment_mode="expand")
    if span is None:
        raise ValueError(f"{start}-{end} is no stretch of the article")
    return span


def _judged(db: sqlite3.Connection, doc: Doc, reviewer: str, at: str) -> Annotated:
    article, shown = doc.user_data["article"], doc.user_data["facts"]
    before = doc.user_data.get("shown")
    # A file gives lists back as tuples.
    if before is not None and list(map(list, before)) == _shown(doc) and not doc.user_data.get("reviewed"):
        return Annotated(untouched=1)
    spans = doc.spans.get(GROUP, ())
    regions = {span.id_ or f"new {span.start_char}-{span.end_char}": _region(db, doc, span) for span in spans}
    return judged(db, article, shown, regions, reviewer, at)


def _region(db: sqlite3.Connection, doc: Doc, span: Span) -> Region:
    """The span; one that still has the fact's tokens has the fact's own offsets."""
    row = find_fact(db, doc.user_data["article"], span.id_)
    for record in (row.stands, row.machine) if row is not None else ():
        if record is not None:
            before = _span(doc, record.start, record.end, record.kind, record.id)
            if (before.start, before.end) == (span.start, span.end):
                return Region(span.label_, record.start, record.end)
    return Region(span.label_, span.start_char, span.end_char)
