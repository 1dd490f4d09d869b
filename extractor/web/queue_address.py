"""A review queue as the query of an address, and back. What makes no sense in it is left out."""

import json
from collections.abc import Mapping
from typing import get_args
from urllib.parse import urlencode

from extractor.records import KINDS
from extractor.store.review.queue import Cursor, Order, Queue

ORDERS: tuple[Order, ...] = get_args(Order)
STATES = ("pending", "disputed", "all")
_TEXTS = ("place", "outlet", "since", "until", "article")


def queue_of(query: Mapping[str, str]) -> Queue:
    """The queue that the query asks for."""
    chosen = {
        name: query[name]
        for name, allowed in (("order", ORDERS), ("kind", KINDS), ("state", STATES))
        if query.get(name) in allowed
    }
    texts = {name: text for name in _TEXTS if (text := query.get(name, "").strip())}
    doubled = query.get("doubled", "")
    share = min(int(doubled[:3]), 100) if doubled.isdecimal() else 0
    return Queue(**chosen, **texts, doubled=share)  # type: ignore[arg-type]  # checked against their types above


def query_of(queue: Queue) -> str:
    """The shortest query that asks for the queue."""
    plain = Queue()
    names = ("order", "kind", "state", *_TEXTS, "doubled")
    return urlencode({n: value for n in names if (value := getattr(queue, n)) != getattr(plain, n)})


def cursor_of(text: str) -> Cursor | None:
    """The cursor that `cursor_text` wrote; None for anything else."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    numbers = isinstance(found, list) and found and all(type(one) in (int, float) for one in found)
    return tuple(found) if numbers else None


def cursor_text(cursor: Cursor) -> str:
    """A cursor as text."""
    return json.dumps(cursor, separators=(",", ":"))
