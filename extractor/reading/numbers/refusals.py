"""What is no quantity: ages, times, labels, slogans, names; each refusal names its reason.

Numbers glued to letters and signs are judged in `codes`, spelled ones in `spelled`.
"""

import re
from collections.abc import Callable
from functools import cache

from extractor.reading.numbers.candidates import Candidate, ends_as_label
from extractor.reading.numbers.codes import glued
from extractor.reading.numbers.context import Context
from extractor.reading.numbers.lasting import lasting_unit
from extractor.reading.numbers.spelled import spelled
from extractor.reading.numbers.wording import any_of, either, forms
from extractor.reading.quotations import is_speech
from extractor.vietnamese.lexicon import Row, rows


class ReasonRow(Row):
    """A word beside a number and why it makes it no quantity."""

    reason: str


class MeasuredRow(Row):
    """A noun before a measure that tells its kind, and the categories of such measures."""

    categories: tuple[str, ...]


class CompoundRow(Row):
    """A word behind a number and the words before it with which it makes a kind of thing; none: wherever it is."""

    before: tuple[str, ...]


@cache
def _reasons(table: str) -> dict[str, str]:
    return {form: row.reason for row in rows("refusals", table, ReasonRow) for form in row.forms}


@cache
def _before(table: str) -> re.Pattern[str]:
    figure = either("surroundings", "figure")
    return re.compile(rf"(?<!\w)({any_of(forms('refusals', table, ReasonRow))})[.:)]?(?:\s{figure}|\s?[-–])?$")


_TAIL = re.compile(rf"\s*({any_of(forms('refusals', 'tail', ReasonRow))})(?!\w)")


Check = Callable[[Context, Candidate], str | None]


def refusal(context: Context, candidate: Candidate) -> str | None:
    """Why the number is no quantity, or None."""
    numeral = candidate.numeral
    if numeral.shape == "digits" and numeral.value is None:
        return "malformed"
    if lasting_unit(context, numeral):
        return None
    own: tuple[Check, ...] = (spelled,) if numeral.shape == "words" else (glued, _listed, _year)
    for check in (
        *own,
        _clock,
        _raced,
        _sized,
        _kind,
        _seated,
        _article,
        _unused,
        _compounded,
        _tail,
        _labelled,
        _named,
        _addressed,
        _quoted,
    ):
        reason = check(context, candidate)
        if reason:
            return reason
    return None


def _listed(context: Context, candidate: Candidate) -> str | None:
    """The number of a list item: `1. Mục tiêu`, `2)`."""
    start, end = candidate.numeral.start, candidate.numeral.end
    digits = context.text[start:end]
    if len(digits) > 2 or not re.match(r"[.)]\s?[A-ZĐÀ-Ỵ“]|\)\s|[.]\s", context.text[end : end + 3]):
        return None
    before = context.text[max(0, start - 3) : start].rstrip(" ")
    told = before.endswith(":") and candidate.numeral.value != 1  # Số chi bộ: |6|. Họ sinh hoạt đều.
    return "list number" if not before or (before[-1] in "\n.:;?!" and not told) else None


_YEAR_WORD = re.compile(rf"(?<!\w){either('surroundings', 'year_word')}$")


def _year(context: Context, candidate: Candidate) -> str | None:
    """A bare year: (2019), Seagame 2021, vào năm 1827."""
    numeral = candidate.numeral
    digits = context.text[numeral.start : numeral.end]
    if not (digits.isdigit() and 3 <= len(digits) <= 4) or candidate.unit is not None:
        return None
    if _YEAR_WORD.search(context.before(numeral.start)):
        return "year"
    if not re.fullmatch(r"(?:19|20)\d\d", digits) or candidate.hedged:
        return None
    counted = context.tag_after(numeral.end).startswith("N") and context.word_after(numeral.end)[:1].islower()
    if _UNIT_NAMED.match(context.text, numeral.end):
        return "year"  # kỳ thi 2018 tỉnh Hà Giang
    named = context.word_before(numeral.start)[:1].isupper() or _follows_law(context, numeral.start)
    return None if counted and not named else "year"


def _follows_law(context: Context, start: int) -> bool:
    """Whether the year is a law's: Luật Cạnh tranh `2004` quy định."""
    return _LAW.search(context.text[max(0, start - 60) : start]) is not None


_UNIT_NAMED = re.compile(rf"\s{either('surroundings', 'surface_unit')}\s(?!(?:và|,))[A-ZĐ]")
_LAW = re.compile(
    rf"(?:{'|'.join(word.capitalize() for word in forms('surroundings', 'law'))})(?:\s[^\W\d_]+){{1,8}}\s$"
)


_HOUR = re.compile(rf"{either('surroundings', 'hour')}$")
_CLOCK_AFTER = re.compile(rf"\s*(?:\d|{either('surroundings', 'clock_after')}(?!\w))")
_CLOCK_BEFORE = re.compile(rf"(?<!\w){either('surroundings', 'clock_before')}$")
_HABIT = re.compile(rf"\s*{either('surroundings', 'clock_habit')}(?!\w)")


def _clock(context: Context, candidate: Candidate) -> str | None:
    """19 giờ tối, lúc 8 giờ, 16 giờ ngày 25-10, 30 phút sau 7 giờ."""
    unit, numeral = candidate.unit, candidate.numeral
    if unit is None or unit.row.category != "duration" or numeral.value is None or numeral.value > 60:
        return None
    before, after = context.before(numeral.start), context.after(unit.end)
    if _HOUR.search(unit.row.word) and _CLOCK_AFTER.match(after):
        return "time"
    if _CLOCK_BEFORE.search(before) and not candidate.hedged:
        return "time"
    return "time" if _HABIT.match(after) or after.startswith("/") else None


_RACE = re.compile(rf"(?<!\w){either('surroundings', 'race')}:?(?:\s\d[\d.,]*\s?k?m,?(?:\svà)?)*$")


def _raced(context: Context, candidate: Candidate) -> str | None:
    """The distance that names a race: nội dung 1.500 m, 5.000 m."""
    unit = candidate.unit
    if unit is None or unit.row.category != "length" or candidate.hedged:
        return None
    return "race" if _RACE.search(context.before(candidate.numeral.start)) else None


_SIZED = re.compile(rf"(?<!\w){either('surroundings', 'sized')}(?:\s{either('nounphrase', 'telling')})?$")


def _sized(context: Context, candidate: Candidate) -> str | None:
    """The mass that tells the size of a vehicle: xe tải 3,5 tấn."""
    unit = candidate.unit
    if unit is None or unit.row.category != "mass" or candidate.hedged:
        return None
    counted = context.tag_after(unit.end).startswith("N") and context.word_after(unit.end)[:1].islower()
    return "size" if _SIZED.search(context.before(candidate.numeral.start)) and not counted else None


def _kind(context: Context, candidate: Candidate) -> str | None:
    """The measure that names a kind: hạng 57kg, bản 1.3L, cồn 70%."""
    unit = candidate.unit
    if unit is None or candidate.hedged:
        return None
    before = context.before(candidate.numeral.start)
    told = unit.row.category in _kinds() and _kinds()[unit.row.category].search(before)
    return "name" if told or _in_product_name(context, candidate) else None


def _in_product_name(context: Context, candidate: Candidate) -> bool:
    """Whether the measure ends a product's name: iPhone 11 Pro Max 512 GB, thuốc H-Capita 500 mg.

    What a part measures is told: RAM 8 GB, màn hình AMOLED 6,4 inch.
    """
    unit = candidate.unit
    name = _PRODUCT.search(context.text[max(0, candidate.numeral.start - 60) : candidate.numeral.start])
    if unit is None or name is None or unit.row.word.lower() not in forms("surroundings", "sizing_unit"):
        return False
    parts = forms("surroundings", "measured_part")
    if any(word.lower() in parts for word in name.group().split()):
        return False
    before = context.before(candidate.numeral.start - len(name.group()), 24).rstrip()
    return not before.endswith(parts)


# Letters of other languages, three or more words of a name or one with a digit or hyphen in it.
_PRODUCT = re.compile(
    r"(?<![\w-])(?:[A-Z][A-Za-z]*(?:-[A-Za-z0-9]+|[0-9]+)(?:\s[A-Z0-9][A-Za-z0-9+-]*){0,5}"
    r"|(?:i[A-Z][a-z]+|[A-Z][a-z]+[A-Z][a-z]+|Galaxy)(?:\s[A-Z0-9][A-Za-z0-9+-]*){1,5})\s$"
)


@cache
def _kinds() -> dict[str, re.Pattern[str]]:
    """What stands before a measure that names a kind, by the measure's category."""
    forms_of: dict[str, list[str]] = {}
    for row in rows("refusals", "kind", MeasuredRow):
        for category in row.categories:
            forms_of.setdefault(category, []).extend(row.forms)
    return {of: re.compile(rf"(?<!\w){any_of(tuple(forms))}$") for of, forms in forms_of.items()}


_VEHICLE = (
    rf"(?<!\w){either('surroundings', 'seated')}(?:\s(?!{either('surroundings', 'seating')}\s)[^\W\d_]+){{0,4}}"
)
_SEATED = re.compile(rf"{_VEHICLE}(?:\s{either('nounphrase', 'telling')})?$")
_SEATS = re.compile(rf"\s{either('surroundings', 'seat')}(?!\w)")


def _seated(context: Context, candidate: Candidate) -> str | None:
    """The seats that tell the size of a vehicle: ô tô dưới 9 chỗ; not hội trường 250 chỗ."""
    numeral = candidate.numeral
    if candidate.unit is not None or not _SEATS.match(context.lower, numeral.end):
        return None
    before = context.before(numeral.start)
    words = before.rsplit(" ", 1)
    last = words[-1] in forms("surroundings", "seating")
    return "size" if _SEATED.search(before) and not last else None


_ARTICLE = re.compile(rf"(?<!\w){either('surroundings', 'law_part')}$")
_STATUTE = re.compile(rf"\s*,?\s{either('surroundings', 'statute')}(?!\w)")


def _article(context: Context, candidate: Candidate) -> str | None:
    """The number of a law's article: điều 21 Bộ luật Hình sự."""
    numeral = candidate.numeral
    told = _ARTICLE.search(context.before(numeral.start)) and _STATUTE.match(context.after(numeral.end))
    return "document" if told and candidate.unit is None else None


_NEW = re.compile(rf"(?<!\w){either('surroundings', 'brand_new')}$")


def _unused(context: Context, candidate: Candidate) -> str | None:
    """`xe mới 100%` is no share."""
    percent = candidate.unit is not None and candidate.unit.row.category == "percent"
    whole = percent and candidate.numeral.value == 100
    return "idiom" if whole and _NEW.search(context.before(candidate.numeral.start)) else None


def _compounded(context: Context, candidate: Candidate) -> str | None:
    """`xe hai bánh`, `người bạn bốn chân`, `xác thực 2 lớp` are kinds of things."""
    numeral = candidate.numeral
    if candidate.hedged or numeral.value is None or numeral.value > 12 or numeral.scale > 1:
        return None
    match = _COMPOUND.match(context.lower, numeral.end)
    if match is None:
        return None
    kinds = _compounds()[" ".join(match[1].split())]
    before = context.before(numeral.start)
    return "idiom" if not kinds or re.search(rf"(?<!\w){any_of(kinds)}$", before) else None


_COMPOUND = re.compile(rf"\s({either('refusals', 'compound', CompoundRow)})(?!\w)")


@cache
def _compounds() -> dict[str, tuple[str, ...]]:
    return {form: row.before for row in rows("refusals", "compound", CompoundRow) for form in row.forms}


_TERM_AFTER = re.compile(rf"\s*(?:\d+\s*\w+\s*)?{either('surroundings', 'term_after')}(?!\w)")
_TERM_BEFORE = re.compile(rf"(?<!\w){either('surroundings', 'term_before')}(?:\s\w+)?$")
_AVERAGE = re.compile(rf"{either('surroundings', 'average')}(?:\s\S+){{0,3}}$")
_CLAUSE = re.compile(rf"\s*{either('surroundings', 'slogan_clause')}(?!\w)")
_LEVELS = re.compile(rf"{either('surroundings', 'level_before')}$")


def _tail(context: Context, candidate: Candidate) -> str | None:
    """71 tuổi, 10 năm, 4 tại chỗ, 5 sao. `7 năm tù` and `1.100 ngày công` are quantities."""
    numeral = candidate.numeral
    match = _TAIL.match(context.lower, numeral.end) if candidate.unit is None else None
    if match is None or "\n\n" in match.group():
        return None
    reason = _reasons("tail")[" ".join(match[1].split())]
    word = context.token(match.start(1))
    if reason == "slogan" and word is not None and word[1] > match.end(1):
        return None  # 12 hóa đơn
    before, following = context.before(numeral.start), context.after(match.end(), 30)
    meant = {
        "time span": not (_TERM_AFTER.match(following) or _TERM_BEFORE.search(before)),
        "age": not _AVERAGE.search(before),
        "slogan": numeral.value is not None
        and numeral.value <= 12
        and numeral.scale == 1
        and not _CLAUSE.match(context.after(numeral.end)),
        "level": bool(_LEVELS.search(before)),
    }
    return reason if meant.get(reason, True) else None


_COUNTED_NUMBER = re.compile(rf"(?<!\w){either('surroundings', 'counted_number')}\s$")
_FIGURE = re.compile(rf"(?<!\w){either('surroundings', 'figure')}$")
# A longer word than an abbreviation (`P. 3`) ends its sentence.
_ENDED = re.compile(r"[^\W\d_]{4,}\.$")
_COORDINATE = re.compile(rf"\s*{either('surroundings', 'coordinate')}(?!\w)")
_NAUGHT = re.compile(rf"{either('surroundings', 'naught')}$")
_BORN = re.compile(rf"\s{either('refusals', 'born')}(?!\w)")
_EACH = re.compile(rf"(?<!\w){either('surroundings', 'each')}\s$")
_MANY = re.compile(rf"(?<!\w)(?:{either('surroundings', 'each')}|\d+)\s$")


def _labelled(context: Context, candidate: Candidate) -> str | None:
    """Nghị quyết 22, Ban Chỉ đạo 138, quốc lộ 20, phường 9, số 15, con số 0, 18,4 độ vĩ bắc."""
    numeral = candidate.numeral
    before = context.before(numeral.start)
    if _COORDINATE.match(context.after(numeral.end)):
        return "coordinate"
    if numeral.value == 0 and _NAUGHT.search(before):
        return "idiom"
    if candidate.unit is not None:
        return None
    if context.text[numeral.start - 1 : numeral.start].isspace() and _ENDED.search(before):
        return None  # `sau 18 vòng. Hai bàn thắng`
    match = _before("label").search(before)
    if match and not context.is_word(numeral.start, before, match):
        match = None
    if match and _BORN.match(context.after(numeral.end)):
        match = None  # vợ chồng ông sinh |4 người con|
    if match and not _EACH.search(before[: match.start()]):
        return _reasons("label")[" ".join(match[1].split())]
    if candidate.hedged or numeral.scale > 1 or numeral.value is None:
        return None
    rank = _before("rank").search(before)
    if rank and numeral.value <= 12 and not _MANY.search(before[: rank.start()]):
        return "number"
    figure = _FIGURE.search(before)
    if figure and re.fullmatch(r"[\d/]+|[^\W\d_]+", context.text[numeral.start : numeral.end]):
        return None if _COUNTED_NUMBER.search(before[: figure.start()]) else "number"
    match = _before("place_label").search(before)
    most = 20 if numeral.shape == "words" else 999
    if match is None or not context.is_word(numeral.start, before, match) or _NUMBER_OF.search(before):
        return None
    if numeral.value > most or _MANY.search(before[: match.start()]):
        return None
    reason = _reasons("place_label")[" ".join(match[1].split())]
    return reason if ends_as_label(context, numeral.end, place=reason == "place") else None


# Tổng số mô hình: 12
_NUMBER_OF = re.compile(rf"(?:^|[\n.;,(])[\s•+–-]*{either('nounphrase', 'label_opening')}\s[^.;,:\n\d]{{2,60}}:$")
# Tags of verbs, adverbs, prepositions, conjunctions and adjectives, as the tokenizer gives them.
_NO_NAME = frozenset("VRECA")
_OPENS = ("", *'.!?:;-–•+*“"(')


def _named(context: Context, candidate: Candidate) -> str | None:
    """A number at the end of a name: Sơn Phô 2, trưởng thôn Kép 1."""
    numeral = candidate.numeral
    if candidate.unit or candidate.hedged or numeral.value is None or numeral.value > 20 or numeral.scale > 1:
        return None
    digits = context.text[numeral.start : numeral.end]
    word = context.word_before(numeral.start)
    if not digits.isdigit() or digits[0] == "0" or not word[:1].isupper():
        return None
    gap = context.text[max(0, numeral.start - 1) : numeral.start]
    token = context.token(numeral.start - 1 - len(word))
    if token and token[2][:1] in _NO_NAME and context.before(token[0])[-1:] in _OPENS:
        return None  # `Có 14 xã`: capital only because a sentence begins
    return "name" if gap == " " and ends_as_label(context, numeral.end) else None


_IN_STREET = re.compile(rf"\s{either('surroundings', 'street')}\s[A-ZĐ]")
_ADDRESS = re.compile(rf"(?<!\w){either('surroundings', 'address_before')}$")


def _addressed(context: Context, candidate: Candidate) -> str | None:
    """A house number before a street's name: tại 27 Lý Thường Kiệt, (21 phố Hàng Tre)."""
    numeral = candidate.numeral
    if candidate.unit or candidate.hedged or not context.text[numeral.start : numeral.end].isdigit():
        return None
    if _IN_STREET.match(context.text, numeral.end) and context.before(numeral.start)[-1:] == "(":
        return "number"
    street = context.word_after(numeral.end)[:1].isupper() and context.tag_after(numeral.end) == "Np"
    return "number" if street and _ADDRESS.search(context.before(numeral.start)) else None


def _quoted(context: Context, candidate: Candidate) -> str | None:
    """A number in a quoted name: “Gia đình 5 không, 3 sạch”. Quoted speech is read."""
    bounds = context.quotation(candidate.numeral.start)
    if bounds is None:
        return None
    inside = context.text[bounds[0] + 1 : bounds[1] - 1]
    if is_speech(context.text, bounds[0] + 1, bounds[1] - 1):
        return None
    speech = context.text[max(0, bounds[0] - 2) : bounds[0]].strip().endswith(":") or len(inside.split()) > 12
    return None if speech or inside.rstrip().endswith((".", "!", "?")) else "name"
