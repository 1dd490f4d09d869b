"""The home page."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from extractor.store.overview import overview
from extractor.web.rendering import render, site_of


def home(request: Request) -> Response:
    """What the database holds."""
    with site_of(request).reading() as db:
        figures = overview(db)
    return render(request, "home.html", {"figures": figures})


ROUTES = (Route("/", home, name="home"),)
