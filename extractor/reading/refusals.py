"""What is no quantity: document and road numbers, ages, dates, labels, names; each refusal names its reason."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.reading.context import Context
from extractor.reading.numbers import Numeral
from extractor.reading.units import FoundUnit
from extractor.vietnamese.lexicon import Row, rows


class ReasonRow(Row):
    """A word beside a number and why it makes it no quantity."""

    reason: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that may be a quantity: `end` is after its unit, `small` below 100 with no separator or scale."""

    numeral: Numeral
    unit: FoundUnit | None
    hedged: bool


@cache
def _labels(table: str) -> dict[str, str]:
    return {form: row.reason for row in rows("refusals", table, ReasonRow) for form in row.forms}


@cache
def _label_pattern(table: str) -> re.Pattern[str]:
    words = sorted(_labels(table), key=len, reverse=True)
    return re.compile(
        r"(?<!\w)(" + "|".join(re.escape(w).replace(r"\ ", r"\s") for w in words) + r")[.:]?(?:\ssố)?$"
    )


@cache
def _tails() -> dict[str, str]:
    return _labels("tail")


@cache
def _tail_pattern() -> re.Pattern[str]:
    words = sorted(_tails(), key=len, reverse=True)
    return re.compile(r"\s*(" + "|".join(re.escape(w).replace(r"\ ", r"\s") for w in words) + r")(?!\w)")


@cache
def _idioms() -> re.Pattern[str]:
    words = [form for row in rows("refusals", "idiom", Row) for form in row.forms]
    return re.compile(
        "(?:" + "|".join(w.replace(" ", r"\s") for w in sorted(words, key=len, reverse=True)) + r")(?!\w)"
    )


def refusal(context: Context, candidate: Candidate) -> str | None:
    """Why the number is no quantity, or None."""
    numeral = candidate.numeral
    if numeral.shape == "digits" and numeral.value is None:
        return "malformed"
    checks = _WORD_CHECKS if numeral.shape == "words" else _DIGIT_CHECKS
    for check in (*checks, *_COMMON_CHECKS):
        reason = check(context, candidate)
        if reason:
            return reason
    return None


def _glued(context: Context, candidate: Candidate) -> str | None:
    """PV01, ST25, quốc lộ 4C, 138/BCĐ, 1+4, 5K."""
    start, end = candidate.numeral.start, candidate.numeral.end
    text = context.text
    left = text[start - 1] if start else " "
    if candidate.unit is not None and text[candidate.unit.start : candidate.unit.end] in ("G", "M", "L", "T"):
        return "code"
    if text[end - 1] == "K":
        return "code"
    if left.isalpha() or left in "_@#&":
        word = re.search(r"[^\W\d_]+$", text[max(0, start - 12) : start])
        glued = word is not None and len(word[0]) > 1 and word[0].islower() and not word[0].isascii()
        if not glued:
            return "code"
    if left in "+" or text[end : end + 1] == "+":
        return "name"
    if re.match(r"[/-][A-ZĐ]", text[end : end + 2]) and candidate.unit is None:
        return "document"
    if (
        left in "/-"
        and re.search(r"[A-ZĐa-z]{2}\d*[/-]$|/\d+[/-]$", text[max(0, start - 8) : start])
        and (re.match(r"[/-]", text[end : end + 1]) or not re.search(r"\s\w+/$", text[max(0, start - 20) : start]))
    ):
        return "code"
    if candidate.unit is None and re.match(r"[A-Z](?![a-zà-ỹ])", text[end : end + 2]):
        return "code"
    if re.match(r":\d(?!\d)", text[end : end + 3]) or re.search(r"(?<!\d)\d:$", text[max(0, start - 3) : start]):
        return "proportion"
    if candidate.unit is None and re.match(r"[:h]\d\d|h(?!\w)|g\d\d", context.lower[end : end + 3]):
        return "time"
    if _PLATE.search(context.lower[max(0, start - 8) : start]):
        return "plate"
    if re.search(r"\d\s(?:giờ|h)\s$", context.lower[max(0, start - 6) : start]) and candidate.unit is None:
        return "time"
    if re.search(r"\d[:hg]$", context.lower[max(0, start - 3) : start]) or re.search(
        r"gmt$", context.before(start)
    ):
        return "time"
    return None


_PLATE = re.compile(r"(?<!\d)\d\d\s?-?\s?[a-zđ]{1,2}\d?\s?[-–.]?\s?$")


def _listed(context: Context, candidate: Candidate) -> str | None:
    """The number of a list item: `1. Mục tiêu`, `2)`."""
    start, end = candidate.numeral.start, candidate.numeral.end
    digits = context.text[start:end]
    if len(digits) > 2 or not re.match(r"[.)]\s?[A-ZĐÀ-Ỵ“]|\)\s|[.]\s", context.text[end : end + 3]):
        return None
    before = context.text[max(0, start - 3) : start].rstrip(" ")
    return "list number" if not before or before[-1] in "\n.:;?!" else None


def _year(context: Context, candidate: Candidate) -> str | None:
    """A bare year: (2019), Seagame 2021, vào năm 1827."""
    numeral = candidate.numeral
    digits = context.text[numeral.start : numeral.end]
    if not (digits.isdigit() and 3 <= len(digits) <= 4) or candidate.unit is not None:
        return None
    if context.before(numeral.start).endswith("năm"):
        return "year"
    if not re.fullmatch(r"(?:19|20)\d\d", digits) or candidate.hedged:
        return None
    counted = context.tag_after(numeral.end).startswith("N") and context.word_after(numeral.end)[:1].islower()
    return None if counted and not context.word_before(numeral.start)[:1].isupper() else "year"


def _clock(context: Context, candidate: Candidate) -> str | None:
    """19 giờ tối, lúc 8 giờ, 16 giờ ngày 25-10, 24/24 giờ."""
    unit, numeral = candidate.unit, candidate.numeral
    if unit is None or unit.row.category != "duration":
        return None
    if numeral.value is None or numeral.value > 60:
        return None
    before, after = context.before(numeral.start), context.after(unit.end)
    if (
        re.match(r"\s*(?:\d|sáng|trưa|chiều|tối|đêm|ngày|hôm|khuya|cùng ngày|kém|rạng)", after)
        and unit.row.word == "giờ"
    ):
        return "time"
    if re.search(r"(?<!\w)(?:lúc|vào lúc|hồi|vào|từ|đến|trước|sáng|giờ)$", before) and not candidate.hedged:
        return "time"
    if re.search(r"\d\s?giờ$", before) or re.match(r"\s*(?:qua|tới|mỗi ngày|/ngày|một ngày)", after):
        return "time"
    return None


def _tail(context: Context, candidate: Candidate) -> str | None:
    """71 tuổi, 10 năm, 4 tại chỗ, 5 sao. `7 năm tù` and `1.100 ngày công` are quantities."""
    numeral = candidate.numeral
    if candidate.unit is not None:
        return None
    match = _tail_pattern().match(context.lower, numeral.end)
    if match is None:
        return None
    reason = _tails()[match[1]]
    following = context.after(match.end(), 30)
    if reason == "time span":
        if re.match(r"\s*(?:\d+\s*tháng\s*)?(?:tù|cải tạo|công lao động|công\b|học\b|án treo)", following):
            return None
        if re.search(r"(?:phạt|án|mức án|tù)\s*(?:từ)?$", context.before(numeral.start)):
            return None
    if reason == "age" and re.search(r"(?:trung bình|bình quân)(?:\s\S+){0,3}$", context.before(numeral.start)):
        return None
    if reason == "slogan" and (numeral.value is None or numeral.value > 12 or numeral.scale > 1):
        return None
    if reason == "slogan" and re.match(r"\s*(?:nhất|hơn|có|tăng|giảm)", context.after(numeral.end)):
        return None
    if reason == "level" and not re.search(r"(?:chính quyền|địa phương|mô hình)$", context.before(numeral.start)):
        return None
    return reason


_NUMBERED = re.compile(
    r"(?<!\w)(?<!trong )(?<!tổng )(?<!với )(?<!con )(?<!trên )(?<!một )(?<!tần )(?<!hệ )(?<!chỉ )(?<!dân )(?<!doanh )"
    r"(?<!sĩ )(?<!quân )(?<!thông )(?<!điểm )(?<!vào )(?<!nâng )(?<!hộp )số$"
)


def _labelled(context: Context, candidate: Candidate) -> str | None:
    """Nghị quyết 22, Ban Chỉ đạo 138, quốc lộ 20, phường 9, số 15, con số 0, 18,4 độ vĩ bắc."""
    numeral = candidate.numeral
    before = context.before(numeral.start)
    if re.match(r"\s*độ\s(?:vĩ|kinh)", context.after(numeral.end)):
        return "coordinate"
    if numeral.value == 0 and before.endswith("con số"):
        return "idiom"
    match = _label_pattern("label").search(before)
    if match and not (candidate.unit and match[0].endswith("thứ")):
        return _labels("label")[" ".join(match[1].split())] if candidate.unit is None else None
    if candidate.unit is not None or candidate.hedged or numeral.scale > 1:
        return None
    if _NUMBERED.search(before) and context.text[numeral.start : numeral.end].isdigit():
        return "number"
    match = _label_pattern("place_label").search(before)
    if match is None or numeral.value is None or numeral.value > 999:
        return None
    if re.search(r"(?<!\w)(?:mỗi|từng|các|những|mọi|toàn|một|\d+)\s$", before[: match.start()]):
        return None
    reason = _labels("place_label")[" ".join(match[1].split())]
    return reason if ends_as_label(context, numeral.end, place=reason == "place") else None


_ADMIN_AFTER = re.compile(r"\s*(?:xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|tp|thị xã|thôn|ấp|khu phố)\b")


def ends_as_label(context: Context, end: int, *, place: bool = True) -> bool:
    """Whether no counted noun follows a number: `phường 9 biểu dương`, `thôn 1 xã Bằng Cả`."""
    word = context.word_after(end)
    tag = context.tag_after(end)
    if not word or not word[0].islower() or not tag.startswith(("N", "M")):
        return True
    return place and bool(_ADMIN_AFTER.match(context.lower, end))


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
    return "name" if gap == " " and ends_as_label(context, numeral.end) else None


def _quoted(context: Context, candidate: Candidate) -> str | None:
    """A number in a quoted name: “Gia đình 5 không, 3 sạch”. Quoted speech is read."""
    bounds = context.quotation(candidate.numeral.start)
    if bounds is None:
        return None
    inside = context.text[bounds[0] + 1 : bounds[1] - 1]
    speech = context.text[max(0, bounds[0] - 2) : bounds[0]].strip().endswith(":") or len(inside.split()) > 12
    return None if speech or inside.rstrip().endswith((".", "!", "?")) else "name"


def _spelled(context: Context, candidate: Candidate) -> str | None:
    """Spelled numbers that are none: một as an article, năm = year, ba khía, a name."""
    numeral = candidate.numeral
    start, end = numeral.start, numeral.end
    text = context.lower[start:end]
    token = context.token(start)
    if _idioms().match(context.lower, start):
        return "idiom"
    if token and token[0] < start:
        return "idiom"
    if (
        context.text[start].isupper()
        and not _at_sentence_start(context, start)
        and not context.text[start:end].isupper()
    ):
        return "name"
    if text == "một":
        return None if _coordinated(context, start, end) else "article"
    if text == "năm":
        return None if _is_five(context, start, end) else "year word"
    if text == "chín" and re.search(r"(?:lúa|trái|quả|nấu|ăn|mít|xoài|chuối|bưởi|vải)$", context.before(start)):
        return "idiom"
    if numeral.value is not None and numeral.value < 10 and _is_pronoun(context, candidate):
        return "pronoun"
    if re.search(r"(?<!\w)(?:thứ|tháng|hạng|giải|quý|lớp|mồng|mùng|ngày)$", context.before(start)):
        return "number"
    return None


_NO_HEAD = re.compile(
    r"\s+(?:đều|cùng|cũng|đã|đang|sẽ|theo|có|không|là|được|vẫn|còn|để|ở|tại|trong|với|và|tầm|khoảng|sau|vào|nhưng|thì|mà|"
    r"của|nên|rồi|lại|này|kia|cho|qua|nhất|từ|như)(?!\w)"
)


def _is_pronoun(context: Context, candidate: Candidate) -> bool:
    """`cả hai theo học`, `hấp chín tầm 30 phút`: a spelled digit with a verb or a preposition after it."""
    end = candidate.numeral.end
    if (
        candidate.unit is not None
        or not context.word_after(end)
        or re.match(r"\s*(?:bị|chết|mất)\b", context.after(end))
    ):
        return False
    return _NO_HEAD.match(context.lower, end) is not None


def _at_sentence_start(context: Context, start: int) -> bool:
    before = context.text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in '\n.!?:;“"-–•(+'


_SOME = re.compile(r"\s*(?:số|vài|phần|cách|lúc|trong|bên|bộ phận|loạt|ít|thời gian|lần nữa|khi|mặt)(?!\w)")


def _coordinated(context: Context, start: int, end: int) -> bool:
    """49 khoa, phòng và một trung tâm; not: và một số xã."""
    counted = re.search(r"\d[^.;:\d]{2,50}\s(?:và|cùng)$", context.before(start))
    return counted is not None and _SOME.match(context.lower, end) is None


_YEAR_BEFORE = re.compile(
    r"(?:\d|mươi|mười|trăm|nghìn|hai|ba|bốn|sáu|bảy|tám|chín|một|trong|cả|mỗi|hàng|đầu|cuối|giữa|từng|các|những|nhiều|"
    r"nửa|theo|suốt|quanh|mấy|vài|hằng|của|vào|đến|từ|qua|ngay|cùng|sinh|hết|từ|trước|sau|ra|thường|liên tiếp)$"
)
_YEAR_AFTER = re.compile(
    r"\s*(?:\d|nay|này|qua|ngoái|trước|sau|tới|học|sinh|đó|ấy|kế|liền|gần|đầu|cuối|hai nghìn|đến|thứ|châu|tháng|du lịch|lớp|"
    r"tài|ngân|mới|cũ|nhuận|kia|nào|gia|chẵn|lần|một|là|có|thì|đã|được|xã|huyện|tỉnh|thành phố)(?!\w)"
)


def _is_five(context: Context, start: int, end: int) -> bool:
    """Whether `năm` is five: năm người chết. It is the year in cả năm, năm nay, mười năm."""
    if _YEAR_BEFORE.search(context.before(start)) or _YEAR_AFTER.match(context.lower, end):
        return False
    word = context.word_after(end)
    return bool(word) and word[0].islower() and context.tag_after(end).startswith("N")


_DIGIT_CHECKS = (_glued, _listed, _year)
_WORD_CHECKS = (_spelled,)
_COMMON_CHECKS = (_clock, _tail, _labelled, _named, _quoted)
