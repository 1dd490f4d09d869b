"""What every request passes: headers that bind the browser, the name the server is called by, and the login."""

import re
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from extractor.web.site import Site

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing but our own files, and no script or style in a page: text that slips into one as markup stays dead."""
DATASETTE_POLICY = POLICY.replace("script-src 'self'", "script-src 'none'").replace(
    "style-src 'self'", "style-src 'self' 'unsafe-inline'"
)
"""Datasette writes scripts and styles into its pages: it does without the scripts, which could reach ours."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
DATASETTE = "/db"
OPEN_TO_ALL = ("/login", "/static/", "/language")
SAFE_METHODS = ("GET", "HEAD")
_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([^\s:\[\]/@]+))(?::\d+)?")


class SecurityHeaders:
    """Puts the headers on every response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the response back with the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        own = {"Content-Security-Policy": DATASETTE_POLICY} if _below(scope["path"], DATASETTE) else {}

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update({**HEADERS, **own})
                headers.setdefault("Cache-Control", "no-cache" if _below(scope["path"], "/static") else "no-store")
            await send(message)

        await self.app(scope, receive, sent)


class Gate:
    """Turns away who calls the server by a foreign name, writes from another site, or has not logged in."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app = app
        self.site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it here."""
        if scope["type"] == "websocket":
            return  # none are spoken
        refusal = self._refusal(Request(scope)) if scope["type"] == "http" else None
        await (refusal or self.app)(scope, receive, send)

    def _refusal(self, request: Request) -> Response | None:
        checks: tuple[Callable[[Request], Response | None], ...] = (self._named, self._from_here, self._logged_in)
        return next((refusal for check in checks if (refusal := check(request))), None)

    def _named(self, request: Request) -> Response | None:
        """A foreign name that leads to this address is another site's trick (DNS rebinding)."""
        if _may_be_called(_host(request.headers), self.site.hosts):
            return None
        return PlainTextResponse("Unknown host name. Allow it with --allow-host.\n", 421)

    def _from_here(self, request: Request) -> Response | None:
        """Writing is for our own pages, and Datasette is for reading."""
        if request.method in SAFE_METHODS:
            return None
        if _below(request.url.path, DATASETTE):
            return PlainTextResponse("Read only.\n", 405, headers={"Allow": ", ".join(SAFE_METHODS)})
        origin = request.headers.get("origin")
        elsewhere = origin is not None and urlsplit(origin).netloc != request.headers.get("host")
        if elsewhere or request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return PlainTextResponse("Sent from another site.\n", 403)
        return None

    def _logged_in(self, request: Request) -> Response | None:
        if self.site.token is None or request.session.get("badge") == self.site.badge:
            return None
        if any(_below(request.url.path, path) for path in OPEN_TO_ALL):
            return None
        if request.method not in SAFE_METHODS or "hx-request" in request.headers:
            return PlainTextResponse("Log in first.\n", 401)
        wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?next={quote(wanted, safe='')}", 303)


def local_address(wanted: str) -> str:
    """The address if it is one of this server, else the home page: a login must not lead to another site."""
    parts = urlsplit(wanted)
    plain = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted and wanted.isprintable()
    return wanted if plain and not parts.scheme and not parts.netloc else "/"


def _below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _host(headers: Headers) -> str:
    """The host without its port, in lower case; `[::1]:80` is `::1`."""
    found = _HOST.fullmatch(headers.get("host", "").lower())
    return (found[1] or found[2]) if found else ""


def _may_be_called(host: str, names: frozenset[str]) -> bool:
    """An address in digits is never a foreign name."""
    try:
        ip_address(host)
    except ValueError:
        return host in names
    return True
