"""Words to articles and facts: with diacritics, without, and mixed; exact spelling first.

A query is words; `"side by side"` is a phrase, `tu*` a beginning, `-word` and NOT exclude, OR joins. Everything
else, SQL and FTS5 syntax included, is text.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extractor.store.facts import Answer, FactQuery, answers, conditions, kind_of, published_bounds
from extractor.store.indexing import exact_form, folded_form
from extractor.store.passages import Passage, around, joined
from extractor.store.rows import FACTS_PER_ARTICLE
from extractor.store.vocabulary import outlets_like
from extractor.store.words import plain, syllables
from extractor.vietnamese.letters import fold
from extractor.vietnamese.queries import equivalents

MANY = 1000
"""So many matches are not ranked any further: the words are too common to tell, and it would take too long."""
_PIECE = re.compile(r'(-?)"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side; `prefix`: the last may go on; `excluded`: they must not occur."""

    words: tuple[str, ...]
    prefix: bool = False
    excluded: bool = False
    or_before: bool = False


Writer = Callable[[Term], str]


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that the words occur in, with the stretch that shows them."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    passage: Passage


def parse(query: str) -> tuple[Term, ...]:
    """The terms of a query; empty where it holds no word."""
    terms: list[Term] = []
    excluded = or_before = False
    for match in _PIECE.finditer(query):
        minus, phrase, word = match.groups()
        if word in ("OR", "NOT", "AND"):
            excluded, or_before = excluded or word == "NOT", word == "OR"
            continue
        text = phrase if phrase is not None else word
        negative = excluded or minus == "-" or (word is not None and word.startswith("-"))
        words = tuple(syllables(text))
        if words:
            prefix = text.rstrip('"').endswith("*")
            terms.append(Term(words, prefix, negative, or_before and bool(terms) and not negative))
        excluded = or_before = False
    return tuple(terms)


def search_articles(
    db: sqlite3.Connection, words: str, query: FactQuery | None = None, *, limit: int = 20
) -> list[ArticleHit]:
    """The articles that the words occur in, best first; of the query only outlet and dates are asked."""
    terms = parse(words)
    hits = []
    for key in islice(_ranked(db, "article_search", terms, *_of_articles(db, query)), limit):
        row = db.execute("SELECT * FROM articles WHERE key = ?", (key,)).fetchone()
        text = row["text"]
        shown = around(text, highlights(text, terms))
        hits.append(ArticleHit(row["id"], row["title"], row["outlet"], row["published"], row["url"], shown))
    return hits


def search_facts(
    db: sqlite3.Connection, words: str, queries: Sequence[FactQuery] | None = None, *, limit: int = 20
) -> list[Answer]:
    """The facts whose slots, quote or place hold the words, best first; where there are queries, what fits one."""
    found: list[Answer] = []
    for key in _ranked(db, "fact_search", parse(words), *_of_facts(db, queries)):
        kind = kind_of(db, key)
        if kind is not None and _is_latest(db, key // FACTS_PER_ARTICLE):
            found.extend(answers(db, kind, [key]))
        if len(found) == limit:
            break
    return found


def highlights(text: str, terms: tuple[Term, ...]) -> list[tuple[int, int]]:
    """Where the terms stand in the text: in their exact spelling, or else without regard to diacritics."""
    folded = fold(text)
    together = _together(terms)
    marks = _marks(text, folded, together) if together else []
    if not marks:
        marks = [mark for term in terms if not term.excluded for mark in _marks(text, folded, term)]
    return joined(marks, text)


def _marks(text: str, folded: str, term: Term) -> list[tuple[int, int]]:
    """Where the term stands, or what it abbreviates, or its abbreviation."""
    return [mark for one in _alike(term) for mark in _spelled(text, folded, one)]


def _spelled(text: str, folded: str, term: Term) -> list[tuple[int, int]]:
    """Where the term stands: in its exact spelling, or else without regard to diacritics."""
    found = [match.span() for match in _pattern(term).finditer(folded)]
    wanted = exact_form(" ".join(term.words))
    return [span for span in found if exact_form(text[slice(*span)]) == wanted] or found


def _pattern(term: Term) -> re.Pattern[str]:
    words = r"\W+".join(re.escape(fold(word)) for word in term.words)
    return re.compile(rf"\b{words}" + ("" if term.prefix else r"\b"))


def _ranked(
    db: sqlite3.Connection, index: str, terms: tuple[Term, ...], condition: str, values: Sequence[object]
) -> Iterator[int]:
    """Keys of the matching rows, tier by tier."""
    seen: set[int] = set()
    for match in expressions(terms):
        for key in _matching(db, index, match, condition, values):
            if key not in seen:
                seen.add(key)
                yield key


def _matching(
    db: sqlite3.Connection, index: str, match: str, condition: str, values: Sequence[object]
) -> list[int]:
    """Keys of the rows that match, the newest first; articles by bm25, unless very many match."""
    statement = f"SELECT rowid FROM {index} WHERE {index} MATCH ? AND {condition} ORDER BY"
    rows = db.execute(f"{statement} rowid DESC LIMIT ?", (match, *values, MANY)).fetchall()
    if index == "article_search" and 1 < len(rows) < MANY:
        rows = db.execute(f"{statement} bm25({index}, 5.0, 1.0, 1.0), rowid DESC", (match, *values)).fetchall()
    return [row["rowid"] for row in rows]


def _of_articles(db: sqlite3.Connection, query: FactQuery | None) -> tuple[str, list[object]]:
    """The condition on the rows of `article_search`, with its values."""
    condition = "latest"
    values: list[object] = []
    if query and query.outlet is not None:
        condition += " AND outlet IN (SELECT value FROM json_each(?))"
        values.append(outlets_like(db, query.outlet))
    for bound, test in published_bounds(query) if query else ():
        condition += f" AND {test}"
        values.append(bound)
    return f"+rowid IN (SELECT key FROM articles WHERE {condition})", values


def _of_facts(db: sqlite3.Connection, queries: Sequence[FactQuery] | None) -> tuple[str, list[object]]:
    """The condition on the rows of `fact_search`, with its values."""
    if queries is None:
        return "TRUE", []
    if all(query == FactQuery(kind=query.kind) for query in queries):
        return f"({' OR '.join(f'+rowid IN (SELECT key FROM {query.kind})' for query in queries)})", []
    fitting = [(query.kind, conditions(db, query)) for query in queries]
    chosen = " UNION ALL ".join(f"SELECT f.key FROM {kind} AS f WHERE {where.sql}" for kind, where in fitting)
    return f"+rowid IN ({chosen})", [value for _, where in fitting for value in where.values]


def _is_latest(db: sqlite3.Connection, article: int) -> bool:
    return db.execute("SELECT 1 FROM articles WHERE key = ? AND latest", (article,)).fetchone() is not None


def expressions(terms: tuple[Term, ...]) -> Iterator[str]:
    """FTS5 queries from strict to loose; each holds the ones before it, but for the first in the head.

    As typed in the head, as typed, and without diacritics; side by side first, then anywhere.
    """
    wanted = [term for term in terms if not term.excluded]
    if not wanted:
        return
    words = [word for term in wanted for word in term.words]
    mixed = any(map(plain, words)) and not all(map(plain, words))
    phrase = [together, *(term for term in terms if term.excluded)] if (together := _together(terms)) else []
    yield _expression(phrase or list(terms), _headed)
    for write in (_exact, _typed, _folded) if mixed else (_exact, _folded):
        if phrase:
            yield _expression(phrase, write)
        yield _expression(list(terms), write)


def _together(terms: tuple[Term, ...]) -> Term | None:
    """The words of a plain query as one phrase: `mô hình` is rather that than two words."""
    wanted = [term for term in terms if not term.excluded]
    if len(wanted) < 2 or any(len(term.words) > 1 or term.prefix or term.or_before for term in wanted):
        return None
    return Term(tuple(term.words[0] for term in wanted))


def _expression(terms: list[Term], write: Writer) -> str:
    """Alternatives of conjunctions, without what is excluded."""
    groups: list[list[str]] = []
    for term in terms:
        if term.excluded:
            continue
        if term.or_before and groups:
            groups[-1].append(_meant(term, write))
        else:
            groups.append([_meant(term, write)])
    match = " AND ".join(f"({' OR '.join(group)})" for group in groups)
    return " NOT ".join([f"({match})", *(_typed(term) for term in terms if term.excluded)])


def _alike(term: Term) -> list[Term]:
    others = () if term.prefix else equivalents(" ".join(term.words))
    return [term, *(Term(tuple(syllables(other))) for other in others)]


def _meant(term: Term, write: Writer) -> str:
    """The term, or what it abbreviates, or its abbreviation: `ANTT` finds `an ninh trật tự`."""
    return " OR ".join(write(one) for one in _alike(term))


def _headed(term: Term) -> str:
    """In the title, or in what the fact is called by."""
    return f"head : {_phrase([exact_form(w) for w in term.words], term.prefix)}"


def _exact(term: Term) -> str:
    return f"{{head body}} : {_phrase([exact_form(w) for w in term.words], term.prefix)}"


def _folded(term: Term) -> str:
    return f"folded : {_phrase([folded_form(w) for w in term.words], term.prefix)}"


def _typed(term: Term) -> str:
    """The phrase without diacritics, and each word that was typed with them in its exact spelling."""
    whole = term.words[:-1] if term.prefix else term.words
    marked = [f"{{head body}} : {_phrase([exact_form(w)], False)}" for w in whole if not plain(w)]
    return f"({' AND '.join([_folded(term), *marked])})"


def _phrase(words: list[str], prefix: bool) -> str:
    return f'"{" ".join(words)}"' + (" *" if prefix else "")
