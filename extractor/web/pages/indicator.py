"""The page of an indicator: one number over time, by place, with everyone who says so."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from extractor.store.answers.facts import FactQuery
from extractor.store.answers.indicators import main_series
from extractor.web.figures import drawn, told_once
from extractor.web.rendering import render, site_of

SHOWN = 30


def indicator(request: Request) -> Response:
    """The series of what is called so, at a place or anywhere."""
    what = request.path_params["what"].strip()
    place = request.query_params.get("place", "").strip() or None
    with site_of(request).reading() as db:
        figures = drawn(db, main_series(db, FactQuery(what=what, place=place), limit=SHOWN))
    values = {
        "what": what,
        "place": place,
        "plots": [figure for figure in figures if figure.days > 1],
        "sentences": told_once(figures),
        "more": len(figures) == SHOWN,
    }
    return render(request, "indicator.html", values, status=200 if figures else 404)


ROUTES = (Route("/indicator/{what:path}", indicator, name="indicator"),)
