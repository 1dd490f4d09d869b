"""The pages to read by: every figure leads to its words, every link somewhere, every search to a page."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from examples import EXTRACTIONS
from starlette.testclient import TestClient
from stored import write_database
from towns import HOI_AN, namesake, town
from web_client import client_of, post

from extractor import batch
from extractor.intake.sources import read_sources
from extractor.records import Extraction
from extractor.store.answers.reprints import save_clusters
from extractor.store.database import open_database
from extractor.store.review.decisions import Decision, decide
from extractor.store.upkeep import tidy

CORPUS = Path(__file__).parents[1] / "corpora" / "authored" / "texts"
LINK = re.compile(r'(?:href|src)="([^"]*)"')
PLOT = re.compile(r"data-plot='([^']*)'")
HOA = EXTRACTIONS[0]
ENOUGH = 120
"""So many pages are visited."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The pages over some articles of the corpus."""
    files = [str(file) for file in sorted(CORPUS.iterdir())[:6]]
    read = (outcome.result for outcome in batch.run(read_sources(files)))
    extractions = tuple(result for result in read if isinstance(result, Extraction))
    file = write_database(tmp_path_factory.mktemp("corpus") / "facts.db", extractions)
    with client_of(file) as client:
        post(client, "/name", name="An")
        yield client


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The pages over four articles that tell the same number of a town, one of them wrongly."""
    told = [town(number, value) for number, value in enumerate((12, 15, 15, 90), 1)]
    file = write_database(tmp_path_factory.mktemp("towns") / "facts.db", (*told, namesake()))
    with open_database(file, write=True) as db:
        tidy(db)
    with client_of(file) as client:
        yield client


def page_of(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return html.unescape(answer.text)


def test_what_people_decided_is_told_beside_each_fact(tmp_path: Path) -> None:
    file = write_database(tmp_path / "facts.db")
    accepted, rejected = HOA.counts[0].id, HOA.counts[1].id
    with open_database(file, write=True) as db:
        for fact, action in ((accepted, "accept"), (rejected, "reject")):
            decide(db, Decision(article="hoa", kind="counts", action=action, reviewer="An", fact=fact))
    with client_of(file) as client:
        assert page_of(client, "/articles/hoa").count('class="tag accept"') == 1
        assert 'class="tag reject"' in page_of(client, f"/articles/hoa?fact={rejected}")
        for address in ("/search?q=tự+quản", "/indicator/mô hình tự quản về an ninh trật tự"):
            assert '<span class="tag accept">đã nhận</span>' in page_of(client, address), address


def test_every_link_leads_somewhere(corpus: TestClient) -> None:
    waiting, seen = ["/", "/search", "/search?q=mo+hinh"], set()
    while waiting and len(seen) < ENOUGH:
        address = waiting.pop(0)
        if address in seen or address.startswith(("http", "/db", "/name")):
            continue
        seen.add(address)
        answer = corpus.get(address)
        assert answer.status_code == 200, address
        if answer.headers["content-type"].startswith("text/html"):
            found = (html.unescape(link).split("#")[0] for link in LINK.findall(answer.text))
            waiting += [link if link.startswith("/") else address.split("?")[0] + link for link in found if link]
    assert len(seen) == ENOUGH


@pytest.mark.parametrize("address", ["/", "/search?q=mo+hinh", "/indicator/h%E1%BB%99"])
def test_every_proof_leads_to_its_words(corpus: TestClient, address: str) -> None:
    proofs = re.findall(r'<a class="mark[^"]*" href="([^"]*)">([^<]*)</a>', corpus.get(address).text)
    assert proofs
    for link, words in proofs[:10]:
        page = corpus.get(html.unescape(link)).text
        marked = page.split(f'id="{link.split("#")[1]}"', 1)[1]
        assert html.unescape(words).split()[0] in html.unescape(re.sub("<[^>]*>", "", marked))  # marks overlap


def test_home_tells_what_is_doubtful(towns: TestClient) -> None:
    page = page_of(towns, "/")
    assert "Hai bài nói khác nhau" in page
    assert 'aria-label="Đà Nẵng: 4"' in page
    assert json.loads(html.unescape(PLOT.findall(towns.get("/").text)[0]))["points"][-1]["value"] == 3


def test_an_empty_database_says_so(tmp_path: Path) -> None:
    with client_of(write_database(tmp_path / "facts.db", ())) as client:
        assert "chưa có bài nào" in page_of(client, "/")
        assert "Không có dữ kiện nào" in page_of(client, "/search")


def test_a_place_shows_its_series_with_the_contradiction(towns: TestClient) -> None:
    page = page_of(towns, "/place/" + "/".join(map(quote, HOI_AN)))
    assert "không còn từ 01/07/2025" in page
    assert "Phố xanh" in page
    assert "Chủ tịch, UBND thành phố Hội An" in page
    plots = [json.loads(plot) for plot in PLOT.findall(page)]
    assert [[point[slot] for slot in ("at", "value", "doubted", "best")] for point in plots[0]["points"]] == [
        ["2021-01-01", 12.0, False, True],
        ["2022-01-01", 15.0, True, True],
        ["2022-01-01", 90.0, True, False],
    ]
    assert "2 bài đăng lại" not in page
    assert "Quảng Nam" in page_of(towns, "/place/" + quote("Đà Nẵng"))


def test_an_indicator_is_asked_at_a_place_or_anywhere(towns: TestClient) -> None:
    assert page_of(towns, "/indicator/tổ tự quản").count("data-plot") == 2
    assert page_of(towns, "/indicator/tổ tự quản?place=Cẩm Châu").count("data-plot") == 1
    assert towns.get("/indicator/không có?place=đâu").status_code == 404


def test_one_name_may_be_several_persons(towns: TestClient) -> None:
    page = page_of(towns, "/person/Lý Mẫu")
    assert "chưa chắc là cùng một người" in page
    assert page.index("UBND thành phố Hội An</h2>") < page.index("Hội Hội An</h2>")
    assert "Được nhắc từ 01/01/2021 đến 01/01/2022" in page


def test_a_search_is_narrowed_page_by_page(towns: TestClient) -> None:
    page = page_of(towns, "/search?q=hoi+an")
    assert "/search?q=hoi+an&kind=counts" in page
    narrowed = page_of(towns, "/search?q=hoi+an&kind=counts&aspect=stock&year=2022")
    assert "Tính chất: hiện có" in narrowed
    assert "data-plot" not in narrowed
    assert page_of(towns, "/search?kind=bogus&category='--&after=x")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("q=Phố+xannh", "Phố xanh"),
        ("q=hội+ăn", "hoi an"),
        ("q=hoi+an&outlet=none", "Bỏ các bộ lọc"),
        ("q=zzz", "Thử ít từ hơn"),
    ],
)
def test_a_search_in_vain_is_advised(towns: TestClient, asked: str, told: str) -> None:
    assert told in page_of(towns, f"/search?{asked}")


@pytest.mark.parametrize("address", ["/place/Không/Đâu", "/place/", "/person/Không Ai", "/indicator/không"])
def test_what_is_not_there_is_not_found(towns: TestClient, address: str) -> None:
    assert towns.get(address).status_code == 404


def test_markup_in_addresses_is_text(towns: TestClient) -> None:
    for address in ("/search?q=<script>alert(1)</script>&outlet=<b>", "/indicator/<b>x?place=<i>"):
        assert not re.search(r"<(?:script>|b>x|i>)", towns.get(address).text)


def test_a_name_leads_to_its_page(towns: TestClient) -> None:
    assert 'href="/place/Quảng Nam/Hội An"' in unquote(page_of(towns, "/search?q=hoi+an"))
    assert 'href="/person/Lý Mẫu"' in unquote(page_of(towns, "/search?q=ly+mau"))
    assert "/person/" not in page_of(towns, "/search?q=Lỵ+Mẫu").split('class="found"')[0]


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("/place/hoi an", "/place/Quảng Nam/Hội An"),
        ("/place/hội an/cam chau", "/place/Quảng Nam/Hội An/Cẩm Châu"),
        ("/place/hội ăn", ""),
        ("/person/ly mau", "/person/Lý Mẫu"),
    ],
)
def test_a_name_typed_loosely_leads_to_what_is_meant(towns: TestClient, asked: str, address: str) -> None:
    answer = towns.get(asked)
    assert (answer.status_code, unquote(answer.headers.get("location", ""))) == (302 if address else 404, address)


def test_contradictions_and_sums_have_their_pages(towns: TestClient, corpus: TestClient) -> None:
    assert "Hai bài nói khác nhau" in page_of(towns, "/conflicts")
    assert "Không thấy bài nào mâu thuẫn" in page_of(corpus, "/conflicts")
    assert page_of(towns, "/sums")


def test_an_article_tells_its_sums_reprints_and_versions(tmp_path: Path) -> None:
    file = write_database(tmp_path / "facts.db", (*EXTRACTIONS, town(1, 12), town(2, 12), town(1, 12, "Bản mới. ")))
    with open_database(file, write=True) as db:
        save_clusters(db, [(("town1", "town2"), 0.9)])
    with client_of(file) as client:
        assert "khớp" in page_of(client, "/articles/hoa")
        page = page_of(client, "/articles/town1")
        assert "1 bài đăng lại" in page
        assert "Phiên bản 2" in page
