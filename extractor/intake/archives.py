"""Members of zip and tar archives, pages of web archives. Nothing is ever written to disk.

Refused are paths that lead out of the archive, links, encrypted members and members that unpack to more than a
page or a table can hold.
"""

import email
import email.policy
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from extractor.errors import InputError
from extractor.intake.decoding import decode
from extractor.intake.rawpage import RawPage
from extractor.records import Failure

MAX_MEMBER_BYTES = 2_000_000_000
MAX_RATIO = 1000
"""Deflate reaches 1032; text and markup reach 20."""
_MARKUP_TYPES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Member:
    """A file within an archive, open for reading until the next one is asked for."""

    name: str
    label: str
    stream: BinaryIO


def zip_members(stream: BinaryIO, label: str) -> Iterator[Member | Failure]:
    """The files of a zip archive in its order; a member that is refused is a Failure."""
    if not stream.seekable():
        raise InputError("a zip archive cannot be read from a stream")
    try:
        archive = zipfile.ZipFile(stream)
    except zipfile.BadZipFile as error:
        raise InputError(f"not a zip archive, or cut off ({error})") from error
    with archive:
        for entry in archive.infolist():
            where = f"{label}!{entry.filename}"
            reason = _zip_refusal(entry)
            if entry.is_dir():
                continue
            if reason:
                yield _failure(where, reason)
                continue
            try:
                with archive.open(entry) as member:
                    yield Member(entry.filename, where, cast(BinaryIO, member))
            except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
                yield _failure(where, f"damaged member ({error})")


def _zip_refusal(entry: zipfile.ZipInfo) -> str | None:
    if entry.flag_bits & 1:
        return "an encrypted member is not read"
    if (entry.external_attr >> 16) & 0o170000 == 0o120000:
        return "a link in an archive is not followed"
    if entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
        return "unpacks to a thousand times its size"
    return _refusal(entry.filename, entry.file_size)


def tar_members(stream: BinaryIO, label: str) -> Iterator[Member | Failure]:
    """The files of a tar archive, compressed or not, read as a stream."""
    try:
        with tarfile.open(fileobj=cast(IO[bytes], stream), mode="r|*") as archive:
            for entry in archive:
                if entry.isdir():
                    continue
                where = f"{label}!{entry.name}"
                reason = None if entry.isreg() else "a link or device in an archive is not followed"
                reason = reason or _refusal(entry.name, entry.size)
                member = None if reason else archive.extractfile(entry)
                if member is None:
                    yield _failure(where, reason or "cannot be read")
                else:
                    yield Member(entry.name, where, cast(BinaryIO, member))
    except tarfile.TarError as error:
        raise InputError(f"not a tar archive, or cut off ({error})") from error


def _refusal(name: str, size: int) -> str | None:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
        return "a path that leads out of the archive is refused"
    return "larger than an archive's member may be" if size > MAX_MEMBER_BYTES else None


def warc_pages(stream: BinaryIO, label: str, limit: int) -> Iterator[RawPage | Failure]:
    """The HTML responses of a web archive, each with its URL. A record that is cut off ends the file."""
    number = 0
    try:
        for record in ArchiveIterator(stream):
            if record.rec_type not in ("response", "resource"):
                continue
            number += 1
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            where = f"{label}:{url or number}"
            kind = (record.http_headers or record.rec_headers).get_header("Content-Type") or ""
            if not record.rec_headers.get_header("Content-Length"):
                yield _failure(where, "the record is cut off")
            elif kind.split(";")[0].strip().lower() in _MARKUP_TYPES:
                yield _warc_page(record, kind, url, where, limit, f"{_stem(label)}-{number}")
    except ArchiveLoadFailed as error:
        raise InputError(f"not a web archive, or cut off ({error})") from error
    if number == 0:
        raise InputError("the web archive holds no page, or is cut off")


def _warc_page(
    record: ArcWarcRecord, kind: str, url: str, where: str, limit: int, identity: str
) -> RawPage | Failure:
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if not status.startswith("2"):
        return _failure(where, f"the server answered {status}")
    data = record.content_stream().read(limit + 1)
    if len(data) > limit:
        return _failure(where, f"larger than a page can be ({limit // 1_000_000} MB)")
    if getattr(record.raw_stream, "limit", 0) > 0:
        return _failure(where, "the record is cut off")
    try:
        charset = kind.lower().partition("charset=")[2].split(";")[0].strip(" \"'") or None
        given = {"url": url} if url else {}
        file = where.removesuffix(f":{url}") if url else where
        return RawPage(id=identity, source=where, html=decode(data, charset), given=given, named_after=file)
    except InputError as error:
        return _failure(where, str(error))


def mhtml_page(data: bytes, stem: str, label: str) -> RawPage:
    """The page that a browser saved as one file. Raises InputError when it holds no HTML part."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in _MARKUP_TYPES:
            payload = cast(bytes, part.get_payload(decode=True))
            url = part.get("Content-Location") or message.get("Snapshot-Content-Location")
            html = decode(payload, part.get_content_charset())
            given = {"url": str(url)} if url else {}
            return RawPage(id=stem, source=label, html=html, given=given, named_after=label)
    raise InputError("the web archive holds no page")


def _stem(label: str) -> str:
    return PurePosixPath(label.replace("\\", "/")).name.split(".")[0]


def _failure(where: str, reason: str) -> Failure:
    return Failure(source=where, stage="read", reason=reason)
