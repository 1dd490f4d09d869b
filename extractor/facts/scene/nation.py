"""What speaks of the whole country or of a region: no unit of the gazetteer."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.facts.scene.spots import Spot, superlative
from extractor.reading.spans import Reading
from extractor.vietnamese.letters import UPPER
from extractor.vietnamese.lexicon import Row, rows, word_forms, word_pattern
from extractor.vietnamese.phrases import CAPITAL, alternation, settle, whole_words

_OPENING = 40
"""Characters into a sentence within which a subject stands: `Theo thống kê mới nhất của |Bộ Y tế|`."""


_AGAIN = 300
"""Characters from a region to `cả vùng`."""
_NOUN = re.compile(r"\s([^\W\d_]+)")
"""The word behind a number."""
_OPENS = re.compile(r"(?:^|[.,;:“\"\n-]\s?)\Z")


def national_spots(reading: Reading) -> tuple[Spot, ...]:
    """`cả nước`, `các tỉnh miền Trung`, `ở Nhật Bản`, `tại Việt Nam`.

    A region alone is as often said of one province (`trung tâm Tây Nguyên`), unless it opens its sentence.
    """
    text = settle(reading.text)
    wide = [Spot(*match.span(), "national") for match in _wide().finditer(text)]
    opening = (_region_first().match(text, start) for start, _ in reading.sentences)
    wide += [Spot(*match.span(1), "national") for match in opening if match]
    wide += [Spot(*match.span(1), "national") for match in _acting_region().finditer(text)]
    wide += _regions_again(text, wide)
    return (*wide, *_at_home(reading.text, text), *_abroad(reading.text))


def _regions_again(lowered: str, regions: Sequence[Spot]) -> list[Spot]:
    """A region told a little before: `Đồng bằng sông Cửu Long có 80.000 ha … . |Cả vùng| mất 43.000 ha`."""
    found = (match.span() for match in word_pattern("scene", "region_again").finditer(lowered))
    return [Spot(*span, "national") for span in found if any(0 < span[0] - one.end < _AGAIN for one in regions)]


def gives_national(reading: Reading, spots: Sequence[Spot], start: int, end: int) -> bool:
    """Whether the sentence `start:end` gives figures of the country and names no place in it."""
    if not spots or any(spot.kind != "national" or spot.passing for spot in spots):
        return False
    return any(start <= quantity.start < end and not quantity.refused for quantity in reading.quantities)


def counts_on(reading: Reading, lowered: str, before: tuple[int, int], start: int, end: int) -> bool:
    """Whether the sentence `start:end` goes on with parts of what the one `before` counts, or with the same.

    `Cả nước có 249 ca. |144 ca đã khỏi|`, `|Trong đó| có 122 người khỏi bệnh`.
    """
    if word_pattern("scene", "part_opens").match(lowered, start, end):
        return True
    counted = [
        (quantity.start, noun[1])
        for quantity in reading.quantities
        if (noun := _NOUN.match(lowered, quantity.end)) and not quantity.refused
    ]
    told = {noun for at, noun in counted if before[0] <= at < before[1]}
    first = next((noun for at, noun in counted if start <= at < end), None)
    return first in told


def _at_home(text: str, lowered: str) -> Iterator[Spot]:
    """The country where something is, not where it is the first or the largest: `lớn nhất |tại Việt Nam|`."""
    for match in _behind(_homeland(), "homeland_in").finditer(text):
        if not superlative().search(lowered, max(0, match.start() - _OPENING), match.end(0) - len(match.group(1))):
            yield Spot(*match.span(1), "national")
    for match in _acting_homeland().finditer(lowered):
        yield Spot(*match.span(1), "national")
    for match in _of_homeland().finditer(lowered):
        # `Thị trường gỗ |Việt Nam| đạt 9 tỷ USD`, not a company of that name.
        if not any(word[:1].isupper() for word in text[match.start(1) : match.start(2)].split()[1:]):
            yield Spot(*match.span(2), "national")


@cache
def _acting_homeland() -> re.Pattern[str]:
    """The country as the subject of a clause: `Trong khi |Việt Nam| có 900 người học xa nhà`."""
    named, does = alternation(_homeland()), alternation(word_forms("scene", "homeland_does"))
    joint = alternation(word_forms("scene", "clause_joint"))
    return re.compile(rf"(?:^|[.,;:“\n]\s?|\s{joint}\s)({named})(?=\s{does}(?!\w))", re.M)


@cache
def _of_homeland() -> re.Pattern[str]:
    """What the country has, as the subject of a clause: `hệ thống bán lẻ |Việt Nam| có 9 kênh`."""
    named, does = alternation(_homeland()), alternation(word_forms("scene", "homeland_does"))
    firm = alternation(word_forms("scene", "named_after_country"))
    having = rf"((?!{firm}(?!\w))(?:[^\W\d_]+\s){{1,5}})"
    return re.compile(rf"(?:^|[.,;:“\n]\s?){having}({named})(?=\s{does}(?!\w))", re.M)


def _abroad(text: str) -> Iterator[Spot]:
    """Countries where something is; one that does not open its clause says little: `quỹ |ở Singapore| góp 9 tỷ`.

    So does the body or head of a state that acts: `|Tổng thống Mỹ| áp thuế 25%`.
    """
    for match in _foreign_body().finditer(text):
        yield Spot(*match.span(1), "national")
    for match in _behind(_countries(), "abroad_at").finditer(text):
        opens = _OPENS.search(text, max(0, match.start() - 3), match.start())
        yield Spot(*match.span(1), "national", passing=not opens)


def general_spots(reading: Reading) -> tuple[Spot, ...]:
    """What speaks of no place in an article about no place: `các địa phương`, a ministry that opens a sentence.

    So do a ministry that says something anywhere in it, and a member of parliament.
    """
    text = settle(reading.text)
    found = [Spot(*match.span(), "national") for match in _units_at_large().finditer(text)]
    found += [
        Spot(*match.span(1), "national") for match in _behind(_homeland(), "homeland_at").finditer(reading.text)
    ]
    found += [Spot(*match.span(1), "national") for match in _says().finditer(text)]
    found += [
        Spot(place.end, place.end, "national")
        for place in reading.places
        if _delegate().search(text, max(0, place.start - _OPENING), place.start)
    ]
    for start, end in reading.sentences:
        if match := _opened().match(text, start, min(end, start + _OPENING)):
            found.append(Spot(match.start(1), match.end(1), "national"))
    return tuple(found)


def weight(reading: Reading) -> float:
    """How much an article speaks of the country: words for all of it or a region count, its organs half."""
    text = settle(reading.text)
    wide = sum(1 for _ in whole_words((*word_forms("scene", "national"), *_regions())).finditer(text))
    return wide + sum(1 for _ in whole_words(word_forms("scene", "organ")).finditer(text)) / 2


def headed_wide(reading: Reading) -> bool:
    """Whether the headline names the country or a region: `Lũ lớn ở |miền Trung|`."""
    words = whole_words((*word_forms("scene", "national"), *_regions()))
    return words.search(settle(reading.title or "")) is not None


def foreign_weight(reading: Reading) -> float:
    """How much an article speaks of other countries: a mention counts half."""
    return sum(1 for _ in _foreign().finditer(reading.text)) / 2


def is_abroad(behind: str) -> bool:
    """Whether a unit is abroad by what stands in its phrase or right behind: 31 tỉnh |của Trung Quốc|."""
    return _of_abroad().match(behind) is not None


@cache
def _of_abroad() -> re.Pattern[str]:
    at, of = alternation(word_forms("scene", "unit_at")), alternation(word_forms("scene", "unit_of"))
    names = "|".join(re.escape(name) for name in sorted(_countries(), key=len, reverse=True))
    wide = alternation(word_forms("scene", "worldwide"))
    return re.compile(rf"\s(?:{at}\s)?(?:{of}\s)?(?:(?:{names})|{wide})(?![\w-])")


def _regions() -> tuple[str, ...]:
    return word_forms("scene", "region")


@cache
def _wide() -> re.Pattern[str]:
    kind, region = alternation(word_forms("scene", "region_kind")), alternation(_regions())
    of = rf"(?:(?:thuộc|ở|tại|của)\s)?(?:{kind}\s){{0,2}}{region}"
    units, across, nation = (alternation(word_forms("scene", name)) for name in ("units", "across", "national"))
    return re.compile(rf"(?<!\w)(?:(?:{units}|{across})\s{of}|{nation})(?!\w)")


@cache
def _region_first() -> re.Pattern[str]:
    """A region as the subject of its sentence: `|Tây Nguyên và Nam Bộ| có nắng`."""
    kind, region = alternation(word_forms("scene", "region_kind")), alternation(_regions())
    one = rf"(?:{kind}\s){{0,2}}{region}"
    return re.compile(rf"[“\"'\s-]*({one}(?:(?:,|\svà)\s{one})*)(?!\w)")


@cache
def _acting_region() -> re.Pattern[str]:
    """A region with its kind as the subject of a clause: `Bộ dự báo |vùng Tây Nguyên| có 80.000 ha`."""
    kind, region = alternation(word_forms("scene", "region_kind")), alternation(_regions())
    joint = alternation((*word_forms("scene", "clause_joint"), *word_forms("verbs", "saying")))
    does = alternation(word_forms("scene", "homeland_does"))
    return re.compile(rf"(?:[.,;:“\n]\s?|\s{joint}\s)((?:{kind}\s){{1,2}}{region})(?=\s{does}(?!\w))")


@cache
def _countries() -> tuple[str, ...]:
    return tuple(
        form
        for table in (rows("places", "foreign", Row), rows("scene", "abroad", Row))
        for row in table
        for form in row.forms
    )


@cache
def _foreign() -> re.Pattern[str]:
    """Countries; one of a single syllable is as often a given name, unless something is of it: `người Đức`."""
    long = "|".join(re.escape(name) for name in _countries() if " " in name)
    return re.compile(rf"(?<!\w)(?:{long})(?!\w)|{_behind(_countries(), 'abroad_by').pattern}")


def lies_abroad(text: str, at: int) -> bool:
    """Whether the place named from an offset on is of another country: `tại |Las Mau (Mỹ)|`."""
    return _of_country().match(text, at) is not None


@cache
def _of_country() -> re.Pattern[str]:
    named = "|".join(map(re.escape, sorted(_countries(), key=len, reverse=True)))
    word = rf"(?:[{UPPER}][\w.&'-]*|{alternation(word_forms('scene', 'abroad_site'))})[ ]?[,(]?[ ]?"
    return re.compile(rf"(?:{word}){{0,6}}?(?:{named})(?![\w])(?![ ][{UPPER}])")


@cache
def _foreign_body() -> re.Pattern[str]:
    """A body of another country that opens its clause: `|Ủy ban Y tế Trung Quốc| xác nhận 889 ca`."""
    body = "|".join(f"(?i:{re.escape(form)})" for form in word_forms("scene", "foreign_body"))
    named = "|".join(map(re.escape, sorted(_countries(), key=len, reverse=True)))
    fronted = r"(?:^|[.;:“\n]\s?)(?:[^\n,.;:]{1,40},\s)?(?:(?:Theo|theo)\s)?"
    # `Bộ |Y tế| Nhật Bản`, no `Bộ trưởng |Trần Tuấn| Anh`
    field = rf"[{UPPER}][^\W\d_]*\s(?:[^\W\d_]+\s){{0,4}}?(?![{UPPER}])[^\W\d_]+\s"
    return re.compile(rf"{fronted}((?:{body})\s(?:{field})?(?:{named}))(?!\w)", re.M)


@cache
def _homeland() -> tuple[str, ...]:
    return tuple(form for row in rows("scene", "homeland", Row) for form in row.forms)


@cache
def _behind(names: tuple[str, ...], at: str) -> re.Pattern[str]:
    located = "|".join(f"(?i:{re.escape(form)})" for form in word_forms("scene", at))
    named = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{located})\s({named})(?!\w|\s{CAPITAL})")


@cache
def _says() -> re.Pattern[str]:
    """A national organ with what it says: `Tổng Bí thư, Chủ tịch nước |cho biết|`."""
    organ, saying = alternation(word_forms("scene", "organ")), alternation(word_forms("verbs", "saying"))
    return re.compile(rf"(?<!\w)({organ})(?!\w)[^.;:\n\d]{{0,60}}?\s{saying}(?!\w)")


@cache
def _delegate() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'delegate'))}\s$")


@cache
def _units_at_large() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:các|nhiều|một số|những)\s{alternation(word_forms('scene', 'units'))}(?!\w)")


@cache
def _opened() -> re.Pattern[str]:
    """A national organ at the head of a sentence, or the source that the sentence opens with."""
    source = alternation(word_forms("scene", "source"))
    organ = alternation(word_forms("scene", "organ"))
    time, at = alternation(word_forms("scene", "time")), alternation(word_forms("scene", "at"))
    fronted = rf"(?:(?:(?:tại\s)?{time}\s[^\n,;:.]{{0,30}}|(?!{at}\s)[^\n,;:.]{{1,20}}),\s)?"
    return re.compile(rf"[“\"'\s-]*{fronted}(?:[^\n]{{0,12}}{source}[^\n,;:]{{0,20}}?\s)?({organ})(?!\w)")
