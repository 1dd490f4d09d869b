"""Words to articles and facts: with diacritics, without, and mixed; exact spelling first.

A query is words; `"side by side"` is a phrase, `tu*` a beginning, `-word` and NOT exclude, OR joins. Everything
else, SQL and FTS5 syntax included, is text.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractor.records import KINDS, Kind
from extractor.store.facts import Answer, answers, kind_of
from extractor.store.indexing import exact_form, folded_form
from extractor.store.passages import Passage, around, joined
from extractor.store.rows import FACTS_PER_ARTICLE
from extractor.store.words import plain, syllables
from extractor.vietnamese.letters import fold, tone_key

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


def search_articles(db: sqlite3.Connection, query: str, *, limit: int = 20) -> list[ArticleHit]:
    """The articles that the words occur in, best first."""
    terms = parse(query)
    hits = []
    for key in _ranked(db, "article_search", terms, limit):
        row = db.execute("SELECT * FROM articles WHERE key = ?", (key,)).fetchone()
        text = row["text"]
        shown = around(text, highlights(text, terms))
        hits.append(ArticleHit(row["id"], row["title"], row["outlet"], row["published"], row["url"], shown))
    return hits


def search_facts(db: sqlite3.Connection, query: str, *, kind: Kind | None = None, limit: int = 20) -> list[Answer]:
    """The facts whose slots, quote or place hold the words, best first."""
    found: list[Answer] = []
    for key in _ranked(db, "fact_search", parse(query), limit, kind):
        holder = kind or kind_of(db, key)
        found.extend(answers(db, holder, [key]))
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
    found = [match.span() for match in _pattern(term).finditer(folded)]
    wanted = tone_key(" ".join(term.words))
    return [span for span in found if tone_key(text[slice(*span)]) == wanted] or found


def _pattern(term: Term) -> re.Pattern[str]:
    words = r"\W+".join(re.escape(fold(word)) for word in term.words)
    return re.compile(rf"\b{words}" + ("" if term.prefix else r"\b"))


def _ranked(
    db: sqlite3.Connection, index: str, terms: tuple[Term, ...], limit: int, kind: Kind | None = None
) -> Iterator[int]:
    """Keys of the matching rows: tier by tier, within a tier by bm25, then the latest."""
    seen: set[int] = set()
    for match in expressions(terms):
        if len(seen) >= limit:
            return
        for row in db.execute(_statement(index, kind), (match, limit + len(seen))):
            key = int(row["key"])
            if key not in seen and len(seen) < limit:
                seen.add(key)
                yield key


def _statement(index: str, kind: Kind | None) -> str:
    order = f"ORDER BY bm25({index}, 5.0, 1.0, 1.0), a.published DESC LIMIT ?"
    if index == "article_search":
        return (
            "SELECT s.rowid AS key FROM article_search AS s JOIN articles AS a ON a.key = s.rowid "
            f"WHERE article_search MATCH ? AND a.latest {order}"
        )
    kinds = (kind,) if kind else KINDS
    known = " OR ".join(f"EXISTS (SELECT 1 FROM {k} AS f WHERE f.key = s.rowid)" for k in kinds)
    return (
        f"SELECT s.rowid AS key FROM fact_search AS s JOIN articles AS a ON a.key = s.rowid / {FACTS_PER_ARTICLE} "
        f"WHERE fact_search MATCH ? AND a.latest AND ({known}) {order}"
    )


def expressions(terms: tuple[Term, ...]) -> Iterator[str]:
    """FTS5 queries from strict to loose: as typed and side by side, as typed, without diacritics."""
    if all(term.excluded for term in terms):
        return
    together = _together(terms)
    excluded = [term for term in terms if term.excluded]
    tried: set[str] = set()
    for write in (_exact, _typed, _folded):
        for group in ((together, *excluded), terms) if together else (terms,):
            match = _expression([term for term in group if term], write)
            if match not in tried:
                tried.add(match)
                yield match


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
            groups[-1].append(write(term))
        else:
            groups.append([write(term)])
    match = " AND ".join(f"({' OR '.join(group)})" for group in groups)
    return " NOT ".join([f"({match})", *(f"({write(term)})" for term in terms if term.excluded)])


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
