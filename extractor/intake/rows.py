"""Lines of JSON and rows of CSV to raw pages: one page a row."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import BinaryIO

from extractor.errors import InputError
from extractor.intake.decoding import decode
from extractor.intake.rawpage import METADATA, RawPage
from extractor.records import Failure

BODY = ("text", "html")
_SKIPPED = 40
"""Times the limit of a line that are passed over in search of its end."""


def jsonl_pages(stream: BinaryIO, label: str, limit: int) -> Iterator[RawPage | Failure]:
    """One page for each line that is a JSON object with `text` or `html`; the other lines are failures."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        where = f"{label}:{number}"
        if len(line) > limit:
            yield _failure(where, f"a line longer than {limit // 1_000_000} MB")
            _skip_line(stream, limit)
        elif line.strip():
            yield _json_page(line, where)
    if number == 0:
        raise InputError("the file is empty")


def _skip_line(stream: BinaryIO, limit: int) -> None:
    """Go on to the next line. Raises InputError for a line without end, as a few packed bytes can make it."""
    for _ in range(_SKIPPED):
        rest = stream.readline(limit)
        if not rest or rest.endswith(b"\n"):
            return
    raise InputError("a line without end; the rest of the file is not read")


def _json_page(line: bytes, where: str) -> RawPage | Failure:
    try:
        row = json.loads(decode(line))
    except InputError as error:
        return _failure(where, str(error))
    except (ValueError, RecursionError):
        return _failure(where, "not a line of JSON")
    if not isinstance(row, dict):
        return _failure(where, "not a JSON object")
    return _row_page(row, where)


def csv_pages(stream: BinaryIO, label: str, limit: int) -> Iterator[RawPage | Failure]:
    """One page for each row; the header names the columns, separated by commas, semicolons or tabs."""
    csv.field_size_limit(limit)
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        header = text.readline()
        delimiter = max(",;\t", key=header.count)
        names = [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter), [])]
        if not any(name in BODY for name in names):
            raise InputError("the first line names no column `text` or `html`")
        for number, row in enumerate(csv.reader(text, delimiter=delimiter), start=2):
            if row:
                yield _row_page(dict(zip(names, row, strict=False)), f"{label}:{number}")
    except UnicodeDecodeError as error:
        raise InputError("a CSV file must be UTF-8") from error
    except csv.Error as error:
        raise InputError(f"not a CSV file: {error}") from error
    finally:
        text.detach()


def _row_page(row: Mapping[str, object], where: str) -> RawPage | Failure:
    body = {name: value for name in BODY if isinstance(value := row.get(name), str) and value.strip()}
    if not body:
        return _failure(where, "no `text` and no `html`")
    given = {name: str(value).strip() for name in METADATA if (value := row.get(name)) not in (None, "")}
    identity = row.get("id") or row.get("article") or _place(where)
    return RawPage(
        id=str(identity), source=where, html=body.get("html"), text=body.get("text"), given=_filled(given)
    )


def _filled(given: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in given.items() if value}


def _place(where: str) -> str:
    """An id for a row without one: the file's stem and the line."""
    path, _, line = where.rpartition(":")
    return f"{PurePath(path).name.split('.')[0]}-{line}"


def _failure(where: str, reason: str) -> Failure:
    return Failure(source=where, stage="read", reason=reason)
