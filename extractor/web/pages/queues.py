"""The queues: what is to be reviewed and how far it is, how reviewers agree, and what has lost its fact."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from extractor.records import KINDS
from extractor.store.review.agreement import agreement
from extractor.store.review.orphans import orphans
from extractor.store.review.progress import progress
from extractor.store.review.queue import Queue
from extractor.web.pages.review import GUEST, reviewer_of
from extractor.web.queue_address import ORDERS, STATES, query_of, queue_of
from extractor.web.rendering import render, site_of

SHOWN = 100
"""Orphans that are listed."""


def queues(request: Request) -> Response:
    """The queues, and a form to make one."""
    ready = [Queue(), Queue(order="contradiction"), Queue(state="disputed"), *(Queue(kind=kind) for kind in KINDS)]
    with site_of(request).reading() as db:
        values = {
            "ready": [(queue, query_of(queue)) for queue in ready],
            "chosen": queue_of(request.query_params),
            "agreement": agreement(db),
            "orphans": orphans(db)[:SHOWN],
            "orders": ORDERS,
            "states": STATES,
        }
    return render(request, "queues.html", values)


def queue_row(request: Request) -> Response:
    """One queue with its progress, which takes a moment to count."""
    queue = queue_of(request.query_params)
    with site_of(request).reading() as db:
        done = progress(db, queue, reviewer_of(request) or GUEST)
    return render(request, "queue_row.html", {"queue": queue, "query": query_of(queue), "done": done})


ROUTES = (Route("/queues", queues, name="queues"), Route("/queues/row", queue_row))
