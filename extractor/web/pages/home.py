"""The home page: what the database covers, and what in it is doubtful."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from extractor.store.answers.checks import find_checks
from extractor.store.answers.contradictions import kept_conflicts
from extractor.store.answers.coverage import by_month, by_province
from extractor.store.answers.facts import doubtful
from extractor.store.overview import overview
from extractor.web import map as country
from extractor.web import plots
from extractor.web.rendering import render, site_of

SHOWN = 5
"""So many of each kind of doubt."""


def home(request: Request) -> Response:
    """What the database holds, where and when, and what a person should look at."""
    with site_of(request).reading() as db:
        months, undated = by_month(db)
        covered = by_province(db)
        values = {
            "figures": overview(db),
            "months": months,
            "undated": undated,
            "plot": plots.months(months),
            "covered": [one for one in covered if one.articles],
            "map": country,
            "bubbles": country.bubbles(covered),
            "unsure": doubtful(db, SHOWN),
            "checks": [one for one in find_checks(db, ("differs",), limit=SHOWN) if one.facts],
            "conflicts": kept_conflicts(db, SHOWN),
        }
    return render(request, "home.html", values)


ROUTES = (Route("/", home, name="home"),)
