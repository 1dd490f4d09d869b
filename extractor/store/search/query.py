"""What people type into a search box, as terms, as FTS5 queries, and as marks in a text.

A query is words; `"side by side"` is a phrase, `tu*` a beginning, `-word` and NOT exclude, OR joins. Everything
else, SQL and FTS5 syntax included, is text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractor.store.search.indexing import exact_form, folded_form
from extractor.store.search.passages import joined
from extractor.store.search.words import plain, syllables
from extractor.vietnamese.letters import fold
from extractor.vietnamese.queries import equivalents

_PIECE = re.compile(r'(-?)"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side; `prefix`: the last may go on; `excluded`: they must not occur."""

    words: tuple[str, ...]
    prefix: bool = False
    excluded: bool = False
    or_before: bool = False


Writer = Callable[[Term], str]


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


def expressions(terms: tuple[Term, ...]) -> Iterator[str]:
    """FTS5 queries from strict to loose; each holds the ones before it, but for the first in the head.

    As typed in the head, as typed, and without diacritics; side by side first, then as two phrases, then anywhere.
    """
    wanted = [term for term in terms if not term.excluded]
    if not wanted:
        return
    words = [word for term in wanted for word in term.words]
    mixed = any(map(plain, words)) and not all(map(plain, words))
    excluded = [term for term in terms if term.excluded]
    phrases = [[*cut, *excluded] for cut in _cuts(terms)]
    yield _expression(phrases[0] if phrases else list(terms), _headed)
    for write in (_exact, _typed, _folded) if mixed else (_exact, _folded):
        if phrases:
            yield _expression(phrases[0], write)
        if len(phrases) > 2:
            yield " OR ".join(f"({_expression(two, write)})" for two in phrases[1:])
        yield _expression(list(terms), write)


def widest(terms: tuple[Term, ...]) -> str | None:
    """The FTS5 query that holds all the others: the words without diacritics anywhere, or what they abbreviate."""
    if not any(not term.excluded for term in terms):
        return None
    excluded = [term for term in terms if term.excluded]
    short = [cut for cut in _cuts(terms) if any(len(_alike(term)) > 1 for term in cut)]
    every = [_expression(one, _folded) for one in (list(terms), *([*cut, *excluded] for cut in short))]
    return " OR ".join(f"({one})" for one in every)


def wanted_words(terms: tuple[Term, ...]) -> str:
    """What is looked for, in the words it was typed in: all but what is excluded."""
    return " ".join(word for term in terms if not term.excluded for word in term.words)


def unwanted(terms: tuple[Term, ...]) -> str | None:
    """The FTS5 query of what is excluded, if anything is."""
    return " OR ".join(_typed(term) for term in terms if term.excluded) or None


def _together(terms: tuple[Term, ...]) -> Term | None:
    """The words of a plain query as one phrase: `mô hình` is rather that than two words."""
    wanted = [term for term in terms if not term.excluded]
    if len(wanted) < 2 or any(len(term.words) > 1 or term.prefix or term.or_before for term in wanted):
        return None
    return Term(tuple(term.words[0] for term in wanted))


def _cuts(terms: tuple[Term, ...]) -> list[list[Term]]:
    """A plain query as one phrase, and as two in every way: `dòng họ tự quản` with `Yên Thành`."""
    together = _together(terms)
    if together is None:
        return []
    words = together.words
    return [[together], *([Term(words[:at]), Term(words[at:])] for at in range(1, len(words)))]


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
