"""Who reads, and in which language: the login, the reviewer's name, the language switch."""

from collections.abc import Mapping

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from extractor.web.attempts import Attempts
from extractor.web.forms import posted, text
from extractor.web.rendering import render, site_of
from extractor.web.security import local_address
from extractor.web.strings import LANGUAGES

LONGEST_NAME = 80
YEAR = 365 * 24 * 60 * 60


def login_page(request: Request) -> Response:
    """Asks for the token that `extractor serve` printed."""
    return _asked_for_token(request, _wanted(request.query_params.get("next")))


@posted
def login(request: Request, form: FormData) -> Response:
    """Lets in whoever brings the token; who has brought several wrong ones has to wait."""
    wanted, site = _wanted(text(form, "next")), site_of(request)
    attempts: Attempts = request.app.state.attempts
    address = request.client.host if request.client else ""
    if seconds := attempts.wait(address):
        return _asked_for_token(request, wanted, wait=seconds, status=429, headers={"Retry-After": str(seconds)})
    if not site.admits(text(form, "token")):
        return _asked_for_token(request, wanted, wrong=True, status=403)
    attempts.succeeded(address)
    request.session["badge"] = site.badge
    return RedirectResponse(wanted, 303)


@posted
def logout(request: Request, form: FormData) -> Response:
    """Forgets the session."""
    request.session.clear()
    return RedirectResponse("/", 303)


def name_page(request: Request) -> Response:
    """Asks for the name that decisions are signed with."""
    return render(request, "name.html", {"wanted": _wanted(request.query_params.get("next"))})


@posted
def sign(request: Request, form: FormData) -> Response:
    """Remembers the reviewer's name."""
    wanted = _wanted(text(form, "next"))
    name = " ".join(text(form, "name").split())[:LONGEST_NAME]
    if not name:
        return render(request, "name.html", {"wanted": wanted}, status=422)
    request.session["reviewer"] = name
    return RedirectResponse(wanted, 303)


@posted
def language(request: Request, form: FormData) -> Response:
    """Remembers the language and goes back to the page."""
    response = RedirectResponse(_wanted(text(form, "next")), 303)
    chosen = text(form, "language")
    if chosen in LANGUAGES:
        response.set_cookie("language", chosen, max_age=YEAR, httponly=True, samesite="lax")
    return response


def _asked_for_token(
    request: Request,
    wanted: str,
    *,
    wrong: bool = False,
    wait: int = 0,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    values = {"wanted": wanted, "wrong": wrong, "wait": wait}
    return render(request, "login.html", values, status=status, headers=headers)


def _wanted(address: str | None) -> str:
    return local_address(address or "/")


ROUTES = (
    Route("/login", login_page, name="login"),
    Route("/login", login, methods=["POST"]),
    Route("/logout", logout, methods=["POST"]),
    Route("/name", name_page, name="name"),
    Route("/name", sign, methods=["POST"]),
    Route("/language", language, methods=["POST"]),
)
