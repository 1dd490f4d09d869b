"""What of an article and its facts can be searched for, and how it is written into the indexes."""

import sqlite3
from collections.abc import Iterable

from extractor.records import Article, Award, CountFact, Event, Locality, NamedModel, Path, Record, Role
from extractor.store.answers.present import index_path
from extractor.store.rows import Value, path_json
from extractor.store.search.words import exact_word, syllables
from extractor.vietnamese.letters import canonical, fold


def index_article(db: sqlite3.Connection, key: int, article: Article) -> None:
    """Make title and text searchable."""
    _index(db, "article_search", [(key, article.title or "", article.text)])


def index_records(db: sqlite3.Connection, records: Iterable[tuple[Value, Record]]) -> None:
    """Make the facts searchable, and their labels and places known to the filters."""
    known = list(records)
    index_words(db, known)
    names = {name for _, record in known for name in labels(record)}
    paths = {place(record) or () for _, record in known}
    # Each name and place once, however many facts of the article have it.
    forms = ((folded_words(name), exact_words(name), name) for name in sorted(names))
    db.executemany("INSERT OR IGNORE INTO labels (folded, exact, label) VALUES (?, ?, ?)", forms)
    for path in sorted(filter(None, paths)):
        index_path(db, path)
        units = ((folded_words(unit), unit, path_json(path)) for unit in path)
        db.executemany("INSERT OR IGNORE INTO units (folded, unit, path) VALUES (?, ?, ?)", units)


def index_words(db: sqlite3.Connection, records: Iterable[tuple[Value, Record]]) -> None:
    """Make the facts searchable, without the labels and places."""
    _index(db, "fact_search", ((key, *_head_and_body(record)) for key, record in records))


def unindex_record(db: sqlite3.Connection, key: int, record: Record) -> None:
    """Take the fact out of the search index again, for which it must be told as it was put in."""
    db.execute(
        "INSERT INTO fact_search (fact_search, rowid, head, body, folded) VALUES ('delete', ?, ?, ?, ?)",
        _forms(key, *_head_and_body(record)),
    )


def exact_form(text: str) -> str:
    """The words in lower case with diacritics, `hoà` like `hòa`."""
    return " ".join(exact_word(word) for word in syllables(text))


def folded_form(text: str) -> str:
    """Lower case without diacritics and đ."""
    return fold(canonical(text))


def exact_words(text: str) -> str:
    """The words with diacritics, one blank between them and one on either side: whole words can be looked for."""
    return f" {exact_form(text)} "


def folded_words(text: str) -> str:
    """The words without diacritics, with blanks as in `exact_words`."""
    return f" {' '.join(fold(word) for word in syllables(text))} "


def labels(record: Record) -> tuple[str, ...]:
    """What a fact is asked by: the slots that `--what` looks at."""
    match record:
        case CountFact():
            found: tuple[str | None, ...] = (record.what, record.measured, record.name)
        case Award():
            found = (record.form, record.giver)
        case NamedModel() | Locality():
            found = (record.name,)
        case Role():
            found = (record.person, record.position, record.organization)
        case Event():
            found = (record.event, record.name)
        case _:
            found = ()
    return tuple(text for text in found if text)


def place(record: Record) -> Path | None:
    """The path that a fact speaks about."""
    return record.path if isinstance(record, Locality) else getattr(record, "locality", None)


def details(record: Record) -> tuple[str, ...]:
    """The free texts of a fact beside its labels and its quote."""
    match record:
        case CountFact():
            extra: tuple[str | None, ...] = (record.scope, record.predicate)
        case Award():
            extra = (record.reason, *record.names)
        case Role():
            extra = (record.rank,)
        case Event():
            extra = (record.organizer,)
        case _:
            extra = ()
    return tuple(text for text in extra if text)


def _head_and_body(record: Record) -> tuple[str, str]:
    body = (*details(record), record.quote, *(place(record) or ()))
    return "\n".join(labels(record)), "\n".join(body)


def _index(db: sqlite3.Connection, index: str, entries: Iterable[tuple[Value, str, str]]) -> None:
    """Key, head and body of each entry, in the forms that are looked for."""
    db.executemany(
        f"INSERT INTO {index} (rowid, head, body, folded) VALUES (?, ?, ?, ?)",
        (_forms(*entry) for entry in entries),
    )


def _forms(key: Value, head: str, body: str) -> tuple[Value, str, str, str]:
    return key, exact_form(head), exact_form(body), folded_form(f"{head}\n{body}")
