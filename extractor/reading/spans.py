"""What the readers find: frozen spans with half-open character offsets into the article's text.

Every span names the rule that made it, so that `extractor explain` can show the way from sentence to record.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from spacy.tokens import Doc

from extractor.records import Category, Level, Modifier


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its hedge, scale and unit: `hơn 36,6 triệu đồng/người/năm`, `573/624`, `hàng chục`.

    `start:end` covers hedge, number, scale, unit and rate; `number_start:number_end` the number with its scale
    words and denominator alone. `unit` is as written and set for money, percents and measures only; a counted
    noun (hộ, mô hình) is no unit. `category` is set with `unit`. Money values are in đồng (USD: in USD).
    `refused` is None for a quantity, else the reason why this number is none (date, road, document …).
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: Modifier = "exact"
    denominator: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    category: Category | None = None
    rule: str = ""
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A date or period: `first`..`last` as partial ISO dates (None: open or unknown).

    `form`: `date` (a day, month or year that is pointed at), `span` (9 tháng đầu năm, năm 2023, giai đoạn
    2020-2025), `until` (tính đến nay, đến hết tháng 6: only `last`), `since` (từ năm 2019: only `first`),
    `now` (hiện nay), `deadline` (đến năm 2025 as a goal), `comparison` (so với cùng kỳ), `clock` (a bare date
    without a year that could not be resolved). Dates that tell no time of the story: `birth` (sinh năm 1994),
    `citation` (Quyết định số 12 ngày 5/3/2020), `anniversary` (Quốc khánh 2/9), `lunar` (rằm tháng Bảy).
    `resolved` is False where the publication date was missing.
    """

    start: int
    end: int
    first: str | None
    last: str | None
    form: str
    rule: str = ""
    resolved: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative unit named in the text and resolved. `path` runs from the province down to itself.

    `probability` is of this resolution; `candidates` the paths that tie; `runners_up` the next likely paths with
    their probabilities; `former` marks a unit that had ended at publication. `role` is `place` (where something
    is), `body` (inside a body's name: Huyện ủy Gio Linh), `home` (where a person lives or comes from: trú tại xã
    X), `route` (đường A đi B), `site` (with its level word in a school's or company's proper name: no named unit,
    yet where that is), or `name`: inside the proper name of a school, company or newspaper without a level word,
    which is evidence of where the article is set and no named unit.
    """

    start: int
    end: int
    name: str
    level: Level
    path: tuple[str, ...]
    code: str | None = None
    valid_from: str | None = None
    former: bool = False
    probability: float = 1.0
    candidates: tuple[tuple[str, ...], ...] = ()
    runners_up: tuple[tuple[tuple[str, ...], float], ...] = ()
    role: str = "place"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, committee or office: `Ban Chỉ đạo 138 huyện Yên Thành`, `Công an xã`."""

    start: int
    end: int
    name: str
    head: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name with what stands before it: honorific (ông, đồng chí) and rank (Thượng tá, PGS.TS)."""

    start: int
    end: int
    name: str
    name_start: int
    name_end: int
    honorific: str | None = None
    rank: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class SchemeName:
    """A quoted or capitalised proper name with the noun before it: mô hình “Camera an ninh”.

    `start:end` covers noun and name, `name_start:name_end` the bare name. `noun` is None for a name alone.
    `is_scheme` is False for what is quoted but no model (a movement, a slogan).
    """

    start: int
    end: int
    name: str
    name_start: int
    name_end: int
    noun: str | None
    is_scheme: bool = True
    rule: str = ""


@dataclass(frozen=True, slots=True)
class AwardForm:
    """The word for an award: giấy khen, Bằng khen, Huân chương Lao động hạng Ba, biểu dương, khen thưởng."""

    start: int
    end: int
    form: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one article. `published` and `home_province` steer resolution.

    `home` is the unit whose own portal printed the article, named by the outlet. `text` is the article's text, into
    which all offsets point.
    """

    article_id: str
    title: str | None
    published: str | None
    doc: Doc = field(repr=False)
    quantities: tuple[Quantity, ...] = ()
    periods: tuple[Period, ...] = ()
    places: tuple[Place, ...] = ()
    bodies: tuple[Body, ...] = ()
    people: tuple[Person, ...] = ()
    schemes: tuple[SchemeName, ...] = ()
    award_forms: tuple[AwardForm, ...] = ()
    home_province: str | None = None
    home: Place | None = None
    text: str = field(init=False, repr=False)
    sentences: tuple[tuple[int, int], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Keep text and sentence bounds: a Doc builds them anew from its tokens whenever it is asked."""
        object.__setattr__(self, "text", str(self.doc.text))
        object.__setattr__(self, "sentences", tuple((sent.start_char, sent.end_char) for sent in self.doc.sents))
