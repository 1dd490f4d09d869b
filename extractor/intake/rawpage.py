"""A page as it arrived, before anything was removed from it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

METADATA = ("url", "title", "published", "outlet", "author")
"""The keys of metadata that a source may bring along; what is given is believed over what is guessed."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page: its id (given, else the file's stem), where it was read, and its markup or its text.

    `source` is a label for people: `news.zip!2024/a.html`, `pages.jsonl:17`. `given` holds the metadata that
    came along (`METADATA`), without empty values. `named_after` is the file or the member of an archive whose name
    is the id, which others may have too; empty where the id was given.
    """

    id: str
    source: str
    html: str | None = None
    text: str | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    named_after: str = ""


def content_hash(page: RawPage) -> str:
    """SHA-256 of all that the page brings along: markup or text, and the metadata given."""
    content = json.dumps([page.html, page.text, sorted(page.given.items())], ensure_ascii=False)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
