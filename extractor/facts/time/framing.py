"""Which periods set the time of what follows in their sentence, and which only qualify a noun."""

import re
from functools import cache

from extractor.reading.numbers.numerals import read_words
from extractor.reading.spans import Period
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import alternation, settle

# Forms that speak of another time than the sentence's own.
ASIDE = frozenset({"comparison", "duration", "birth", "citation", "anniversary", "lunar"})
LONGEST_INTRODUCTION = 60
QUOTES = "“\"'‘"

_COLON, _MARK = re.compile(r"[^.,;:\n“\"]{0,40}:(?!\d)"), re.compile(r"[,;:“\"]")


def frames(text: str, period: Period, first: int) -> bool:
    """Whether the period sets the time of its clause (`Trong năm 2023, …`), not of a noun (`chỉ tiêu năm 2023`).

    `first` is where the sentence begins.
    """
    own = settle(text[period.start : period.end]).split()
    if own and own[0] in word_set("cues", "temporal") and own[0] not in ("đầu", "cuối", "hết"):
        return True
    if (own and own[0] in word_set("cues", "daytime")) or period.rule.startswith("same "):
        return True
    clause = _clock().sub("", settle(text[first : period.start]).rstrip())
    if period.rule == "day list" and _is_number(clause.split()[-1:]):
        clause = clause.rpartition(" ")[0]  # `tổ chức trong hai |ngày 3 và 4/3|`
    if of_congress(text, period):
        return False
    if of_incident(text, period, first):
        return True
    mark = max(clause.rfind(mark) for mark in ",;:")
    opening = clause[mark + 1 :].strip()
    if opening.startswith(("sau ", "trước ")):
        return False
    if opening.startswith(word_forms("cues", "reporting")):
        # `Theo báo cáo tổng kết năm 2019, …`; not the plan in `… và định hướng năm 2020`
        return not opening.endswith(word_forms("cues", "planning"))
    placed = mark < 0 or opening.split(" ")[0] in word_set("cues", "adverbial") or opens(text, period, first)
    if placed and _ends_words(text, period):
        return True  # `Qua phân loại quý III/2025, có 289 tổ tốt`, `Theo báo cáo, tại lễ giao quân ngày 21/2, …`
    told = word_pattern("verbs", "perfect").match(settle(text[period.end : period.end + 8]).lstrip())
    if told and period.form == "date":
        return not of_noun(text, period)  # `Huyện ngày 2/8 đã chi 9 tỷ đồng`; not `Lễ hội năm 2024 đã mở`
    before = clause[-16:]
    if not before or not before[-1].isalnum():
        return True
    if _ends_words(text, period) and before.endswith(word_forms("verbs", "saying")):
        return True  # `Ông An cho biết 6 tháng đầu năm, xã có 12 vụ`
    return before.split()[-1].lstrip(QUOTES) in word_set("cues", "temporal") or before.endswith(
        word_forms("cues", "plan_time")
    )


def opens(text: str, period: Period, first: int) -> bool:
    """Whether the period stands before its clause: `Trong 6 tháng đầu năm, …`."""
    if _listed().search(text, first, period.start):
        return False  # `các năm 1998, |2000| và 2002`
    told = settle(text[first : period.start]).rstrip().endswith(word_forms("verbs", "saying"))
    if told and _ends_words(text, period):
        return True  # `… sau 2 vụ cháy, ông An cho biết 6 tháng đầu năm, xã có 12 vụ`
    before = re.split(r"[,;:–“\"(]|\s-\s", settle(text[first : period.start]))[-1].split()
    if period.rule == "day list" and _is_number(before[-1:]):
        before = before[:-1]  # `Trong 3 |ngày 24, 25 và 26/2|`
    return all(word in word_set("cues", "opening") for word in before)


def _is_number(words: list[str]) -> bool:
    return bool(words) and (words[0].isdigit() or read_words(words) is not None)


def introduces(text: str, period: Period, first: int) -> bool:
    """Whether the period stands in the words with a colon that open the sentence: `Kế hoạch năm 2016 đề ra: …`."""
    before = settle(text[first : period.start])
    behind = _COLON.match(text, period.end)
    return behind is not None and len(before) <= LONGEST_INTRODUCTION and not _MARK.search(before)


def is_topic(text: str, period: Period, start: int) -> bool:
    """Whether the period stands between what it times and its verb: `Doanh thu |năm 2023| đạt 9 tỷ đồng, lãi 2 tỷ`.

    It times the numbers behind up to the clause's end.
    """
    behind = settle(text[period.end : start])
    return ";" not in behind and _predicated().match(behind) is not None


def adds(opening: str) -> bool:
    """Whether the settled words that open a sentence go on with what was done: `Huyện cũng xử lý 5 điểm đen`."""
    return _adding().match(opening) is not None


def bracketed(text: str, period: Period) -> bool:
    """Whether the period stands alone in brackets: it times what stands before it, and nothing else."""
    return text[max(0, period.start - 1) : period.start] == "(" and text.startswith(")", period.end)


def closed_in(text: str, period: Period, first: int, stop: int) -> bool:
    """Whether brackets that open behind `first` and close before `stop` hold it: `còn 1 (|năm 2024| là 3 hộ)`."""
    opened, close = text.rfind("(", first, period.start), text.find(")", period.end, stop)
    return opened >= 0 and close >= 0 and ")" not in text[opened : period.start]


def of_congress(text: str, period: Period) -> bool:
    """Whether the period is part of a name: `Đại hội lần thứ IX, |nhiệm kỳ 2019-2024|`."""
    if period.rule != "years":
        return False
    before = settle(text[max(0, period.start - 18) : period.start])
    if word_pattern("cues", "numbered").search(before):
        return True
    # `bầu ông An làm Phó Chủ tịch xã, |nhiệm kỳ 2016-2021|, đạt 91% số phiếu`
    own, sentence = settle(text[period.start : period.end]), settle(text[max(0, period.start - 90) : period.start])
    clause = re.split(r"[.;:\n]", sentence)[-1]
    return own.startswith(word_forms("cues", "term")) and word_pattern("cues", "elected").search(clause) is not None


def of_noun(text: str, period: Period) -> bool:
    """Whether the period belongs to the noun before it: `nguồn thu còn lại |của năm 2019|`."""
    return settle(text[max(0, period.start - 4) : period.start]).endswith("của ")


def of_account(text: str, period: Period, first: int) -> bool:
    """Whether an account of the time is named: `công bố báo cáo tài chính |quý III|`, `kết quả thi |năm 2023|`."""
    return period.form == "span" and _account().search(settle(text[first : period.start])) is not None


def of_incident(text: str, period: Period, first: int) -> bool:
    """Whether the subject is what happened at the time: `Trận lũ |ngày 7/9| làm hỏng 2 cầu, 9 nhà`."""
    clause = _clock().sub("", settle(text[first : period.start]).rstrip())
    told = text[period.end : period.end + 2]
    goes_on = told[:1] == " " and told[1:].islower()
    return period.form in ("date", "span") and goes_on and _incident().search(clause) is not None


@cache
def _account() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('cues', 'account'))}(?: [^\W\d]+){{0,8}} $")


@cache
def _incident() -> re.Pattern[str]:
    """A happening's name that begins the clause or follows its comma."""
    named = word_forms("happenings", "incident_name") + word_forms("happenings", "other_name")
    names = alternation(named + word_forms("cues", "disaster"))
    return re.compile(
        rf"(?:^|[,;]\s){names}(?:\s[^\W_]+){{0,5}}?(?:\s{alternation(word_forms('happenings', 'occurring'))})*$"
    )


def since_beginning(text: str, period: Period, first: int, start: int) -> bool:
    """Whether the period tells when something began that has since done what is counted at `start`.

    `Mô hình ra mắt |ngày 18/6| đã thu gom 450 kg rác`, `Thành lập |năm 2019|, tổ đã giúp dân 320 ngày công`.
    """
    return (
        is_begun(text, period, first)
        and word_pattern("cues", "since_done").search(settle(text[period.end : start])) is not None
    )


def of_beginning(text: str, period: Period, first: int, start: int) -> bool:
    """Whether the period tells when something began, and a comma parts it from what is said of it at `start`.

    `Xưởng xây dựng |năm 2016|, có 28 công nhân`; not `Tổ ra mắt |năm 2016|, ban đầu có 28 người`.
    """
    behind = settle(text[period.end : start])
    parted = behind.startswith((",", ";")) and not word_pattern("cues", "at_first").search(behind)
    return parted and is_begun(text, period, first)


def _ends_words(text: str, period: Period) -> bool:
    """Whether a mark parts it from what follows: `Tại Ngày hội |ngày 20/12|; 412 người đến`."""
    return text[period.end : period.end + 1] in (",", ";")


def is_begun(text: str, period: Period, first: int) -> bool:
    """Whether a verb of founding or finishing stands right before the period."""
    before = _preposition().sub("", re.split(r"[,;:]", settle(text[first : period.start]))[-1].rstrip())
    return before.strip().endswith(word_forms("cues", "founding") + word_forms("cues", "finishing"))


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(rf"\s{alternation(word_forms('cues', 'dating'))}$")


@cache
def _adding() -> re.Pattern[str]:
    return re.compile(rf"(?:[^\W\d_]+\s){{1,4}}{alternation(word_forms('cues', 'also'))}\s")


@cache
def _predicated() -> re.Pattern[str]:
    owner = r"(?:\s*của(?:\s[^\W\d]+){1,6}?)?"  # sản lượng lúa năm 2018 |của huyện Hạ| đạt 9 tấn
    return re.compile(rf"{owner}\s*(?:{alternation(word_forms('cues', 'predicated'))})(?!\w)")


@cache
def _listed() -> re.Pattern[str]:
    """A year before another of the same list."""
    return re.compile(rf"(?:^|[^\d/.-])(?:19|20)\d\d(?:,| {alternation(word_forms('cues', 'and'))})\s*$")


@cache
def _clock() -> re.Pattern[str]:
    """A time of day before a date: `khoảng 16h |ngày 3/9|`."""
    return re.compile(rf"(?:\s*\d{{1,2}}\s?{alternation(word_forms('cues', 'clock'))}(?!\w))+(?:\s?\d{{2}}['’]?)?$")
