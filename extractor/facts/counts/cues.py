"""Status cues around a number: planned, per unit, negated, compared, attended."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extractor.facts.counts.each import each_unit, is_each_time
from extractor.facts.counts.plans import is_raised_from, planned_by, planned_under
from extractor.facts.layout import Layout
from extractor.facts.time.occasions import came_to
from extractor.facts.verbs import Predicate, aspects
from extractor.reading.spans import Period
from extractor.vietnamese.lexicon import Row, rows, word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import alternation, settle

# How far behind a number its comparison may begin.
BASE_REACH = 30


@dataclass(frozen=True, slots=True)
class Cues:
    """What the words around a number say of its status.

    `target` is the wording that makes it a plan, `planned` the heading; `each` bounds the words that say it
    holds for each unit, `each_time` tells that the unit is one of time (mỗi ngày), `per_season` that it is
    a year or harvest, no mean; `base` is the year that a change is measured against; `attending` marks who
    came to the meeting, `multiple` how many times as much, `collected` the members of a whole named right
    before (danh sách 100 cơ sở), `gathered` that a meeting was held with them,
    `done_to` that a measure was taken against them, `changed` the amount of a rise or
    fall, `paid` the price of one purchase,
    `priced` what something costs now, `then` what was so at another time, `habitual` what happens again and
    again, `levelled` what stands behind `mức`, `total_of` what the sum of something done comes to, `caught` what
    someone was found with, `described` that a thing is told to be made with it, `required` a norm (tối thiểu),
    `engine` that an engine's size is told, `members` the nouns of those in a home or realm named right
    before (gia đình ba anh em), `capacity` what a plant or vessel holds, `traded` that someone
    buys or sells at the price, `setting_out` what a change sets out from, `at_home` those who live or
    work in so many places.
    """

    target: str | None
    planned: str | None
    each: tuple[int, int] | None
    each_time: bool
    per_season: bool
    base: str | None
    past: bool
    compared: bool
    attending: bool
    occasion: bool
    negated: bool
    multiple: bool
    collected: bool
    gathered: bool
    done_to: bool
    changed: bool
    paid: bool
    priced: bool
    then: bool
    habitual: bool
    levelled: bool
    traded: bool
    total_of: bool
    caught: bool
    described: bool
    required: bool
    engine: bool
    members: tuple[str, ...]
    capacity: bool
    setting_out: bool
    at_home: bool


def read_cues(
    layout: Layout, start: int, end: int, hedge: int, verb: Predicate, periods: tuple[Period, ...]
) -> Cues:
    """The cues around the number with its noun at `start:end` and its hedge at `hedge`, governed by `verb`."""
    each = each_unit(layout, start, end)
    each_time = each is not None and is_each_time(layout, each)
    return Cues(
        planned=planned_under(layout, layout.sentence(start)[0], start),
        target=planned_by(layout, start, end, verb),
        each=each,
        each_time=each_time,
        per_season=each is not None and is_each_time(layout, each, "season"),
        base=_base(verb.text or "", layout, end, periods),
        past=_is_past(layout, start),
        compared=bool(word_pattern("cues", "comparing").search(settle(verb.text or ""))),
        attending=_attends(layout, start) or _faces(layout, start, end) or came_to(layout.text, end) is not None,
        occasion=_at_occasion(layout, start),
        negated=_is_negated(layout, start),
        multiple=_follows("multiplying", layout, start) or _is_compared(layout, start),
        gathered=_gathers(layout, start),
        done_to=_done_to().search(settle(layout.text[layout.sentence(start)[0] : hedge])) is not None,
        collected=_follows("collection", layout, start),
        changed=_follows("change", layout, start),
        paid=_is_paid(layout, start),
        priced=_is_priced(layout, start),
        then=_is_of_then(layout, start),
        habitual=_is_habitual(layout, start),
        levelled=_follows("level", layout, start) or _is_quoted(layout, hedge, end),
        traded=settle(layout.text[end : end + 16]).lstrip().startswith(word_forms("cues", "traded")),
        total_of=_totals(layout, max(start, hedge)),
        caught=_is_caught(layout, start),
        described=_is_described(layout, verb),
        required=word_pattern("cues", "required").search(settle(layout.text[hedge:end])) is not None,
        engine=_engine().search(settle(layout.text[max(0, start - 40) : start])) is not None,
        members=_members(layout, hedge),
        capacity=_capacity().search(settle(layout.text[max(0, start - 60) : start])) is not None,
        setting_out=is_raised_from(layout, start, end),
        at_home=_is_home(layout, start),
    )


def _base(verb: str, layout: Layout, end: int, periods: tuple[Period, ...]) -> str | None:
    """What a change is measured against: `tăng 1,2 tiêu chí so với năm 2021` → `2021`, or None."""
    if not word_pattern("cues", "comparing").search(settle(verb)):
        return None
    base = next((p for p in periods if end <= p.start <= end + BASE_REACH and p.form == "comparison"), None)
    if base is None or base.first is None or any(mark in layout.text[end : base.start] for mark in ",;"):
        return None
    named = settle(layout.text[end : base.end])
    if word_pattern("cues", "same_time").search(named):
        return None
    whole_year = base.first.endswith("-01-01") and (base.last or "").endswith("-12-31")
    return base.first[:4] if whole_year else base.first


def _attends(layout: Layout, start: int) -> bool:
    """Whether the sentence tells who came: `Tham gia hội thao có 25 đội với 150 vận động viên`."""
    first, _ = layout.sentence(start)
    opening = settle(layout.text[first:start])
    attending = next((form for form in word_forms("cues", "attending") if opening.startswith(form)), None)
    # `Dự án có 30 lô` is nobody's attendance: the words must be whole.
    return attending is not None and " có " in f"{opening} " and layout.is_word(first, first + len(attending))


def _faces(layout: Layout, start: int, end: int) -> bool:
    """Whether something was done before those people: `Trước |900 khán giả|, đội nhà thắng`."""
    if not settle(layout.text[:start]).rstrip().endswith(word_forms("cues", "before_people")):
        return False
    return word_pattern("cues", "onlookers").search(settle(layout.text[start:end])) is not None


def _at_occasion(layout: Layout, start: int) -> bool:
    """Whether an occasion is the subject of the number's clause: `Phần hội gồm 8 trò chơi dân gian`."""
    first, _ = layout.sentence(start)
    before = settle(layout.text[first:start])
    clause = re.split(r"[;:]", before)[-1].strip()
    dated = re.match(rf"{alternation(word_forms('cues', 'daytime'))} [^,]*,\s*", clause)
    clause = clause[dated.end() :] if dated else clause  # Tối 29/4, lễ khai mạc có |20 gian hàng|
    occasions = word_forms("cues", "occasion")
    return clause.startswith(occasions) or before.startswith(occasions)


def _gathers(layout: Layout, start: int) -> bool:
    """Whether the clause tells of a meeting, and of no scheme that lasts: `mở hội nghị với |50 người|`."""
    first, _ = layout.sentence(start)
    clause = re.split(r"[;:]", settle(layout.text[first:start]))[-1]
    lasting = word_pattern("cues", "lasting_whole").search(clause)
    return lasting is None and word_pattern("cues", "contest").search(clause) is not None


@cache
def _done_to() -> re.Pattern[str]:
    """A measure or crime and whom it struck: `xử lý kỷ luật |với 5 cán bộ|`, `chiếm đoạt tiền |của 9 hộ|`."""
    measure, against, crime = (
        alternation(word_forms("cues", table)) for table in ("measure_taken", "measure_against", "crime")
    )
    between = r"(?:\s[^\s,.;:()]+)"
    return re.compile(rf"(?<!\w)(?:{measure}{between}{{0,8}}\s{against}|{crime}(?:,?{between}){{0,8}}?\scủa)\s$")


def _totals(layout: Layout, start: int) -> bool:
    """Whether the subject sums up what was done: `số xe |nhập khẩu| là 4.281 chiếc`; not what is there."""
    first, _ = layout.sentence(start)
    clause = re.split(r"[,;:]", settle(layout.text[first:start]))[-1]
    if _turnover().search(clause):
        return True
    summed = list(word_pattern("cues", "sum").finditer(clause))
    raised = summed and word_pattern("cues", "raised").search(clause, 0, summed[-1].start())
    if not summed or raised or not clause.rstrip().endswith(word_forms("cues", "summing_up")):
        return False
    words = layout.words_between(start - len(clause) + summed[-1].end(), start)
    change = word_set("cues", "change") | word_set("verbs", "particle")
    verbs = (word.lower for word in words if word.tag == "V" and word.lower in aspects())
    verb = next((verb for verb in verbs if verb not in change), "")
    return aspects().get(verb) == "flow" and not any(word.lower in word_set("verbs", "ongoing") for word in words)


def _is_paid(layout: Layout, start: int) -> bool:
    """Whether something was bought for the price: `Hội |mua| nhà văn hóa cũ |với giá| 3 tỷ đồng`."""
    first, _ = layout.sentence(start)
    clause = re.split(r"[,;:]", settle(layout.text[first:start]))[-1]
    bought = list(word_pattern("cues", "bought").finditer(clause))
    priced = bool(bought) and word_pattern("cues", "at_price").search(clause, bought[-1].end())
    return bool(priced) and not word_pattern("cues", "unbought").search(clause)


def _is_compared(layout: Layout, start: int) -> bool:
    """Whether the clause compares right up to the number: `bền |hơn thép| 100 lần`, `cao |gấp| đôi, ba lần`."""
    first, _ = layout.sentence(start)
    clause = re.split(r"[,;:]", settle(layout.text[first:start]))[-1]
    than = alternation(word_forms("cues", "than"))
    return re.search(rf"\b{than}(?! ?\d)(?:,? [^\W\d]+){{0,4}} $", clause) is not None


def _is_caught(layout: Layout, start: int) -> bool:
    """Whether someone was found with it: `|bắt quả tang| 3 đối tượng đang vận chuyển 57 gam heroin`.

    The sentence may go on with more of it: `thu giữ 2 xe máy. Ngoài ra còn có |9 điện thoại|`.
    """
    first, _ = layout.sentence(start)
    sentence = settle(layout.text[first:start])
    part = re.split(r"[;:]", sentence)[-1]
    at = layout.sentence_index(first)
    if at and _further().match(sentence):
        begun, _ = layout.sentences[at - 1]
        part = settle(layout.text[begun:first]) if begun >= layout.paragraph(first)[0] else part
    found = word_pattern("cues", "catching").search(part)
    return found is not None and not part[: found.start()].rstrip().endswith(word_forms("cues", "made_noun"))


@cache
def _turnover() -> re.Pattern[str]:
    """What was sold or made, up to how much: `|doanh số xe điện đạt| 900 xe`, `sản lượng xe máy là 90 chiếc`."""
    turned, up = (alternation(word_forms("cues", table)) for table in ("turnover", "summing_up"))
    return re.compile(rf"(?<!\w){turned}(?: [\w.-]+){{0,9}}?{up} $")


@cache
def _further() -> re.Pattern[str]:
    """A sentence that only adds to what the one before counts: `Ngoài ra còn có`."""
    more, place = (alternation(word_forms(*table)) for table in (("cues", "moreover"), ("verbs", "aside")))
    return re.compile(rf"\W*{more},? (?:{place} (?:[^\W\d]+ ){{1,6}})?còn ")


def _is_home(layout: Layout, start: int) -> bool:
    """Whether the number says where people are: `kêu gọi các bác sĩ ở |114 nước|`, `nhiều hộ tại |3 xã|`."""
    first, _ = layout.sentence(start)
    return _home().search(settle(layout.text[first:start])) is not None


@cache
def _home() -> re.Pattern[str]:
    many, place = (alternation(word_forms("cues", table)) for table in ("many", "home"))
    return re.compile(rf"(?<!\w){many}(?: [^\W\d]+){{1,3}} {place}(?: cả)? $")


@cache
def _capacity() -> re.Pattern[str]:
    """A capacity up to its number, or the scale of a work: `quy mô đào tạo của trường là |900 em|`."""
    forms, work, joint = (alternation(word_forms("cues", t)) for t in ("capacity", "scale", "scale_joint"))
    scale = rf"{work}(?: của(?: [^\W\d]+){{1,6}}?)?(?: {joint})*"
    return re.compile(rf"(?<!\w)(?:{forms}(?: [^\W\d]+){{0,3}}|{scale}) $")


class WholeRow(Row):
    """A whole, and the nouns of its members."""

    members: tuple[str, ...]


def _members(layout: Layout, start: int) -> tuple[str, ...]:
    """The nouns of those who live in or hold the whole that stands right before: `|đô thị| 10 triệu dân`."""
    before = settle(layout.text[max(layout.sentence(start)[0], start - 24) : start])
    match = _whole().search(before)
    return _members_of()[match["whole"]] if match else ()


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<whole>{alternation(tuple(_members_of()))})(?: tới| đến)? $")


@cache
def _members_of() -> Mapping[str, tuple[str, ...]]:
    """The nouns of the members by each form of the whole, settled."""
    return {
        settle(form): tuple(settle(member) for member in row.members)
        for row in rows("cues", "peopled", WholeRow)
        for form in row.forms
    }


@cache
def _engine() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('cues', 'engine'))}(?: [\w.-]+){{0,4}} $")


def _is_described(layout: Layout, verb: Predicate) -> bool:
    """Whether a thing, and nobody who would do it, is the subject of a verb of equipping: `|xe| được trang bị`."""
    if verb.side != "left" or settle(verb.text or "") not in word_set("verbs", "equipping"):
        return False
    first, _ = layout.sentence(verb.start)
    subject = re.split(r"[,;:]", settle(layout.text[first : verb.start]))[-1]
    thing = word_pattern("cues", "thing").search(subject)
    return thing is not None and not word_pattern("cues", "maker").search(subject)


def _is_priced(layout: Layout, start: int) -> bool:
    """Whether a price is told, and not one of then: `Mỗi liều |giá| 25.000 đồng`, not `Khi đó … với giá`."""
    first, _ = layout.sentence(start)
    words = [word.lower for word in layout.words_between(first, start)]
    return bool(word_set("cues", "price").intersection(words)) and not _is_of_then(layout, start)


def _is_of_then(layout: Layout, start: int) -> bool:
    """Whether the sentence says before the number that it tells of another time than today: khi ấy."""
    first, _ = layout.sentence(start)
    return bool(word_pattern("cues", "then").search(settle(layout.text[first:start])))


def _is_habitual(layout: Layout, start: int) -> bool:
    """Whether the clause tells what happens again and again: `Hằng năm, lễ hội đón 9.000 lượt khách`."""
    first, _ = layout.sentence(start)
    return bool(word_pattern("cues", "habit").search(re.split(r"[;:]", settle(layout.text[first:start]))[-1]))


def _follows(table: str, layout: Layout, start: int) -> bool:
    """Whether a word of the table stands right before the number."""
    first, _ = layout.sentence(start)
    words = layout.words_between(first, start)
    tail = " ".join(word.lower for word in words[-2:])
    return bool(words) and (words[-1].lower in word_set("cues", table) or tail in word_set("cues", table))


def _is_quoted(layout: Layout, hedge: int, end: int) -> bool:
    """Whether the number's hedge quotes a price: `|dao động quanh| 140.000 đồng`."""
    return word_pattern("verbs", "quoting").search(settle(layout.text[hedge:end])) is not None


def _is_past(layout: Layout, start: int) -> bool:
    """Whether the number's clause tells of a time before a change: `Trước sắp xếp, 4 xã có 438 tổ`,
    `Kho của tôi trước đây chỉ có 4 bình`."""
    first, _ = layout.sentence(start)
    clause = re.split(r"[;:]", settle(layout.text[first:start]))[-1].strip(' “"')
    before = clause.split()
    while before and before[-1] in word_set("cues", "past_verb"):
        before.pop()
    past = word_forms("cues", "past")
    return clause.startswith(past) or " ".join(before).endswith(past)


def _is_negated(layout: Layout, start: int) -> bool:
    """Whether a negation stands before the number in its clause."""
    first, _ = layout.sentence(start)
    clause = re.split(r"[,;:]", settle(layout.text[first:start]))[-1]
    negation = word_pattern("cues", "negated").search(clause)
    return bool(negation and not word_pattern("surroundings", "after_all").search(clause, negation.end()))
