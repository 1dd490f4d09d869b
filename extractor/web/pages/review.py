"""The review page: the next fact of a queue in its article, or one fact that an address names."""

import sqlite3
from contextlib import AbstractContextManager
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from extractor.errors import NotFoundError
from extractor.records import KINDS, Kind
from extractor.store.answers.excerpts import excerpt, heading
from extractor.store.review.decisions import REASONS
from extractor.store.review.progress import progress
from extractor.store.review.queue import Cursor, Item, Queue, item, items, take
from extractor.web.desk import Desk, desk, subject
from extractor.web.queue_address import cursor_of, queue_of
from extractor.web.rendering import language_of, render, site_of
from extractor.web.slots import fields

GUEST = "?"
"""Who looks on a read-only server, where nobody is asked for a name."""


def review_page(request: Request) -> Response:
    """The whole page. Whoever has no name yet is asked for it."""
    if reviewer_of(request) is None:
        back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/name?next={quote(back, safe='')}", 303)
    return _shown(request, "review.html")


def review_desk(request: Request) -> Response:
    """The fact alone, to take the place of the one before in the page."""
    return _shown(request, "desk.html")


def new_form(request: Request) -> Response:
    """The form of a fact that a reviewer found: its words are selected, its kind is chosen here."""
    query = request.query_params
    asked = query.get("kind", "")
    kind: Kind = next((one for one in KINDS if one == asked), "counts")
    start, end = (int(text[:9]) if (text := query.get(name, "")).isdecimal() else 0 for name in ("start", "end"))
    with site_of(request).reading() as db:
        head = heading(db, query.get("article", ""))
        around = excerpt(db, head, start)
    values = {
        "kind": kind,
        "article": head.id,
        "start": start,
        "end": end,
        "words": around.text[max(0, start - around.start) : max(0, end - around.start)],
        "fields": fields(kind, None, language_of(request)),
        "totals": {},
    }
    return render(request, "new.html", values)


def split_form(request: Request) -> Response:
    """The form that makes several facts of one."""
    query = request.query_params
    number = query.get("parts", "")
    with site_of(request).reading() as db:
        found = item(db, query.get("article", ""), query.get("fact", ""))
        values = {"subject": subject(db, found, language_of(request))}
    return render(request, "split.html", {**values, "parts": min(int(number), 9) if number.isdecimal() else 2})


def render_desk(request: Request, template: str, shown: Desk) -> Response:
    """The whole page, or the desk alone."""
    return render(request, template, {"desk": shown, "reasons": REASONS})


def progress_line(request: Request) -> Response:
    """How far the queue and the reviewer are; asked for now and then, as it takes longer than the next fact."""
    queue = queue_of(request.query_params)
    with site_of(request).reading() as db:
        done = progress(db, queue, reviewer_of(request) or GUEST)
    return render(request, "progress.html", {"done": done})


def reviewer_of(request: Request) -> str | None:
    """The name that decisions are signed with; None where it has to be asked for."""
    name: str | None = request.session.get("reviewer")
    return name or (GUEST if site_of(request).read_only else None)


def next_item(
    db: sqlite3.Connection, queue: Queue, reviewer: str, after: Cursor | None, *, hold: bool = True
) -> Item | None:
    """The fact after the cursor, or the queue's first one again; held for the reviewer where that can be."""
    for start in (after, None) if after is not None else (None,):
        found = take(db, queue, reviewer, after=start) if hold else items(db, queue, reviewer, after=start)
        if found:
            return found[0]
    return None


def connection(request: Request) -> AbstractContextManager[sqlite3.Connection]:
    """A connection that can hold facts for a reviewer, where the server writes at all."""
    site = site_of(request)
    return site.reading() if site.read_only else site.writing()


def _shown(request: Request, template: str) -> Response:
    queue, reviewer = queue_of(request.query_params), reviewer_of(request) or GUEST
    with connection(request) as db:
        found = _asked(db, request, queue, reviewer)
        shown = desk(db, queue, found, language_of(request))
        return render_desk(request, template, shown)


def _asked(db: sqlite3.Connection, request: Request, queue: Queue, reviewer: str) -> Item | None:
    """The fact that the address names, the one after or before a cursor, or the queue's first."""
    query = request.query_params
    if "fact" in query:
        if "article" not in query:
            raise NotFoundError("a fact needs its article")
        return item(db, query["article"], query["fact"])
    after, before = cursor_of(query.get("after", "")), cursor_of(query.get("before", ""))
    if before is not None:
        found = items(db, queue, reviewer, before=before)
        return found[0] if found else next_item(db, queue, reviewer, None, hold=False)
    return next_item(db, queue, reviewer, after, hold=not site_of(request).read_only)


ROUTES = (
    Route("/review", review_page, name="review"),
    Route("/review/desk", review_desk),
    Route("/review/progress", progress_line),
    Route("/review/new", new_form),
    Route("/review/split", split_form),
)
