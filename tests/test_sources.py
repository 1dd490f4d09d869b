"""Sources: every kind of file gives pages, whatever is broken gives one failure and the rest goes on."""

import gzip
import io
import json
import os
import re
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.intake import archives, sources
from extractor.intake.sources import RawPage, read_sources
from extractor.records import Failure

TEXT = "Xã Suối Mẫu có 5 mô hình tự quản."
ROW = {"id": "a1", "title": "Tên bài", "published": "2024-09-06", "outlet": "Báo Mẫu", "text": TEXT}


def read(*paths: object) -> list[RawPage | Failure]:
    return list(read_sources([str(path) for path in paths]))


def reasons(*paths: object) -> list[str]:
    return [one.reason for one in read(*paths) if isinstance(one, Failure)]


def warc(html: bytes, url: str = "https://huyen.example/tin") -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def nested_parts(depth: int) -> bytes:
    part = 'Content-Type: multipart/mixed; boundary="b{0}"\r\n\r\n--b{0}\r\n'
    return "".join(part.format(at) for at in range(depth)).encode()


def packed_tar() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        info = tarfile.TarInfo("photo.jpg")
        info.size = 60_000
        archive.addfile(info, io.BytesIO(os.urandom(60_000)))
    return buffer.getvalue()


def test_files_folders_and_patterns(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "sub" / "a.html").write_text(f"<html><body><p>{TEXT}</p></body></html>")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\x00")
    ids = [page.id for page in read(tmp_path) if isinstance(page, RawPage)]
    assert ids == ["b", "a"]
    assert [page.id for page in read(tmp_path / "*.txt") if isinstance(page, RawPage)] == ["b"]
    assert [page.id for page in read(tmp_path / "**" / "*.html") if isinstance(page, RawPage)] == ["a"]
    (html,) = read(tmp_path / "sub" / "a.html")
    assert isinstance(html, RawPage) and html.html and html.text is None


def test_rows_bring_their_metadata(tmp_path: Path) -> None:
    lines = [json.dumps(ROW, ensure_ascii=False), "", json.dumps({"article": 7, "html": "<p>x</p>"})]
    plain, packed = tmp_path / "rows.jsonl", tmp_path / "rows.jsonl.gz"
    plain.write_text("\n".join(lines))
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    for path in (plain, packed):
        first, second = read(path)
        assert isinstance(first, RawPage) and isinstance(second, RawPage)
        assert (first.id, first.text, dict(first.given)) == (
            "a1", TEXT, {"title": "Tên bài", "published": "2024-09-06", "outlet": "Báo Mẫu"}
        )  # fmt: skip
        assert (second.id, second.html, second.given) == ("7", "<p>x</p>", {})


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_file_names_its_columns(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(
        delimiter.join(["id", "url", "text"]) + "\n" + delimiter.join(["1", "https://x.vn", f'"{TEXT}"'])
    )
    (page,) = read(path)
    assert isinstance(page, RawPage) and (page.text, dict(page.given)) == (TEXT, {"url": "https://x.vn"})


def test_archives_are_read_without_unpacking(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("tin/1.txt", TEXT)
        archive.writestr("rows.jsonl", json.dumps(ROW))
    with tarfile.open(tmp_path / "b.tar.gz", "w:gz") as archive:
        info = tarfile.TarInfo("2.txt")
        info.size = len(TEXT.encode())
        archive.addfile(info, io.BytesIO(TEXT.encode()))
    pages = read(tmp_path)
    assert [page.id for page in pages if isinstance(page, RawPage)] == ["1", "a1", "2"]
    assert pages[0].source.endswith("a.zip!tin/1.txt")


def test_a_web_archive_gives_its_pages_with_their_address(tmp_path: Path) -> None:
    html = f"<html><body><p>{TEXT}</p></body></html>".encode()
    (tmp_path / "x.warc.gz").write_bytes(gzip.compress(warc(html)) + gzip.compress(warc(html, "https://b.vn/2")))
    pages = read(tmp_path / "x.warc.gz")
    assert [dict(page.given)["url"] for page in pages if isinstance(page, RawPage)] == [
        "https://huyen.example/tin", "https://b.vn/2"
    ]  # fmt: skip


def test_a_saved_page_is_read(tmp_path: Path) -> None:
    mhtml = (
        "MIME-Version: 1.0\r\nSnapshot-Content-Location: https://x.vn/tin\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n'
        "Content-Transfer-Encoding: 8bit\r\n\r\n<html><body>Xã Mẫu</body></html>\r\n--b--\r\n"
    )
    (tmp_path / "p.mhtml").write_bytes(mhtml.encode())
    (page,) = read(tmp_path / "p.mhtml")
    assert isinstance(page, RawPage) and "Xã Mẫu" in (page.html or "") and page.given["url"] == "https://x.vn/tin"


def test_standard_input_may_be_text_or_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    class Standard:
        def __init__(self, data: bytes) -> None:
            self.buffer = io.BufferedReader(io.BytesIO(data))

    monkeypatch.setattr(sources.sys, "stdin", Standard(TEXT.encode()))
    (page,) = read("-")
    assert isinstance(page, RawPage) and page.text == TEXT and re.fullmatch(r"stdin-[0-9a-f]{12}", page.id)
    monkeypatch.setattr(sources.sys, "stdin", Standard(json.dumps(ROW).encode() + b"\n"))
    assert [page.id for page in read("-") if isinstance(page, RawPage)] == ["a1"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("binary.txt", bytes(range(256)) * 20, "binary"),
        ("other.txt", "Ελληνικά και άλλα".encode("iso8859-7"), "encoding"),
        ("cut.jsonl.gz", gzip.compress(json.dumps(ROW).encode() * 50, mtime=0)[:-12], "too early"),
        ("broken.jsonl.gz", gzip.compress(b"x" * 999, mtime=0)[:10] + b"\xff" * 40, "damaged"),
        ("no.jsonl.gz", b"no gzip at all", "damaged"),
        ("not.zip", b"PK\x03\x04 half an archive", "not a zip"),
        ("not.tar.gz", b"nothing", "tar"),
        ("half.warc", warc(b"<p>x</p>")[:120], "cut off"),
        ("body.warc", warc(b"<p>x</p>" * 99)[:-300], "cut off"),
        ("cut.warc.gz", gzip.compress(warc(b"<p>x</p>" * 9999), mtime=0)[:-60], "too early"),
        ("cut.tar.gz", packed_tar()[:30_000], "end"),
        ("rows.csv", b"a,b\n1,2\n", "no column"),
        ("latin.csv", "id,text\n1,é".encode("latin-1"), "UTF-8"),
        ("quote.csv", b'id,text\n1,"' + b"x" * 6_000_000, "field larger"),
        ("deep.mhtml", nested_parts(3000), "nested too deep"),
        ("page.mhtml", b"Content-Type: text/plain\r\n\r\nx", "no page"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_failure(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(TEXT)
    found = read(tmp_path / name, tmp_path / "zz.txt")
    failures = [one for one in found if isinstance(one, Failure)]
    assert len(failures) == 1 and failures[0].stage == "read" and reason in failures[0].reason
    assert name in failures[0].source and "\n" not in failures[0].reason
    assert isinstance(found[-1], RawPage)


def test_a_bad_line_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join([json.dumps(ROW), "{broken", "[1]", '{"id": 3}', json.dumps(ROW)]))
    found = read(path)
    assert [type(one) for one in found] == [RawPage, Failure, Failure, Failure, RawPage]
    assert [one.source for one in found if isinstance(one, Failure)] == [f"{path}:{at}" for at in (2, 3, 4)]


def test_missing_paths_empty_folders_and_patterns(tmp_path: Path) -> None:
    assert "no such" in reasons(tmp_path / "nothing")[0]
    assert "no file matches" in reasons(tmp_path / "*.txt")[0]
    assert "no file that can be read" in reasons(tmp_path)[0]


def test_hostile_archives_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../out.txt", TEXT)
        archive.writestr("/etc/out.txt", TEXT)
        archive.writestr("bomb.txt", "0" * 5_000_000)
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("good.txt", TEXT)
    with tarfile.open(tmp_path / "b.tar", "w") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert [page.id for page in read(tmp_path / "a.zip") if isinstance(page, RawPage)] == ["good"]
    assert len(reasons(tmp_path / "a.zip")) == 4
    assert "link" in reasons(tmp_path / "b.tar")[0]


def test_an_archive_nested_too_deep_is_not_opened(tmp_path: Path) -> None:
    data, name = TEXT.encode(), "a.txt"
    for depth in range(4):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(name, data)
        data, name = buffer.getvalue(), f"{depth}.zip"
    (tmp_path / "deep.zip").write_bytes(data)
    assert "within an archive" in reasons(tmp_path / "deep.zip")[0]


def test_too_large_a_page_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_PAGE_BYTES", 1000)
    monkeypatch.setattr(archives, "MAX_MEMBER_BYTES", 1000)
    (tmp_path / "long.txt").write_text("a" * 2000)
    (tmp_path / "rows.jsonl").write_text(json.dumps({"text": "b" * 2000}) + "\n" + json.dumps(ROW))
    assert "larger" in reasons(tmp_path / "long.txt")[0]
    found = read(tmp_path / "rows.jsonl")
    assert isinstance(found[0], Failure) and isinstance(found[1], RawPage)


@settings(max_examples=60)
@given(data=st.binary(max_size=300), suffix=st.sampled_from(sources.KNOWN))
def test_no_bytes_break_the_iterator(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    path = tmp_path_factory.mktemp("law") / f"x{suffix}"
    path.write_bytes(data)
    assert all(isinstance(one, RawPage | Failure) for one in read(path))


def test_a_packed_line_without_end_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_PAGE_BYTES", 100_000)
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(b"0" * 50_000_000) + b"not gzip")
    assert ["longer" in reason or "without end" in reason for reason in reasons(tmp_path)] == [True, True]


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "zz.txt").write_text(TEXT)
    found = read(tmp_path)
    assert [type(one) for one in found] == [Failure, RawPage]


def test_of_a_cut_off_file_the_pages_before_the_cut_are_kept(tmp_path: Path) -> None:
    page = f"<html><body><p>{TEXT}</p></body></html>".encode()
    packed = gzip.compress(warc(page, "https://x.vn/1")) + gzip.compress(warc(page, "https://x.vn/2"))[:-40]
    (tmp_path / "a.warc.gz").write_bytes(packed)
    rows = [json.dumps({"id": str(at), "text": os.urandom(40).hex()}) for at in range(50)]
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress("\n".join(rows).encode())[:-300])
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(TEXT.encode() + os.urandom(900).hex().encode())[:-300])
    found = read(tmp_path)
    assert [Path(one.source).name for one in found if isinstance(one, Failure)] == [
        "a.warc.gz", "b.jsonl.gz", "c.txt.gz"
    ]  # fmt: skip
    assert isinstance(found[0], RawPage) and found[0].given["url"] == "https://x.vn/1"
    assert len([one for one in found if isinstance(one, RawPage)]) > 40


def test_many_lines_that_are_no_pages_are_told_together(tmp_path: Path) -> None:
    lines = [*(f"no {at}" for at in range(11)), json.dumps(ROW), "no", ""]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    found = read(tmp_path / "a.jsonl")
    assert [Path(one.source).name for one in found] == ["a.jsonl:1-11", "a.jsonl:12", "a.jsonl:13"]
    assert isinstance(found[0], Failure) and found[0].reason.startswith("11 lines that are no pages; the")
