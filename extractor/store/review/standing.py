"""What holds of the log: each decision finds the fact it is about, and the fact's row becomes what was decided.

After every re-extraction a decision looks for its fact by id, else by the words and the number. A fact that people
confirmed stays even where the machine no longer reads it, as long as its words are in the article; a decision whose
words are gone is an orphan.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from extractor.records import KINDS, Kind
from extractor.store.answers.coverage import cover
from extractor.store.review.fact_rows import (
    FactRow,
    add,
    find_row,
    free_rows_within,
    latest_key,
    lay,
    restore,
    reviewed_rows,
    row_at,
)
from extractor.store.review.grounding import NUMBERS
from extractor.store.review.log import live_reviews, reviewed_articles
from extractor.store.review.opinions import Opinion, alike, disputed, opinions, record_of
from extractor.store.review.rechecking import recheck
from extractor.store.tables import table
from extractor.store.transactions import transaction

State = Literal["attached", "disputed", "settled", "orphan"]


@dataclass(slots=True)
class _Article:
    """The article under work: its latest version, and which rows are taken by which facts."""

    id: str
    key: int
    text: str
    taken: dict[int, list[Opinion]] = field(default_factory=lambda: defaultdict(list))


def rebuild(db: sqlite3.Connection) -> None:
    """Derive anew what holds of all reviews, in one transaction."""
    with transaction(db):
        rederive(db)


def rederive(db: sqlite3.Connection) -> None:
    """As `rebuild`, within the transaction that is open."""
    for article in reviewed_articles(db):
        key = latest_key(db, article)
        for row in reviewed_rows(db, key) if key is not None else ():
            restore(db, row)
            recheck(db, row)
        db.execute("DELETE FROM standing WHERE article = ?", (article,))
        settle_article(db, article)


def settle_article(db: sqlite3.Connection, article: str) -> None:
    """Attach all decisions about an article to the facts of its latest version, fresh from the machine."""
    if db.execute("SELECT 1 FROM reviews WHERE article = ? LIMIT 1", (article,)).fetchone():
        _settle(db, article, opinions(live_reviews(db, article)), ())


def settle_facts(db: sqlite3.Connection, article: str, facts: Iterable[str]) -> None:
    """Bring these facts to what the log says now, and those that share a row with them."""
    asked = {one for fact in facts for one in ids_of(db, article, fact)}
    found = opinions(live_reviews(db, article, sorted(asked)))
    _settle(db, article, {fact: found.get(fact, []) for fact in sorted(asked)}, _held(db, article, asked))


def ids_of(db: sqlite3.Connection, article: str, fact: str) -> list[str]:
    """The ids under which decisions about this fact are in the log."""
    standing = "SELECT fact_key AS key FROM standing WHERE article = ? AND fact = ? AND fact_key IS NOT NULL"
    keys = {row["key"] for row in db.execute(standing, (article, fact))}
    latest = latest_key(db, article)
    for kind in KINDS:
        named = db.execute(f"SELECT key FROM {kind} WHERE article = ? AND id = ?", (latest, fact))
        keys.update(row["key"] for row in named)
    sharing = "SELECT fact FROM standing WHERE article = ? AND fact_key = ?"
    return sorted({fact, *(row["fact"] for key in keys for row in db.execute(sharing, (article, key)))})


def _settle(
    db: sqlite3.Connection, article: str, found: dict[str, list[Opinion]], others: Iterable[tuple[int, Kind]]
) -> None:
    """Find each fact's row, and let what holds of all opinions on a row stand in it. `others` are no free rows."""
    work = _article(db, article)
    if work is None:
        for fact, views in found.items():
            _note(db, article, fact, views, "orphan", None)
        return
    for key, _ in others:
        work.taken[key] = []
    rows: dict[int, FactRow] = {}
    facts: dict[int, list[str]] = defaultdict(list)
    for fact, row in _located(db, work, found):
        if row is None:
            _note(db, article, fact, found[fact], _without_row(found[fact]), None)
        else:
            rows[row.key] = row
            facts[row.key].append(fact)
    for key, row in rows.items():
        _stand(db, work, row, {fact: found[fact] for fact in facts[key]})
    cover(db, work.key)


def _located(
    db: sqlite3.Connection, work: _Article, found: dict[str, list[Opinion]]
) -> Iterator[tuple[str, FactRow | None]]:
    """Each fact with its row: those that are there by their id or from before, then those found by their words."""
    missing = []
    for fact, views in found.items():
        row = _known(db, work, fact, views)
        if row is None and views:
            missing.append(fact)
            continue
        if row is not None:
            work.taken[row.key].extend(views)
        yield fact, row
    for fact in missing:
        row = _alike(db, work, found[fact][-1]) or _revived(db, work, found[fact][-1])
        if row is not None:
            work.taken[row.key].extend(found[fact])
        yield fact, row


def _known(db: sqlite3.Connection, work: _Article, fact: str, views: Sequence[Opinion]) -> FactRow | None:
    """The row of this id, or the one that the fact was attached to before."""
    before = db.execute(
        "SELECT kind, fact_key FROM standing WHERE article = ? AND fact = ?", (work.id, fact)
    ).fetchone()
    kind = views[-1].kind if views else before["kind"] if before else None
    row = find_row(db, work.key, kind, fact) if kind else None
    if row is None and before is not None and before["fact_key"] is not None:
        row = row_at(db, before["kind"], before["fact_key"])
    return row if row is not None and row.article == work.key else None


def _alike(db: sqlite3.Connection, work: _Article, opinion: Opinion) -> FactRow | None:
    """The machine's row with the number at the words that the opinion is about, the nearest one that is free."""
    for start, quote in _places(work.text, opinion):
        rows = free_rows_within(db, work.key, opinion.kind, start, start + len(quote))
        here = [row for row in rows if row.machine and alike(opinion, row.machine)]
        for row in sorted(here, key=lambda row: (row.stands.quote != quote, abs(row.stands.start - start))):
            if row.key not in work.taken:
                return row
    sharing = (key for key, views in work.taken.items() if any(_one_statement(opinion, other) for other in views))
    return next((shared for key in sharing if (shared := row_at(db, opinion.kind, key))), None)


def _one_statement(opinion: Opinion, other: Opinion) -> bool:
    """Whether two readings of one text are meant, which different versions of the program gave different ids."""
    places = [[one.seen.get(slot) for slot in ("start", "quote")] for one in (opinion, other)]
    return places[0] == places[1] and opinion.kind == other.kind and _numbers(opinion) == _numbers(other)


def _numbers(opinion: Opinion) -> list[object]:
    return [opinion.seen.get(slot) for slot in NUMBERS.get(opinion.kind, ())]


def _revived(db: sqlite3.Connection, work: _Article, opinion: Opinion) -> FactRow | None:
    """A row of its own for a confirmed fact that the machine does not read, if its words are in the article."""
    if opinion.decision == "reject":
        return None
    record = record_of(opinion, None, next(_places(work.text, opinion), None))
    return None if record is None else add(db, work.key, record, opinion.decision)


def _places(text: str, opinion: Opinion) -> Iterator[tuple[int, str]]:
    """Where the fact's words stand in the text, the nearest to where they stood first."""
    slots = opinion.slots if opinion.moved else opinion.seen
    quote, near = str(slots.get("quote") or ""), int(slots.get("start") or 0)
    found, at = [], text.find(quote) if quote else -1
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1)
    return ((start, quote) for start in sorted(found, key=lambda start: abs(start - near)))


def _stand(db: sqlite3.Connection, work: _Article, row: FactRow, facts: dict[str, list[Opinion]]) -> None:
    """Let the last of the opinions stand in the row, or the machine's reading where there is none."""
    views = sorted(
        (one for found in facts.values() for one in found), key=lambda one: (one.review.at, one.review.key)
    )
    if not views:
        restore(db, row)
        recheck(db, row)
    else:
        last = views[-1]
        span = next(_places(work.text, last), None) if row.machine is None or last.moved else None
        record = row.machine or row.stands if last.decision == "reject" else record_of(last, row.machine, span)
        if record is None:
            for fact, found in facts.items():
                _note(db, work.id, fact, found, "orphan", None)
            return
        lay(db, row, record.known_as(row.stands.id), last.decision)
        recheck(db, row)
    for fact, found in facts.items():
        state: State = "disputed" if found and disputed(views[-1], row.machine) else "attached"
        _note(db, work.id, fact, found, state, row.key)


def _note(
    db: sqlite3.Connection, article: str, fact: str, views: Sequence[Opinion], state: State, key: int | None
) -> None:
    """Write down where the decision about a fact stands."""
    if not views:
        db.execute("DELETE FROM standing WHERE article = ? AND fact = ?", (article, fact))
        return
    last = views[-1]
    row = {
        "article": article,
        "fact": fact,
        "kind": last.kind,
        "decision": "split" if last.review.decision == "split" and last.decision == "reject" else last.decision,
        "reviewer": last.review.reviewer,
        "at": last.review.at,
        "review": last.review.key,
        "opinions": len({one.review.reviewer for one in views}),
        "state": state,
        "fact_key": key,
    }
    table(db, "standing").upsert(row)


def _without_row(views: Sequence[Opinion]) -> State:
    """A rejected fact that is no longer read is what was wanted."""
    return "settled" if views and views[-1].decision == "reject" else "orphan"


def _held(db: sqlite3.Connection, article: str, facts: set[str]) -> list[tuple[int, Kind]]:
    """The rows of the article that decisions about other facts are attached to."""
    rows = db.execute(
        "SELECT fact, fact_key, kind FROM standing WHERE article = ? AND fact_key IS NOT NULL", (article,)
    )
    return [(row["fact_key"], row["kind"]) for row in rows if row["fact"] not in facts]


def _article(db: sqlite3.Connection, article: str) -> _Article | None:
    row = db.execute("SELECT key, text FROM articles WHERE id = ? AND latest", (article,)).fetchone()
    return None if row is None else _Article(article, row["key"], row["text"])
