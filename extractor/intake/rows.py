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
_ALONE = 10
"""Lines that cannot be read are told one by one up to this number in a row."""
_SKIPPED = 40
"""Times the limit of a line that are passed over in search of its end."""


def jsonl_pages(stream: BinaryIO, label: str, limit: int) -> Iterator[RawPage | Failure]:
    """One page for each line that is a JSON object with `text` or `html`; the other lines are failures, told
    together where many follow each other, as in a file of another format.
    """
    return _together(_json_lines(stream, label, limit))


def _together(found: Iterator[RawPage | Failure]) -> Iterator[RawPage | Failure]:
    failed = _Failed()
    try:
        for one in found:
            if isinstance(one, Failure):
                failed.add(one)
            else:
                yield from failed.told()
                yield one
    except InputError:
        yield from failed.told()
        raise
    yield from failed.told()


class _Failed:
    """Lines in a row that cannot be read: the first ones whole, of the others the number."""

    def __init__(self) -> None:
        self.first: list[Failure] = []
        self.number = 0
        self.last = ""

    def add(self, failure: Failure) -> None:
        """One more line."""
        self.number, self.last = self.number + 1, failure.source
        if self.number <= _ALONE:
            self.first.append(failure)

    def told(self) -> list[Failure]:
        """A failure for each line, or one for all; then there are none."""
        told, number = self.first, self.number
        if number > _ALONE:
            where = f"{told[0].source}-{self.last.rpartition(':')[2]}"
            told = [_failure(where, f"{number} lines that are no pages; the first: {told[0].reason}")]
        self.first, self.number = [], 0
        return told


def _json_lines(stream: BinaryIO, label: str, limit: int) -> Iterator[RawPage | Failure]:
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
    return _together(_csv_rows(stream, label, limit))


def _csv_rows(stream: BinaryIO, label: str, limit: int) -> Iterator[RawPage | Failure]:
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
    identity = row.get("id") or row.get("article")
    return RawPage(
        id=str(identity or _place(where)),
        source=where,
        html=body.get("html"),
        text=body.get("text"),
        given=_filled(given),
        named_after="" if identity else where.rpartition(":")[0],
    )


def _filled(given: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in given.items() if value}


def _place(where: str) -> str:
    """An id for a row without one: the file's stem and the line."""
    path, _, line = where.rpartition(":")
    return f"{PurePath(path).name.split('.')[0]}-{line}"


def _failure(where: str, reason: str) -> Failure:
    return Failure(source=where, stage="read", reason=reason)
