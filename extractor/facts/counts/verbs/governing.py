"""The verb of one count among its neighbours: what cannot govern it, and what its hedge, meeting or list says."""

import re
from collections.abc import Callable
from dataclasses import replace

from extractor.facts.counts.measured.nouns import PLAIN_HEADS, measured_noun
from extractor.facts.counts.nouns.counted import HAPPENING, Counted
from extractor.facts.counts.verbs.predicates import Surroundings, governing_verb, verb_before
from extractor.facts.layout import Layout, within
from extractor.facts.verbs import Predicate, aspects
from extractor.reading.spans import Reading
from extractor.records import Aspect, Category
from extractor.vietnamese.lexicon import Row, rows, word_forms, word_set
from extractor.vietnamese.phrases import alternation, settle

_JOINT = re.compile(r"\s*(?:,|và|, và|cùng|/)\s*")
_JOINT_WITH = re.compile(r"\s*(?:với|cùng với)\s*")
_CLAUSE_END = re.compile(r"[,;)]|\s(?:và)\s")
_LISTED = re.compile(r"[,;]|\s(?:và|cùng)\s")
_MARK = re.compile(r"[,;:](?!\d)")
# Whose what is counted before is: `tiêu hủy 90 con lợn |của 7 hộ|`.
_OF = re.compile(r"[^,;:.]{0,24}\bcủa ")
_ASIDE = re.compile(r"trong đó|\(")
_WITH = ("với", "và", "cùng", "/")
_OWED = re.compile(
    rf"(?<!\w)({alternation(word_forms('verbs', 'owing'))})(?: {alternation(word_forms('verbs', 'topmost'))})?"
    r" (?:với|là)\s*$"
)
_JOINING = re.compile(
    rf"{alternation(word_forms('verbs', 'nominal'))} "
    rf"(?P<verb>{alternation(word_forms('verbs', 'attendance'))}) của [^\d;:.]{{0,90}}$"
)
_DONE_BY = re.compile(rf"(?<!\w){alternation(word_forms('verbs', 'nominal'))} (?P<verb>[^,;:.\d]{{2,24}}) của $")
_DEALING = re.compile(rf"(?<!\w)(?P<verb>{alternation(word_forms('verbs', 'dealing'))})(?: [^\W\d]+){{0,3}} với $")
_STANDING_FOR = re.compile(rf"(?<!\w)(?P<verb>{alternation(word_forms('verbs', 'standing_for'))}) cho $")
_LENT = re.compile(rf"(?:\s[^\W\d]+){{1,3}}?\s({alternation(word_forms('verbs', 'lending'))})(?!\w)")
# A verb that a particle needs (nâng … lên) stands at most so many letters before it.
FAR = 90
# Kinds that act, and those among them that have people, leaders and borders of their own.
ACTORS: frozenset[Category] = frozenset(
    {"person", "household", "admin_unit", "organization", "group", "collective"}
)
PARTNERS: frozenset[Category] = ACTORS | {"facility"}
OWNERS: frozenset[Category] = frozenset({"admin_unit", "organization", "group", "collective"})
OWNED: frozenset[Category] = frozenset({"household", "admin_unit", "organization"})


class DirectedRow(Row):
    """A particle right before a number, and the verbs that it belongs to.

    Before a `level` that was reached (tăng lên 40 người) it tells what is there, but of cases how many happened.
    """

    verbs: tuple[str, ...]
    level: bool = True


def verb_of(reading: Reading, layout: Layout, counted: tuple[Counted, ...], one: Counted) -> Predicate:
    """The governing verb, passing over other counts of the sentence, places, periods and the measured noun."""
    own = next((verb for rule in OWN_VERBS if (verb := rule(layout, one))), None)
    if own:
        return own
    first, last = layout.sentence(one.start)
    others = [c for c in within(counted, first, last) if c is not one]
    numbers = [_with_clause(layout.text, other, one.start) for other in others]
    occupied = [*numbers]
    occupied += [(p.start, p.end) for p in within(reading.periods, first, last)]
    places = [(p.start, p.end) for p in within(reading.places, first, last)]
    occupied += places
    noun = measured_noun(layout, one.start, PLAIN_HEADS) if one.rule == "unit" else None
    if noun and one.category != "money" and aspects().get(settle(layout.text[slice(*noun)])) == "flow":
        noun = None  # xảy ra 9 vụ cháy, thiệt hại |36 ha| rừng
    occupied += [noun] if noun else []
    around = Surroundings(
        layout,
        tuple(occupied),
        tuple(numbers),
        tuple(places),
        begin=_own_clause(layout, noun, _behind_opening(layout, first, one.start)),
        list_end=_list_end(layout.text, one, [c for c in others if c.start > one.start]),
        paid=one.category == "money",
        acting=one.category in ACTORS,
    )
    verb = governing_verb(around, one.start, one.end)
    if verb.side == "right" and verb.start == one.end + 1 and one.head in word_set("verbs", "named_by_work"):
        left = verb_before(around, one.start)
        verb = left if settle(left.text or "") in word_set("verbs", "thin") else verb
    # `180 đại biểu đại diện cho |14.500 hội viên|`: those who are represented did not come.
    return verb if verb.link == "cho" else _attended(layout, one) or verb


def took_part(layout: Layout, verb: Predicate, one: Counted, before: Counted, theirs: Predicate) -> bool:
    """Whether the people came to what was held right before: `mở 46 lớp, có |580 người|`, `5 lớp với |90 em|`."""
    between = settle(layout.text[before.end : one.start])
    coming = verb.text is None or settle(verb.text) in word_set("verbs", "taking_part")
    held = before.category == "event" and theirs.aspect == "flow"
    same = before.start >= layout.sentence(one.start)[0] and ";" not in between and between.count(",") <= 1
    return coming and held and same and one.category == "person"


def shared_verb(
    layout: Layout, verb: Predicate, one: Counted, before: Counted, theirs: Predicate, *, parts: bool
) -> Predicate:
    """The verb of a count that has none of its own: that of the count before it in its list, or none.

    `parts` says that both are parts of one total: `có 52 tổ ở phố, 46 tổ ở chợ`; `gồm: xã 9 tỷ; huyện 7 tỷ đồng`.
    People share the verb of their case or household: `khởi tố 31 vụ với 45 bị can`, `di dời 9 hộ với 40 khẩu`.
    """
    if theirs.text is None or before.start < layout.sentence(one.start)[0]:
        return verb
    between = re.sub(r"\([^)]*\)", "", settle(layout.text[before.end : one.start]))
    alike = parts or (settle(one.what) == settle(before.what) and one.category == before.category)
    listed = verb.link is None and _LISTED.search(between) and not _ASIDE.search(between)
    summed = one.category == "money" and _sum_of(between)
    joined = one.category == "person" and between.rstrip().endswith(_WITH)
    struck = (
        before.category in ("case", "admin_unit", "other") and between.strip() == "với" and theirs.aspect == "flow"
    )
    if struck and one.category == "household" and theirs.side == "left":
        return theirs  # phun thuốc 9 ổ dịch với |310 hộ|
    if joined and before.category == "case":
        return replace(theirs, aspect="flow")  # a case happened, whatever its verb
    if verb.link == "của" and theirs.aspect == "flow" and one.category in OWNED and _OF.fullmatch(between):
        return theirs
    if joined and settle(theirs.text).startswith(word_forms("verbs", "mobilising")):
        return theirs
    behind = theirs.side == "right" and theirs.start >= one.end
    if joined and before.category in ACTORS and theirs.aspect == "flow" and behind:
        return theirs  # 86 hộ với |341 người| phải sơ tán
    if joined and before.category == "household" and theirs.aspect == "flow" and theirs.side == "left":
        return theirs
    return theirs if summed or (alike and listed) else verb


def _sum_of(between: str) -> bool:
    """Whether the money is the sum of what was counted: `xử phạt 23 trường hợp |với số tiền| 31 triệu đồng`."""
    return between.rstrip().endswith(word_forms("verbs", "summing")) and not set(between) & set(",;")


def _owed(layout: Layout, one: Counted) -> Predicate | None:
    """The verb of owing before `với`: `có 74 đơn vị nợ với |11,9 tỷ đồng|`, `nợ nhiều nhất với |61 tỷ đồng|`."""
    first, _ = layout.sentence(one.start)
    found = _OWED.search(settle(layout.text[first : one.start])) if one.category == "money" else None
    if found is None:
        return None
    return Predicate(
        layout.text[first + found.start(1) : first + found.end(1)], "stock", first + found.start(1), "left"
    )


def _dealt(layout: Layout, one: Counted) -> Predicate | None:
    """The verb of dealing before `với`: `|ký hợp đồng| với 4 siêu thị`."""
    first, _ = layout.sentence(one.start)
    found = _DEALING.search(settle(layout.text[first : one.start])) if one.category in PARTNERS else None
    if found is None:
        return None
    begin, end = (first + at for at in found.span("verb"))
    return Predicate(layout.text[begin:end], "flow", begin, "left")


def _lent(layout: Layout, one: Counted) -> Predicate | None:
    """The verb of borrowing by those who are let: `cho |142 người| vay`, `đang cho |160 hộ| vay`."""
    first, last = layout.sentence(one.start)
    words = layout.words_between(first, one.quantity.start)
    at = one.quantity.end
    behind = _LENT.match(settle(layout.text[at:last]))
    if one.category not in ACTORS or not words or words[-1].lower != "cho" or not behind:
        return None
    begin, end = (at + offset for offset in behind.span(1))
    ongoing = len(words) > 1 and words[-2].lower in word_set("verbs", "ongoing")
    return Predicate(layout.text[begin:end], "flow", begin, "right", ongoing=ongoing)


def _represented(layout: Layout, one: Counted) -> Predicate | None:
    """The verb of standing for someone: `đại biểu |đại diện| cho 400 đảng viên`."""
    first, _ = layout.sentence(one.start)
    found = _STANDING_FOR.search(settle(layout.text[first : one.start]))
    if found is None:
        return None
    begin, end = (first + at for at in found.span("verb"))
    return Predicate(layout.text[begin:end], "stock", begin, "left", "cho")


def _in_hedge(layout: Layout, one: Counted) -> Predicate | None:
    """The verb inside the number's hedge: `sản lượng |ước đạt 375 tấn|`."""
    start = one.quantity.start
    hedge = settle(layout.text[start : one.quantity.number_start])
    verb = next((word for word in hedge.split() if word in word_set("verbs", "hedged")), None)
    return Predicate(verb, aspects()[verb], start + hedge.index(verb), "left") if verb else None


def _directed(layout: Layout, one: Counted) -> Predicate | None:
    """The verb of a particle right before the number: `nâng tỷ lệ lên |92%|`, `nhân rộng mô hình ra |4 xã|`."""
    first, _ = layout.sentence(one.start)
    hedge = settle(layout.text[one.quantity.start : one.quantity.number_start]).split()
    for row in rows("verbs", "directed", DirectedRow):
        # The reader takes `lên trên 60%` for a hedge of two words.
        inside = hedge[:1] == [row.word]
        end = one.quantity.start if inside else min(one.start, one.quantity.start)
        before = settle(layout.text[first:end]).rstrip()
        if not inside and not before.endswith(f" {row.word}"):
            continue
        clause = max((mark.start() for mark in _MARK.finditer(before)), default=-1)
        found = [(before.rfind(f" {verb} ", clause + 1), verb) for verb in row.verbs]
        found += [(clause + 1, verb) for verb in row.verbs if before[clause + 1 :].lstrip().startswith(f"{verb} ")]
        at, verb = max(found)
        if at >= 0 and len(before) - at <= FAR:
            begin = first + before.index(verb, at)
            level = row.level and one.category not in HAPPENING
            # What grows to a level may have no aspect of its own: `số vụ nhân lên |40 vụ|`.
            aspect: Aspect = "stock" if level else aspects().get(verb, "flow")
            return Predicate(layout.text[begin : begin + len(verb)], aspect, begin, "left")
    return None


def _attended(layout: Layout, one: Counted) -> Predicate | None:
    """The verb that opens a list of who came: `|Dự| hội nghị có lãnh đạo xã; đại diện |9 thôn|`."""
    first, _ = layout.sentence(one.start)
    opening = settle(layout.text[first : first + FAR])
    for verb in word_forms("verbs", "attending"):
        if (
            opening.startswith(f"{verb} ")
            and layout.is_word(first, first + len(verb))
            and " có " in settle(layout.text[first : one.start + 1])
        ):
            return Predicate(layout.text[first : first + len(verb)], "flow", first, "left")
    return None


def _share(layout: Layout, one: Counted) -> Predicate | None:
    """What likens a share to its base: `thu 16 tỷ đồng, |bằng| 62,4% dự toán`."""
    window = layout.text[max(0, one.start - 12) : one.start].rstrip()
    for verb in word_forms("verbs", "sharing"):
        if one.category == "percent" and settle(window).endswith(f" {verb}"):
            begin = max(0, one.start - 12) + len(window) - len(verb)
            return Predicate(layout.text[begin : begin + len(verb)], "stock", begin, "left")
    return None


def _joined(layout: Layout, one: Counted) -> Predicate | None:
    """The verb inside a noun of taking part: `với sự |tham gia| của Huyện đoàn và |16 xã|`."""
    first, _ = layout.sentence(one.start)
    found = _JOINING.search(settle(layout.text[first : one.start])) if one.category in ACTORS else None
    if found is None:
        return None
    begin, end = (first + at for at in found.span("verb"))
    return Predicate(layout.text[begin:end], "stock", begin, "left")


def _nominal(layout: Layout, one: Counted) -> Predicate | None:
    """The verb inside the noun of what they did: `sự |ra đời| của 12 tổ`, `sự |ủng hộ| của 40 hộ`."""
    first, _ = layout.sentence(one.start)
    found = _DONE_BY.search(settle(layout.text[first : one.start]))
    if found is None or aspects().get(found["verb"]) != "flow":
        return None
    begin, end = (first + at for at in found.span("verb"))
    return Predicate(layout.text[begin:end], "flow", begin, "left")


def _owning(layout: Layout, one: Counted) -> Predicate | None:
    """No verb where the number only says whose the noun before it is: `lãnh đạo |hai xã| đề nghị`."""
    first, _ = layout.sentence(one.start)
    before = layout.words_between(first, one.start)
    owns = one.category in OWNERS or one.head in word_set("verbs", "owning")
    if owns and before and before[-1].lower in word_set("verbs", "belonging"):
        return Predicate(None, None, one.start, "none", "của")
    return None


OWN_VERBS: tuple[Callable[[Layout, Counted], Predicate | None], ...] = (
    _in_hedge,
    _directed,
    _share,
    _joined,
    _nominal,
    _owning,
    _owed,
    _dealt,
    _lent,
    _represented,
)
"""Verbs that the words right around the number tell, in their order; else the sentence's verb governs it."""


def _behind_opening(layout: Layout, first: int, start: int) -> int:
    """Where the sentence begins behind its source, purpose or reckoning, which governs no number.

    `Theo trung tâm chăm sóc cây, |4 thói quen| làm cây héo`; `Để có mặt bằng, 34 hộ hiến đất, |3 hộ| dời nhà`.
    """
    before = settle(layout.text[first:start])
    if _SOURCE.fullmatch(before):
        return start
    opened = _PURPOSE.match(before) or _RECKONED.match(before)
    return first + opened.end() if opened else first


_SOURCE = re.compile(r"\s*theo\s[^,;:()\d]*(?:,[^,;:()\d]*)?,\s*")
_RECKONED = re.compile(rf"\W*{alternation(word_forms('verbs', 'reckoning'))}(?:\s[^,;:()]*)?,\s*")
_PURPOSE = re.compile(rf"\s*{alternation(word_forms('verbs', 'purpose'))}\s[^,;:()\d]*,\s*")


def _own_clause(layout: Layout, noun: tuple[int, int] | None, first: int) -> int:
    """Where the clause begins that may hold the verb: a measured noun behind a comma begins its own.

    `lắp 2 camera, |tổng chi phí 25 triệu đồng|`
    """
    if noun is None:
        return first
    before = settle(layout.text[first : noun[0]]).rstrip()
    for word in word_forms("verbs", "total_word"):
        before = before.removesuffix(f" {word}")
    return noun[0] if before.endswith((",", ";")) else first


def _with_clause(text: str, counted: Counted, start: int) -> tuple[int, int]:
    """A count before `start` with the verb behind it: `212 mắt do xã đầu tư`, which governs nothing later."""
    mark = _CLAUSE_END.search(text, counted.end, start) if counted.end < start else None
    return counted.start, mark.start() if mark else counted.end


def _list_end(text: str, one: Counted, followers: list[Counted]) -> int:
    """Where the coordinated list ends: `13 xã, 49 thôn và 7 khu phố đăng ký`, `86 hộ với 341 người phải sơ tán`."""
    end = one.end
    for following in followers:
        acting = one.category in ACTORS and following.category == "person"
        joint = _JOINT.fullmatch(text, end, following.start) or (
            acting and _JOINT_WITH.fullmatch(text, end, following.start)
        )
        if following.start < end or not joint:
            break
        end = following.end
    return end
