"""All that the review page shows of one fact."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_hex
from urllib.parse import urlencode

from extractor.records import CountFact, Record
from extractor.store.answers.checks import Checked, checks_of
from extractor.store.answers.excerpts import Excerpt, Heading, excerpt, heading
from extractor.store.review.decisions import history
from extractor.store.review.fact_rows import current_fact
from extractor.store.review.log import Review
from extractor.store.review.queue import Item, Queue, identical
from extractor.store.search.passages import Passage, passage
from extractor.web.marking import Piece, marked
from extractor.web.queue_address import cursor_text, query_of
from extractor.web.slots import Field, fields

WIDTH = 8_000
"""Characters of the article around the fact."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The fact at hand in its article, with what speaks for and against it.

    `machine` is what the machine reads today, where people made something else of it.
    """

    item: Item
    heading: Heading
    excerpt: Excerpt
    pieces: tuple[Piece, ...]
    fields: tuple[Field, ...]
    checks: list[Checked]
    history: list[Review]
    identical: list[Item]
    machine: Record | None

    @property
    def totals(self) -> Mapping[str, CountFact]:
        """The counts around it that it may be a part of, by their ids."""
        counts = {record.id: record for record in self.excerpt.records if isinstance(record, CountFact)}
        return {fact: count for fact, count in counts.items() if fact != self.item.id}

    @property
    def passage(self) -> Passage:
        """The sentence that states it."""
        record, start = self.item.record, self.excerpt.start
        return passage(self.excerpt.text, record.start - start, record.end - start)

    @property
    def filled(self) -> tuple[Field, ...]:
        """The slots that say something, and those that must."""
        return tuple(field for field in self.fields if any(field.texts) or field.required)

    @property
    def empty(self) -> tuple[Field, ...]:
        """The other slots."""
        return tuple(field for field in self.fields if field not in self.filled)

    @property
    def address(self) -> str:
        """Where this fact is shown again."""
        return "/review/desk?" + urlencode({"article": self.item.article, "fact": self.item.id})


@dataclass(frozen=True, slots=True)
class Desk:
    """A queue with the fact that it has come to; `page` names this one showing of it."""

    queue: str
    subject: Subject | None
    cursor: str
    page: str
    announcement: str

    @property
    def address(self) -> str:
        """Where the queue goes on."""
        return f"/review/desk?{self.queue}"


def desk(db: sqlite3.Connection, queue: Queue, item: Item | None, language: str, announcement: str = "") -> Desk:
    """What is shown of the item."""
    return Desk(
        queue=query_of(queue),
        subject=subject(db, item, language) if item else None,
        cursor=cursor_text(item.cursor) if item else "",
        page=token_hex(8),
        announcement=announcement,
    )


def subject(db: sqlite3.Connection, item: Item, language: str) -> Subject:
    """The fact in its article."""
    head = heading(db, item.article)
    row = current_fact(db, item.article, item.id) if item.review or item.state == "disputed" else None
    found = excerpt(db, head, item.record.start, WIDTH, item.id)
    return Subject(
        item=item,
        heading=head,
        excerpt=found,
        pieces=marked(found),
        fields=fields(item.kind, item.record, language),
        checks=checks_of(db, head.key, item.id) if item.kind == "counts" else [],
        history=history(db, item.article, item.id),
        identical=identical(db, item),
        machine=row.machine if row is not None and row.machine != item.record else None,
    )
