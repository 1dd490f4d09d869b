"""Three small articles with facts, written for the tests of store and command line."""

from decimal import Decimal
from typing import Any

from extractor.records import (
    Article,
    Award,
    Check,
    CountFact,
    Event,
    Extraction,
    Locality,
    NamedModel,
    Removal,
    Role,
)

HOA = Article(
    id="hoa",
    title="Thạch Hoà giữ bình yên thôn xóm",
    published="2024-09-06",
    outlet="Báo Ven Sông",
    author="Lê Thử",
    url="https://example.org/hoa",
    source="hoa.html",
    text=(
        "Đến nay, xã Thạch Hòa duy trì 12 mô hình tự quản về an ninh trật tự. Trong đó có 7 mô hình camera, "
        "5 mô hình “Cổng sáng”. Năm 2023, xã hỗ trợ 1,5 tỷ đồng cho người dân.\n"
        "Ông Trần Mẫu, Chủ tịch UBND xã Thạch Hòa, trao giấy khen cho 3 tập thể tại hội nghị tổng kết."
    ),
    removed=(
        Removal(at=0, text="Trang chủ", reason="menu"),
        Removal(at=900, text="Lượt xem: 12", reason="counter"),
    ),
    raw_offsets=(),
    given=("title", "url"),
)
DONG = Article(
    id="dong",
    title="Đồng Nai nhân rộng câu lạc bộ",
    published="2023-05",
    outlet="Đài Đồng Bằng",
    source="news.jsonl:2",
    text="Tỉnh Đồng Nai hiện có 40 câu lạc bộ với hơn 1.200 hội viên. Hồ trong vắt, nhiều người tới chơi.",
)
PLAIN = Article(
    id="plain",
    title="Ho tro nguoi dan",
    source="news.jsonl:3",
    text="Tin khong dau: ho tro 20 ho ngheo o Dong Nai.",
)


def located(article: Article, quote: str) -> dict[str, Any]:
    """The evidence slots of a record with this quote."""
    start = article.text.index(quote)
    return {"article_id": article.id, "start": start, "end": start + len(quote), "quote": quote, "rule": "test"}


def count(article: Article, quote: str, value: float | str | None, what: str, **slots: Any) -> CountFact:
    """A count of the article."""
    number = None if value is None else Decimal(str(value))
    return CountFact(**located(article, quote), value=number, what=what, **slots)


_PLACE = ("Hà Thử", "Sông Mơ", "Thạch Hòa")
_TOTAL = count(
    HOA,
    "duy trì 12 mô hình",
    12,
    "mô hình tự quản về an ninh trật tự",
    category="model",
    aspect="stock",
    predicate="duy trì",
    locality=_PLACE,
    period=("2024-09-06", "2024-09-06"),
    reasons={"aspect": "verb: duy trì"},
)
_PARTS = tuple(
    count(
        HOA,
        quote,
        value,
        "mô hình",
        category="model",
        aspect="stock",
        locality=_PLACE,
        part_of=_TOTAL.id,
        name=name,
        period=("2024-09-06", "2024-09-06"),
    )
    for quote, value, name in (("7 mô hình camera", 7, None), ("5 mô hình “Cổng sáng”", 5, "Cổng sáng"))
)
_MONEY = count(
    HOA,
    "hỗ trợ 1,5 tỷ đồng",
    "1500000000",
    "đồng",
    category="money",
    aspect="flow",
    measured="kinh phí",
    locality=_PLACE,
    period=("2023-01-01", "2023-12-31"),
)
EXTRACTIONS = (
    Extraction(
        article=HOA,
        counts=(_TOTAL, *_PARTS, _MONEY),
        awards=(
            Award(
                **located(HOA, "trao giấy khen cho 3 tập thể"),
                form="giấy khen",
                giver="UBND xã Thạch Hòa",
                recipient="collective",
                count=3,
                locality=_PLACE,
                date="2024-09-06",
            ),
        ),
        models=(
            NamedModel(**located(HOA, "mô hình “Cổng sáng”"), name="Cổng sáng", locality=_PLACE, status="active"),
        ),
        localities=(
            Locality(
                **located(HOA, "xã Thạch Hòa"),
                name="Thạch Hòa",
                level="commune",
                path=_PLACE,
                code="00001",
                valid_from="",
                candidates=(_PLACE, ("Hà Thử", "Thạch Hòa")),
            ),
        ),
        roles=(
            Role(
                **located(HOA, "Ông Trần Mẫu, Chủ tịch UBND xã Thạch Hòa"),
                person="Trần Mẫu",
                position="Chủ tịch",
                organization="UBND xã Thạch Hòa",
            ),
        ),
        events=(
            Event(**located(HOA, "hội nghị tổng kết"), event="tổng kết", name="hội nghị tổng kết", locality=_PLACE),
        ),
        checks=(
            Check(
                article_id="hoa",
                test="sum",
                total=_TOTAL.id,
                parts=tuple(part.id for part in _PARTS),
                expected=Decimal(12),
                found=Decimal(12),
                verdict="adds up",
            ),
        ),
    ),
    Extraction(
        article=DONG,
        counts=(
            count(
                DONG,
                "hiện có 40 câu lạc bộ",
                40,
                "câu lạc bộ",
                category="group",
                aspect="stock",
                locality=("Đồng Nai",),
                period=("2023-05", "2023-05"),
            ),
            count(
                DONG,
                "hơn 1.200 hội viên",
                1200,
                "hội viên",
                low=Decimal(1200),
                modifier="over",
                category="person",
                aspect="stock",
                locality=("Đồng Nai",),
                period=(None, "2023-05"),
            ),
        ),
        localities=(
            Locality(**located(DONG, "Tỉnh Đồng Nai"), name="Đồng Nai", level="province", path=("Đồng Nai",)),
        ),
    ),
    Extraction(
        article=PLAIN, counts=(count(PLAIN, "20 ho ngheo", 20, "ho ngheo", category="household", aspect="flow"),)
    ),
)
