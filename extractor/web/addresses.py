"""Where things are: every figure has an address that leads to the words it was read from."""

from collections.abc import Sequence
from urllib.parse import quote, urlencode

from extractor.store.answers.facts import Answer


def fact_address(answer: Answer) -> str:
    """The fact's quote in its article."""
    fact = quote(answer.record.id, safe="")
    return f"{article_address(answer.article)}?fact={fact}#q-{fact}"


def article_address(article: str) -> str:
    """An article's page; its id may hold anything."""
    return f"/articles/{quote(article)}"


def place_address(path: Sequence[str]) -> str:
    """A place's page, from the province down: /place/Quảng Nam/Hội An."""
    return "/place/" + "/".join(quote(name, safe="") for name in path)


def person_address(name: str) -> str:
    """The page of everyone of this name."""
    return f"/person/{quote(name, safe='')}"


def indicator_address(what: str, path: Sequence[str] | None = None) -> str:
    """What became of a number, anywhere or at one place."""
    asked = "?" + urlencode({"place": ", ".join(path)}) if path else ""
    return f"/indicator/{quote(what, safe='')}{asked}"
