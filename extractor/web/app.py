"""The application: pages, static files, what guards them, and what is told when something goes wrong."""

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from extractor.errors import InputError, NotFoundError, QueryError, StoreError
from extractor.web.attempts import Attempts
from extractor.web.datasette import DatabaseBrowser
from extractor.web.pages import (
    article,
    decisions,
    doubts,
    home,
    indicator,
    person,
    place,
    queues,
    review,
    search,
    session,
)
from extractor.web.rendering import FOLDER, render
from extractor.web.security import DATASETTE, HEADERS, Gate, SecurityHeaders
from extractor.web.site import ReadOnlyError, Site

PAGES = (home, search, place, indicator, person, doubts, review, decisions, queues, article, session)
"""The modules whose `ROUTES` make the site."""
EXPLAINED = (400, 403, 404, 405, 409, 413, 422, 503)
"""Status codes that the catalogues have words for."""
LONGEST_FORM = 1_000_000
"""Bytes: a long quote fits many times."""


def create_app(site: Site) -> Starlette:
    """The application that serves the site's database."""
    routes: list[BaseRoute] = [route for page in PAGES for route in page.ROUTES]
    routes.append(Mount("/static", StaticFiles(directory=FOLDER / "static"), name="static"))
    routes.append(Mount(DATASETTE, DatabaseBrowser(site, DATASETTE), name="datasette"))
    app = Starlette(
        routes=routes,
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(SessionMiddleware, secret_key=site.secret, session_cookie="extractor"),
            Middleware(Gate, site=site),
        ],
        exception_handlers={
            HTTPException: _refused,
            NotFoundError: _explained(404),
            QueryError: _explained(400),
            InputError: _explained(422),
            ReadOnlyError: _explained(403),
            StoreError: _explained(503),
            Exception: _broken,
        },
        max_body_size=LONGEST_FORM,
    )
    app.state.site = site
    app.state.attempts = Attempts()
    return app


def error_page(request: Request, status: int, detail: str) -> Response:
    """What went wrong, and the way on."""
    told = status if status in EXPLAINED else 400
    return render(request, "error.html", {"status": told, "detail": detail}, status=status)


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return error_page(request, status, "")


def _explained(status: int) -> Callable[[Request, Exception], Response]:
    def handler(request: Request, error: Exception) -> Response:
        return error_page(request, status, str(error))

    return handler


def _broken(request: Request, error: Exception) -> Response:
    """A fault of ours: it happens outside the session, so this page is plain."""
    return PlainTextResponse("Server error.\n", 500, headers=HEADERS)
