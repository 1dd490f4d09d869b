"""The page of a place: what it was and is, and all that the articles say of it."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from extractor.errors import NotFoundError
from extractor.records import Path
from extractor.store.answers import places
from extractor.store.answers.facts import FactQuery
from extractor.store.answers.indicators import main_series
from extractor.store.answers.people import offices_at
from extractor.store.search.shortcuts import places_named
from extractor.web.addresses import place_address
from extractor.web.figures import drawn, told_once
from extractor.web.proofs import by_sentence
from extractor.web.rendering import render, site_of

DRAWN, LISTED = 6, 30
"""So many series are drawn; so many numbers of which but one day is told are listed."""
DEEPEST = 6
CHOICES = 30


def place(request: Request) -> Response:
    """The place of this path. A name that is no path leads to the places that bear it."""
    path = tuple(name for part in request.path_params["path"].split("/") if (name := part.strip()))[:DEEPEST]
    with site_of(request).reading() as db:
        found = places.find_place(db, path) if path else None
        if found is None or not (found.units or found.within):
            return _meant(request, ", ".join(reversed(path)), places_named(db, ", ".join(path), CHOICES))
        values = {
            "place": found,
            "tally": places.tally(db, found),
            "plots": drawn(db, main_series(db, FactQuery(), at=path, limit=DRAWN)),
            "sentences": told_once(drawn(db, main_series(db, FactQuery(), at=path, over_time=False, limit=LISTED))),
            "schemes": places.schemes(db, found),
            "awards": by_sentence(places.latest(db, found, "awards"), lambda answer: answer),
            "events": by_sentence(places.latest(db, found, "events"), lambda answer: answer),
            "people": offices_at(db, path[-1], found.within),
            "articles": places.articles_of(db, found),
            "units": places.units_in(db, found),
        }
    return render(request, "place.html", values)


def _meant(request: Request, name: str, paths: list[Path]) -> Response:
    """The one place that is called so, or a choice of several."""
    if not paths:
        raise NotFoundError(f"no place {name!r}")
    if len(paths) == 1:
        return RedirectResponse(place_address(paths[0]), 302)
    return render(request, "places.html", {"name": name, "paths": paths})


ROUTES = (Route("/place/{path:path}", place, name="place"),)
