"""The page of an indicator: one number over time, by place, with everyone who says so."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from extractor.store.answers.facts import FactQuery
from extractor.store.answers.indicators import main_series
from extractor.web.figures import drawn, told_once
from extractor.web.rendering import render, site_of

DRAWN, LISTED = 10, 30
"""So many series are drawn; so many numbers of which but one day is told are listed."""


def indicator(request: Request) -> Response:
    """The series of what is called so, at a place or anywhere."""
    what = request.path_params["what"].strip()
    place = request.query_params.get("place", "").strip() or None
    query = FactQuery(what=what, place=place)
    with site_of(request).reading() as db:
        over_time = drawn(db, main_series(db, query, limit=DRAWN))
        single = drawn(db, main_series(db, query, over_time=False, limit=LISTED))
    values = {
        "what": what,
        "place": place,
        "plots": over_time,
        "sentences": told_once(single),
        "more": len(over_time) == DRAWN or len(single) == LISTED,
    }
    return render(request, "indicator.html", values, status=200 if over_time or single else 404)


ROUTES = (Route("/indicator/{what:path}", indicator, name="indicator"),)
