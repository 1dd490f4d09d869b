"""Articles about one town, written for the tests of places, people and series."""

from examples import count, located

from extractor.records import Article, Extraction, Locality, NamedModel, Role

HOI_AN = ("Quảng Nam", "Hội An")
WARD = (*HOI_AN, "Cẩm Châu")


def town(number: int, value: int, opening: str = "") -> Extraction:
    text = (
        f"{opening}Thành phố Hội An duy trì {value} tổ tự quản, phường Cẩm Châu có 4 tổ tự quản. Mô hình "
        "“Phố xanh” lan rộng. Ông Lý Mẫu là Chủ tịch UBND thành phố Hội An."
    )
    day = f"202{number}-01-01" if number < 3 else "2022-01-01"
    article = Article(
        id=f"town{number}", title=f"Tin {number}", text=text, published=day, outlet="Báo A", source="t"
    )
    stock = {"aspect": "stock", "category": "group", "period": (day, day)}
    return Extraction(
        article=article,
        counts=(
            count(article, f"{value} tổ tự quản", value, "tổ tự quản", locality=HOI_AN, **stock),
            count(article, "4 tổ tự quản", 4, "tổ tự quản", locality=WARD, **stock),
        ),
        models=(NamedModel(**located(article, "Phố xanh"), name="Phố xanh", locality=HOI_AN, year=2020 + number),),
        localities=(Locality(**located(article, "Hội An"), name="Hội An", level="district", path=HOI_AN),),
        roles=(role(article, "Lý Mẫu", "UBND thành phố Hội An"),),
    )


def namesake() -> Extraction:
    article = Article(id="else", text="Ông Lý Mẫu, Chủ tịch Hội Hội An, ở Đồng Nai.", published="2020", source="e")
    return Extraction(article=article, roles=(role(article, "Lý Mẫu", "Hội Hội An"),))


def role(article: Article, person: str, organization: str) -> Role:
    return Role(**located(article, person), person=person, position="Chủ tịch", organization=organization)
