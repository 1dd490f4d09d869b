"""Intake through the command line: every kind of source, hostile and broken files, and what was removed."""

import gzip
import io
import json
import os
import tarfile
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from extractor.store.database import open_database

TITLE = "Xã Đồng Mẫu tổng kết phong trào quần chúng"
FACT = "Đến nay, xã Thạch Hòa duy trì 15 mô hình tự quản về an ninh trật tự với hơn 200 hội viên tham gia."
TEXT = f"Trang chủ | Thời sự | Kinh tế\n{TITLE}\n\n{FACT}\n\nLượt xem: 659\nTin liên quan\nXã Bên tặng 15 con bò"
HTML = (
    f"<html><head><title>{TITLE}</title></head><body><nav>Trang chủ Thời sự</nav><article><h1>{TITLE}</h1>"
    f"<p>{FACT}</p></article><div class='related'><a href='/b'>Xã Bên tặng 15 con bò</a></div></body></html>"
)


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def record(html: str, url: str) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("tin/zipped.txt", TEXT)
        archive.writestr("../../out.txt", TEXT)
        archive.writestr("bomb.txt", "0" * 5_000_000)
    return buffer.getvalue()


def tarred() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        entry = tarfile.TarInfo("tarred.html")
        entry.size = len(HTML.encode())
        archive.addfile(entry, io.BytesIO(HTML.encode()))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return buffer.getvalue()


MHTML = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; '
    f'charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{HTML}\r\n--b--\r\n'
)
GOOD = {
    "plain.txt": TEXT.encode(),
    "page.html": HTML.encode(),
    "saved.mhtml": MHTML.encode(),
    "rows.csv": f'id;url;text\ncsv;https://mau.example;"{FACT}"\n'.encode(),
    "rows.jsonl.gz": gzip.compress(json.dumps({"id": "jsonl", "text": FACT}).encode()),
    "web.warc.gz": gzip.compress(record(HTML, "https://mau.example/1")),
    "a.zip": zipped(),
    "b.tar.gz": tarred(),
    "deep.html": ("<div>" * 10_000 + HTML + "</div>" * 10_000).encode(),
}
BAD = {
    "cut.txt.gz": (gzip.compress(os.urandom(999).hex().encode())[:-90], "read", "ends too early"),
    "half.warc": (record(HTML * 3, "https://mau.example/2")[:-200], "read", "cut off"),
    "greek.txt": ("Ελληνικά και άλλα".encode("iso8859-7"), "read", "encoding"),
    "line.txt": (b"x" * 50_000_000, "read", "larger than a page"),
    "empty.html": (b"<html><body>" + b"<div>" * 10_000 + b"<nav>x</nav>", "clean", "no article"),
}


def test_every_source_gives_its_article_and_whatever_is_broken_one_failure(tmp_path: Path) -> None:
    folder, db = tmp_path / "scrape", tmp_path / "facts.db"
    folder.mkdir()
    for name, data in [*GOOD.items(), *((name, data) for name, (data, *_) in BAD.items())]:
        (folder / name).write_bytes(data)
    assert call("extract", folder, "--db", db, "--processes", 1).exit_code == 0
    with open_database(db) as store:
        articles = {row["id"] for row in store.execute("SELECT id FROM articles WHERE text LIKE '%15 mô hình%'")}
        failures = {Path(row["source"]).name: row for row in store.execute("SELECT * FROM failures")}
    expected = {"plain", "page", "saved", "csv", "jsonl", "web-1", "zipped", "tarred", "deep"}
    assert articles == expected
    refused = {"bomb.txt", "out.txt", "b.tar.gz!link.txt"}
    told = {name.rpartition("!")[2] if "zip!" in name else name: row["reason"] for name, row in failures.items()}
    assert refused <= set(told)
    assert len(failures) == len(BAD) + len(refused)
    for name, (_, stage, reason) in BAD.items():
        row = next(row for source, row in failures.items() if name in source or name in row["source"])
        assert (row["stage"], reason in row["reason"]) == (stage, True), row["reason"]
    assert not (tmp_path / "out.txt").exists()


@pytest.mark.parametrize(
    ("name", "furniture"),
    [
        ("plain.txt", ["Thời sự", "Lượt xem: 659", "Tin liên quan", "15 con bò"]),
        ("page.html", ["Thời sự", "15 con bò"]),
    ],
)
def test_what_was_removed_of_a_page_is_listed(tmp_path: Path, name: str, furniture: list[str]) -> None:
    page, db = tmp_path / name, tmp_path / "facts.db"
    page.write_bytes(GOOD[name])
    call("extract", page, "--db", db, "--processes", 1)
    listed = json.loads(call("show", page.stem, "--removed", "--json", "--db", db).stdout)["removed"]
    assert all(piece["reason"] for piece in listed)
    removed = " ".join(piece["text"] for piece in listed)
    assert [text for text in furniture if text not in removed] == [] and FACT not in removed
    shown = call("show", page.stem, "--removed", "--db", db).stdout
    assert "reason" in shown and "Thời sự" in shown
