"""Files, folders, globs, archives and standard input to raw pages, lazily; what cannot be read is a Failure.

Read are `.txt`, `.html`, `.htm`, `.mhtml`, `.jsonl`, `.csv`, `.warc`, each also with `.gz`, and `.zip`, `.tar`,
`.tar.gz`, `.tgz` of these; `-` is standard input. In a folder other files are passed over, a file that is named
outright is read by its look.
"""

import glob
import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from extractor.errors import InputError
from extractor.intake.archives import Member, mhtml_page, tar_members, warc_pages, zip_members
from extractor.intake.decoding import decode
from extractor.intake.rawpage import RawPage, content_hash
from extractor.intake.rows import csv_pages, jsonl_pages
from extractor.records import Failure

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

__all__ = ["RawPage", "read_sources"]

TEXT = (".txt", ".text")
MARKUP = (".html", ".htm", ".xhtml")
WEB_ARCHIVE = (".mhtml", ".mht")
ARCHIVES = (".zip", ".tar", ".tgz")
KNOWN = (*TEXT, *MARKUP, *WEB_ARCHIVE, *ARCHIVES, ".jsonl", ".ndjson", ".csv", ".warc", ".gz")
MAX_PAGE_BYTES = 5_000_000
"""A page is some ten to some hundred kilobytes; what is ten times larger is no page."""
MAX_DEPTH = 2
"""Archives within archives that are opened; a deeper nest is a trap."""


def read_sources(paths: Iterable[str]) -> Iterator[RawPage | Failure]:
    """All pages of the paths, in the order of the paths and of the names in a folder. Never raises."""
    for path in paths:
        if path == "-":
            yield from _by_content(_stream(sys.stdin.buffer, "stdin", "-", MAX_DEPTH))
        else:
            yield from _path(path)


def absent(path: str) -> str | None:
    """Why there is nothing at the path, None where there is something to read."""
    if path == "-" or os.path.exists(path):  # noqa: PTH110 - a glob may not be a legal path
        return None
    if glob.has_magic(path):
        return None if next(glob.iglob(path, recursive=True), None) else "no file matches this pattern"  # noqa: PTH207
    return "no such file or folder"


def _by_content(pages: Iterator[RawPage | Failure]) -> Iterator[RawPage | Failure]:
    """Pages of a stream, which has no name: what was given no id is known by its content."""
    for page in pages:
        if isinstance(page, RawPage) and page.named_after:
            yield replace(page, id=f"stdin-{content_hash(page)[:12]}", named_after="")
        else:
            yield page


def _path(path: str) -> Iterator[RawPage | Failure]:
    nothing = absent(path)
    if nothing:
        yield _failure(path, nothing)
    elif os.path.isdir(path):  # noqa: PTH112 - a glob may not be a legal path
        yield from _folder(path)
    elif os.path.isfile(path):  # noqa: PTH113
        yield from _file(path)
    elif os.path.exists(path):  # noqa: PTH110 - a pipe: <(zcat pages.jsonl.gz)
        yield from _by_content(_file(path))
    else:
        for match in sorted(glob.glob(path, recursive=True)):  # noqa: PTH207
            yield from _path(glob.escape(match) if glob.has_magic(match) and not Path(match).exists() else match)


def _folder(path: str) -> Iterator[RawPage | Failure]:
    found = False
    for parent, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = Path(parent) / name
            known = not name.startswith(".") and name.lower().endswith(KNOWN)
            if known and (file.is_file() or file.is_symlink()):  # no pipe: nobody may ever write into it
                found = True
                yield from _file(str(file))
    if not found:
        yield _failure(path, "the folder holds no file that can be read")


def _file(path: str) -> Iterator[RawPage | Failure]:
    try:
        with Path(path).open("rb") as stream:
            yield from _stream(stream, Path(path).name, path, MAX_DEPTH)
    except OSError as error:
        yield _failure(path, error.strerror or str(error))


def _stream(stream: BinaryIO, name: str, label: str, depth: int) -> Iterator[RawPage | Failure]:
    """The pages of one open file. Whatever breaks on the way ends this file alone."""
    try:
        yield from _pages(stream, name, label, depth)
    except Exception as error:  # noqa: BLE001 - one odd file must not end the batch, whatever its reader raises
        yield _failure(label, _reason(error))


def _pages(stream: BinaryIO, name: str, label: str, depth: int) -> Iterator[RawPage | Failure]:
    lower = name.lower()
    if lower.endswith(ARCHIVES) or lower.endswith(".tar.gz"):
        if depth == 0:
            raise InputError("an archive within an archive within an archive is not opened")
        members = zip_members(stream, label) if lower.endswith(".zip") else tar_members(stream, label)
        yield from _members(members, depth - 1)
    elif lower.endswith(".gz"):
        yield from _unpacked(stream, name[:-3], label, depth)
    elif lower.endswith((".jsonl", ".ndjson")):
        yield from jsonl_pages(stream, label, MAX_PAGE_BYTES)
    elif lower.endswith(".csv"):
        yield from csv_pages(stream, label, MAX_PAGE_BYTES)
    elif lower.endswith(".warc"):
        yield from warc_pages(stream, label, MAX_PAGE_BYTES)
    elif lower.endswith((*TEXT, *MARKUP, *WEB_ARCHIVE)):
        yield _page(_limited(stream), name, label)
    else:
        yield from _unnamed(_buffered(stream), name, label)


class _Unpacked(io.RawIOBase):
    """A gzip stream that gives all that can be unpacked, and ends where it is damaged or cut off."""

    def __init__(self, stream: BinaryIO) -> None:
        self.file = gzip.GzipFile(fileobj=stream)
        self.error: Exception | None = None

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: "Buffer") -> int:
        """Fill the buffer with what can be unpacked at once."""
        view = memoryview(buffer)
        try:
            data = self.file.read1(len(view)) if self.error is None else b""
        except (OSError, EOFError, zlib.error) as error:
            self.error, data = error, b""
        view[: len(data)] = data
        return len(data)


def _unpacked(stream: BinaryIO, name: str, label: str, depth: int) -> Iterator[RawPage | Failure]:
    """The pages of a compressed file; of one that is cut off the whole pages before the cut, then its failure."""
    unpacked = _Unpacked(stream)
    apart = name.lower().endswith((".jsonl", ".ndjson", ".warc"))
    try:
        for page in _pages(io.BufferedReader(unpacked), name, label, depth):
            if unpacked.error is None or (apart and isinstance(page, RawPage)):
                yield page
    except InputError:
        if unpacked.error is None:
            raise
    if unpacked.error is not None:
        raise unpacked.error


def _members(members: Iterator[Member | Failure], depth: int) -> Iterator[RawPage | Failure]:
    for member in members:
        if isinstance(member, Failure):
            yield member
        elif member.name.lower().endswith(KNOWN):
            yield from _stream(member.stream, member.name.rsplit("/", 1)[-1], member.label, depth)


def _unnamed(stream: io.BufferedReader, name: str, label: str) -> Iterator[RawPage | Failure]:
    """A file without a telling name, or standard input: lines of JSON if it begins like one."""
    if stream.peek(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b'{"', b"{ ")):
        yield from jsonl_pages(stream, label, MAX_PAGE_BYTES)
    else:
        yield _page(_limited(stream), name, label)


def _page(data: bytes, name: str, label: str) -> RawPage:
    lower = name.lower()
    stem = name.rsplit(".", 1)[0] if lower.endswith(KNOWN) else name
    if lower.endswith(WEB_ARCHIVE):
        return mhtml_page(data, stem, label)
    text = decode(data)
    if not text.strip():
        raise InputError("the file is empty")
    if lower.endswith(MARKUP) or _looks_like_markup(text):
        return RawPage(id=stem, source=label, html=text, named_after=label)
    return RawPage(id=stem, source=label, text=text, named_after=label)


def _looks_like_markup(text: str) -> bool:
    head = text[:2000].lstrip("\ufeff \t\r\n").lower()
    return head.startswith(("<!doctype html", "<html")) or "<body" in head or "<head>" in head


def _limited(stream: BinaryIO) -> bytes:
    data = stream.read(MAX_PAGE_BYTES + 1)
    if len(data) > MAX_PAGE_BYTES:
        raise InputError(f"larger than a page can be ({MAX_PAGE_BYTES // 1_000_000} MB)")
    return data


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[arg-type]


def _reason(error: Exception) -> str:
    if isinstance(error, EOFError):
        return "the compressed file ends too early"
    if isinstance(error, (gzip.BadGzipFile, zlib.error)):
        return f"the compressed file is damaged ({error})"
    if isinstance(error, RecursionError):
        return "nested too deep"
    told = " ".join(str(error).split())
    return (
        told if told and isinstance(error, (InputError, OSError, ValueError)) else f"{type(error).__name__}: {told}"
    )


def _failure(label: str, reason: str) -> Failure:
    return Failure(source=label, stage="read", reason=reason)
