"""The search page: words, facets, pages."""

from dataclasses import asdict
from typing import Any, get_args
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from extractor.records import Aspect, Category, Kind
from extractor.store.search.advice import advice
from extractor.store.search.embedding import embedder, installed
from extractor.store.search.facets import FACETS, REVIEWS, Filters, search_page
from extractor.store.search.results import search_articles
from extractor.store.search.shortcuts import people_named, places_named
from extractor.store.search.vectors import has_vectors, missing
from extractor.web.proofs import by_sentence
from extractor.web.rendering import render, site_of

ARTICLES = 3
"""So many articles stand above the facts; all that are listed when only articles are asked for."""
ALL_ARTICLES = 50
VALUES = {"kind": get_args(Kind), "category": get_args(Category), "aspect": get_args(Aspect), "review": REVIEWS}
"""The filters that have only these values."""
LONGEST = 300
"""Characters of a search; more is no search."""


def search(request: Request) -> Response:
    """Facts that hold the words, narrowed by facets, and the articles that hold them.

    With `?meaning=`, where articles have vectors and the model is installed, also what means the same.
    """
    words = request.query_params.get("q", "").strip()[:LONGEST]
    filters = asked(request.query_params)
    only_articles = request.query_params.get("in") == "articles"
    narrowed = filters != Filters()
    with site_of(request).reading() as db:
        offered = installed() and has_vectors(db)
        meaning = offered and "meaning" in request.query_params
        model = embedder() if meaning else None
        after = _number(request.query_params.get("after"))
        found = search_page(db, words, filters, model=model, after=after)
        listed = ALL_ARTICLES if only_articles else 0 if narrowed else ARTICLES
        articles = search_articles(db, words, model=model, limit=listed) if words and listed else []
        places, people = places_named(db, words), people_named(db, words)
        hints = advice(db, words, narrowed) if not (found.total or articles) else []
        unread = missing(db) if meaning else 0
    values = {
        "words": words,
        "found": found,
        "sentences": by_sentence(found.hits, lambda hit: hit.answer),
        "chosen": {facet: value for facet, value in asdict(filters).items() if value is not None},
        "narrower": [facet for facet in FACETS if len(found.facets[facet]) > 1 and getattr(filters, facet) is None],
        "articles": articles,
        "only_articles": only_articles,
        "places": places,
        "people": people,
        "advice": hints,
        "offered": offered,
        "meaning": meaning,
        "unread": unread,
        "address": lambda **changes: _address(words, filters, {"meaning": "1" if meaning else None, **changes}),
    }
    return render(request, "search.html", values)


def asked(parameters: QueryParams) -> Filters:
    """The filters of an address; what cannot be is not asked."""
    found: dict[str, Any] = {facet: parameters.get(facet) or None for facet in FACETS}
    return Filters(**{facet: value for facet, value in found.items() if value in VALUES.get(facet, (value,))})


def _address(words: str, filters: Filters, changes: dict[str, object]) -> str:
    """The search with other filters, from its first page on unless `after` is among the changes."""
    values = {"q": words, **asdict(filters), **changes}
    return "/search?" + urlencode({name: value for name, value in values.items() if value})


def _number(text: str | None) -> int | None:
    return int(text[:18]) if text and text.isdecimal() else None


ROUTES = (Route("/search", search, name="search"),)
