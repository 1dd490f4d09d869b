"""What reviewers decide: kept, and answered with the next fact, all in one request."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from extractor.errors import InputError, QueryError, ReviewConflictError, SlotError
from extractor.records import KINDS, Kind
from extractor.store.review.decisions import Decision, check, decide_all, history, undo
from extractor.store.review.log import Action
from extractor.store.review.misplaced import strayed
from extractor.store.review.queue import Item, identical, item
from extractor.web.desk import desk
from extractor.web.forms import posted, text
from extractor.web.pages.review import next_item, render_desk
from extractor.web.queue_address import cursor_of, queue_of
from extractor.web.rendering import language_of, render, site_of
from extractor.web.slots import changes, problem_key, slots

ACTIONS: tuple[Action, ...] = ("accept", "reject", "correct", "create", "split", "skip")
MOST_PARTS = 9


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a slot: the key of its words under `slots.problem.`, and the record's own words."""

    slot: str
    key: str
    message: str


@posted
def decide(request: Request, form: FormData) -> Response:
    """Keep the decision and show the next fact; a conflict or a value that does not fit changes nothing."""
    reviewer = _reviewer(request)
    queue = queue_of(dict(parse_qsl(text(form, "queue"))))
    with site_of(request).writing() as db:
        try:
            decisions = list(_decisions(db, request, form, reviewer))
            decide_all(db, decisions)
        except ReviewConflictError as conflict:
            return _conflict(db, request, form, conflict)
        except InputError as error:
            return problems(request, error)
        made = decisions[0].action == "create"
        after = cursor_of(text(form, "cursor"))
        found = _item(db, form) if made else next_item(db, queue, reviewer, after)
        shown = desk(db, queue, found, language_of(request), decisions[0].action)
        return render_desk(request, "desk.html", shown)


@posted
def take_back(request: Request, form: FormData) -> Response:
    """Undo the reviewer's last decision and show the fact again."""
    reviewer = _reviewer(request)
    queue = queue_of(dict(parse_qsl(text(form, "queue"))))
    with site_of(request).writing() as db:
        try:
            undone = undo(db, reviewer, token=text(form, "token") or None)
        except ReviewConflictError as conflict:
            return _conflict(db, request, form, conflict)
        found = None
        if undone is not None:
            try:
                found = item(db, undone.article, undone.fact)
            except QueryError:  # a fact that a reviewer had made is gone with it
                found = None
        found = found or next_item(db, queue, reviewer, None)
        told = "undo" if undone else "nothing"
        shown = desk(db, queue, found, language_of(request), told)
        return render_desk(request, "desk.html", shown)


@posted
def validate(request: Request, form: FormData) -> Response:
    """What is wrong with the form as it stands, or worth a second look; nothing is written."""
    with site_of(request).reading() as db:
        try:
            asked = list(_decisions(db, request, form, "?"))
            for decision in asked:
                check(db, decision)
        except InputError as error:
            return problems(request, error, status=200)
    # Those about reprints are of the same places.
    values = {"problems": (), "message": "", "unknown": list(strayed(asked[0]))}
    return render(request, "problems.html", values)


def problems(request: Request, error: InputError, *, status: int = 422) -> Response:
    """The list of problems, one for each slot that has any."""
    told = error.problems if isinstance(error, SlotError) else {}
    found = [Problem(slot.split(".")[0], problem_key(slot, message), message) for slot, message in told.items()]
    message = "" if found else str(error)
    values = {"problems": found, "message": message, "unknown": ()}
    return render(request, "problems.html", values, status=status)


def _decisions(db: sqlite3.Connection, request: Request, form: FormData, reviewer: str) -> Iterator[Decision]:
    """The decision about the fact and, if asked for, the same one about all facts that are identical."""
    action = next((one for one in ACTIONS if one == text(form, "action")), None)
    if action is None:
        raise HTTPException(400)
    decision = Decision(
        article=text(form, "article"),
        kind=_kind(text(form, "kind")),
        action=action,
        reviewer=reviewer,
        fact=text(form, "fact"),
        reason=text(form, "reason") or None if action == "reject" else None,
        note=text(form, "note") or None,
        token=text(form, "token") or None,
        seen=int(text(form, "seen")) if text(form, "seen").isdecimal() else None,
        blind=text(form, "blind") == "1",
    )
    language = text(form, "language") or language_of(request)
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    if action == "create":
        yield replace(decision, fact="", seen=None, changes=slots(decision.kind, fields, language, "0."))
        return
    if action == "split":
        yield replace(decision, parts=tuple(_parts(decision.kind, fields, language)))
        return
    subject = item(db, decision.article, decision.fact)
    told = changes(subject.record, fields, language) if action == "correct" else {}
    # Whoever saves a form without having changed it agrees with it.
    yield replace(decision, changes=told or None, action=action if told or action != "correct" else "accept")
    if text(form, "together") == "1":
        yield from (_same(decision, other) for other in identical(db, subject))


def _same(decision: Decision, other: Item) -> Decision:
    token = f"{decision.token}:{other.id}" if decision.token else None
    return replace(decision, article=other.article, fact=other.id, seen=other.last, token=token)


def _parts(kind: Kind, fields: dict[str, str], language: str) -> Iterator[dict[str, object]]:
    for number in range(MOST_PARTS):
        if any(name.startswith(f"{number}.") for name in fields):
            yield slots(kind, fields, language, f"{number}.")


def _kind(name: str) -> Kind:
    for kind in KINDS:
        if kind == name:
            return kind
    raise HTTPException(400)


def _reviewer(request: Request) -> str:
    name: str | None = request.session.get("reviewer")
    if not name:
        raise HTTPException(403)
    return name


def _item(db: sqlite3.Connection, form: FormData) -> Item | None:
    """The fact that the page showed when a new one was made beside it."""
    shown = text(form, "shown")
    return item(db, text(form, "article"), shown) if shown else None


def _conflict(db: sqlite3.Connection, request: Request, form: FormData, conflict: ReviewConflictError) -> Response:
    """What the other reviewer decided meanwhile; the reviewer may then decide knowingly."""
    log = history(db, text(form, "article"), text(form, "fact"))
    theirs = next((review for review in log if review.key == conflict.review), None)
    values = {"theirs": theirs, "seen": conflict.review, "detail": str(conflict)}
    return render(request, "conflict.html", values, status=409)


ROUTES = (
    Route("/review/decide", decide, methods=["POST"]),
    Route("/review/undo", take_back, methods=["POST"]),
    Route("/review/validate", validate, methods=["POST"]),
)
