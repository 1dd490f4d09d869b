"""What makes a plan of a number: a cue before or behind it, the modal of its verb, the heading above it.

Cues work as in ConText: a cue opens a scope that runs forward to the end of its sentence or clause, unless a longer
wording shows that it is no cue (`vượt chỉ tiêu`, `chương trình mục tiêu`) or the text comes back to what there is.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from extractor.facts.layout import Layout
from extractor.facts.sections import is_plan, section_heading
from extractor.facts.verbs import Predicate, starting_at
from extractor.vietnamese.lexicon import Row, rows, word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import alternation, settle, whole_words

# How far behind a number words may make it a plan, or a greater or smaller number follow it.
AHEAD = 60

_CLAUSE = re.compile(r"[,;:]")
# A number of a list, right behind its comma or up to the end.
_LISTED = re.compile(r"\s*(?:\d|$)")
# The words between a time and what is told of it.
_ABOUT_TO = re.compile(r",?[^,;:.]{0,30}(?!\w)")


class CueRow(Row):
    """A cue of a plan; its scope runs to the end of the sentence or of the clause (comma, semicolon).

    One with the reach `opening` runs to the end of the sentence where it opens a clause, else to the clause's.
    """

    reach: Literal["sentence", "clause", "opening"] = "sentence"


def planned_by(layout: Layout, start: int, end: int, verb: Predicate) -> str | None:
    """The wording that makes a plan of the number with its noun at `start:end`, governed by `verb`, or None."""
    if is_raised_from(layout, start, end) or _is_whole(layout, start):
        return None
    if settle(verb.text or "") in word_set("verbs", "distance"):
        # `sẽ đá ở Hạ Thôn, cách đó |55 km|`: a clause of its own says how far a thing is.
        return _cue_in(layout, _clause_start(layout, layout.sentence(start)[0], start), start, end)
    cue = _hedged(layout, start, end) or _before(layout, start, end)
    if cue and not (cue in word_set("cues", "ordering") and (_befell(verb) or _is_looked_into(layout, end, verb))):
        return cue
    return _wanted(layout, verb) or _modal(layout, verb) or _behind(layout, start, end, verb)


def _wanted(layout: Layout, verb: Predicate) -> str | None:
    """The verb, if what it counts is only claimed or promised: `|đòi| 5 tỷ đồng`, not `đòi được 5 tỷ đồng`."""
    if verb.text is None or verb.side != "left":
        return None
    end = verb.start + len(verb.text)
    words = settle(layout.text[layout.sentence(verb.start)[0] : end])
    found = next((form for form in word_forms("cues", "wanting") if f" {words}".endswith(f" {form}")), None)
    got = settle(layout.text[end : end + AHEAD]).lstrip().startswith("được ")
    return None if got else found


def _hedged(layout: Layout, start: int, end: int) -> str | None:
    """The cue that the number's own hedge begins with: `với |dự kiến khoảng| 12.000 học sinh`."""
    counted = settle(layout.text[start:end])
    return next((form for form in word_forms("cues", "hedged_plan") if counted.startswith(f"{form} ")), None)


def plans_for(layout: Layout, end: int) -> bool:
    """Whether plans are told for the time that ends at `end`: `dự báo |năm 2030|`, `|năm 2030|, GDP sẽ đạt`."""
    first, last = layout.sentence(end - 1)
    behind = _ABOUT_TO.match(layout.text, end, last)
    stops = (end, behind.end() if behind else end)
    return any(_cue_in(layout, first, stop, stop) for stop in stops)


def planned_under(layout: Layout, first: int, start: int) -> str | None:
    """The heading that makes a plan of the number: before a colon, above a list or above a section.

    `Phương hướng quý IV: trồng 20 cây`; `Mục tiêu năm 2026:` or `III. Nhiệm vụ năm 2026`, below it `- Xây 45 nhà`.
    """
    head, colon, _ = layout.text[first:start].partition(":")
    if colon and is_plan(head):
        return settle(head)
    above = layout.listed_under(first) or section_heading(layout, first)
    heading = layout.text[slice(*above)].strip() if above else ""
    return settle(heading) if is_plan(heading) else None


@cache
def _targets(reach: str) -> re.Pattern[str]:
    return whole_words(form for row in rows("cues", "target", CueRow) if row.reach == reach for form in row.forms)


def _before(layout: Layout, start: int, end: int) -> str | None:
    """The cue before the number that makes it a plan, or None.

    It stands in the number's sentence, or in the one before where that one goes on with its parts (`Trong đó`).
    """
    first, _ = layout.sentence(start)
    cue = _cue_in(layout, first, start, end)
    at = layout.sentence_index(first)
    if cue or at == 0 or not settle(layout.text[first:start]).startswith(word_forms("cues", "parting")):
        return cue
    return _cue_in(layout, layout.sentences[at - 1][0], start, end)


def _cue_in(layout: Layout, first: int, start: int, end: int) -> str | None:
    """The cue between `first` and the number at `start` whose scope reaches the number, or None."""
    before = settle(layout.text[first:start])
    bracketed = _in_brackets(before)
    if bracketed:
        return bracketed
    if _whole_word(layout, first, before, "usual", 0):
        return None
    achieved = [match.span() for match in word_pattern("cues", "achieved").finditer(before)]
    for match in _reaching(before):
        if not layout.is_word(first + match.start(), first + match.end()) or _is_name(layout, first, match.start()):
            continue
        if _is_back(layout, first, before, match.end()) or _is_base(before, match) or _leads_to(before, match):
            continue
        if match.group() in word_set("cues", "asking") and _of_asking(before, match):
            continue
        if match.group() in word_set("cues", "condition") and _is_met(layout, before, match, end):
            continue
        if not any(begin <= match.start() < stop for begin, stop in achieved):
            return match.group()
    return None


def _reaching(before: str) -> Iterator[re.Match[str]]:
    """The cues whose scope runs to the end of the text before a number."""
    clause = _clause_of_list(before)
    yield from _targets("sentence").finditer(before)
    for match in _targets("opening").finditer(before):
        if match.start() >= clause or _opening().search(before, 0, match.start()):
            yield match
    yield from _targets("clause").finditer(before, clause)


def _clause_of_list(before: str) -> int:
    """Where the clause of the number behind `before` begins: `mong tỉnh cấp 2 xe, |10 áo giáp|` is one clause."""
    marks = [mark.start() for mark in re.finditer(r"[,;](?!\d)", before)]
    while marks and before[marks[-1]] == "," and _LISTED.match(before, marks[-1] + 1):
        if not re.search(r"\d", before[marks[-2] if len(marks) > 1 else 0 : marks[-1]]):
            break
        marks.pop()
    return marks[-1] + 1 if marks else 0


def under_condition(layout: Layout, start: int) -> bool:
    """Whether a sentence tells what would be if: `Nếu hồ đầy, tỉnh xả |120 m3/s|`, not `Nếu tính cả chợ, có …`."""
    first, _ = layout.sentence(start)
    before = settle(layout.text[first:start])
    opened = re.match(rf"\W*{alternation(word_forms('cues', 'condition'))} (?P<rest>[^;:]*,[^;:]*)$", before)
    if opened is None or re.match(rf"{alternation(word_forms('cues', 'contrasted'))}\s", opened["rest"]):
        return False
    reckoned = word_pattern("cues", "consequence").search(before) or re.search(r"\bthì\b.*\blại\b", before)
    return reckoned is None and not _whole_word(layout, first, before, "present", 0)


def _leads_to(before: str, match: re.Match[str]) -> bool:
    """Whether the cue's last word is `until`, not `coming`: `Từ đầu |năm tới| hết ngày 9/7, huyện có 38 ca`."""
    point = before[match.end() :].lstrip()
    return match.group().endswith(" tới") and (
        point[:1].isdigit() or point.startswith(tuple(f"{form} " for form in word_forms("cues", "stretch_end")))
    )


@cache
def _opening() -> re.Pattern[str]:
    """What may stand between the beginning of a clause and a time to come: `, trong |thời gian tới|`."""
    return re.compile(rf"(?:^|[,;:“\"])\s*(?:{alternation(word_forms('cues', 'clause_lead'))}\s)*$")


def _is_back(layout: Layout, first: int, before: str, begin: int) -> bool:
    """Whether the text behind a cue comes back to what there is: `phấn đấu có 9 tổ; đến nay có |6 tổ|`."""
    if _left_speech(before, begin) or before.count(")", begin) > before.count("(", begin):
        return True  # máy mới (dự kiến ra mắt tuần sau) vẫn có |hai ống kính|
    if _gone_by().search(before, begin):
        return True
    against = re.compile(rf"\b{alternation(word_forms('cues', 'against'))}\b[^,;:]*$")
    return against.search(before, begin) is not None or _whole_word(layout, first, before, "present", begin)


@cache
def _gone_by() -> re.Pattern[str]:
    """A time that is over, with nothing compared: `dự kiến đánh thuế làm giá |hôm qua| còn 1.250 USD`."""
    apart = "".join(rf"(?<!\b{form} )" for form in word_forms("cues", "likened"))
    return re.compile(rf"(?<!\w){apart}{alternation(word_forms('cues', 'gone_by'))}(?!\w)")


def _is_name(layout: Layout, first: int, at: int) -> bool:
    """Whether a capital within the sentence that begins at `first` makes a name of the cue: `ông |Định| chuyển`."""
    before = layout.text[first : first + at].rstrip()
    return layout.text[first + at].isupper() and before[-1:].isalpha()


def _left_speech(before: str, begin: int) -> bool:
    """Whether the cue is in a speech that ends before the number: `“Tôi sẽ về”, ông nói sau khi bán |3 xe|`."""
    behind = before[begin:]
    closed = behind.find("”")
    if closed >= 0 and "“" not in behind[:closed]:
        return True
    return before.count('"', 0, begin) % 2 == 1 and '"' in behind


def _whole_word(layout: Layout, first: int, before: str, table: str, begin: int) -> bool:
    """Whether a form of the table stands behind `begin`, and is no half of a word: `hiện`, not `thực hiện`."""
    found = word_pattern("cues", table).finditer(before, begin)
    return any(layout.is_word(first + match.start(), first + match.end()) for match in found)


def _of_asking(before: str, cue: re.Match[str]) -> bool:
    """Whether those who are asked or who asked are told: `đề nghị |14 xã| báo cáo`, `900 hộ yêu cầu 2 công ty`."""
    asked = not before[cue.end() :].strip()
    return asked or re.search(r"\d(?: \w+){1,4} $", before[: cue.start()]) is not None


def _is_met(layout: Layout, before: str, cue: re.Match[str], end: int) -> bool:
    """Whether a condition speaks of what is there: `nếu |4 chương| sau`, `nếu gặp |7 dấu hiệu| này`, `nếu tính`."""
    between = before[cue.end() :]
    behind = settle(layout.text[end : end + AHEAD])
    known = behind.startswith(tuple(f" {form}" for form in word_forms("cues", "pointing")))
    return known or not between.strip() or word_pattern("cues", "consequence").search(between) is not None


def _befell(verb: Predicate) -> bool:
    """Whether the verb tells a damage that gave rise to an order: `yêu cầu làm rõ vụ cháy khiến |3 người| chết`."""
    return settle(verb.text or "").startswith(word_forms("cues", "damage"))


def _is_looked_into(layout: Layout, end: int, verb: Predicate) -> bool:
    """Whether what befell those who are counted shall be cleared up: `yêu cầu làm rõ vì sao 3 người |chết|`."""
    if settle(verb.text or "") not in word_set("verbs", "happening_on"):
        return False
    return (
        re.match(rf" {alternation(word_forms('cues', 'damage'))}(?!\w)", settle(layout.text[end : end + AHEAD]))
        is not None
    )


def is_raised_from(layout: Layout, start: int, end: int) -> bool:
    """Whether the number is what a change sets out from: `nâng vốn từ |5 tỷ đồng| lên 6 tỷ đồng`."""
    first, last = layout.sentence(start)
    before = settle(layout.text[first:start]).rstrip()
    behind = settle(layout.text[end : min(last, end + AHEAD)])
    onward = behind.lstrip().startswith(word_forms("cues", "onward"))
    return before.endswith(word_forms("cues", "starting")) and not onward and _further().match(behind) is not None


@cache
def _further() -> re.Pattern[str]:
    return re.compile(rf"[^\d,;:]*\s{alternation(word_forms('cues', 'resuming'))}(?:\s[^\W\d]+){{0,3}}\s\d")


def _is_whole(layout: Layout, start: int) -> bool:
    """Whether the number is that of a whole of which a plan takes some: `sẽ chọn 3 trong số |10 dự án|`."""
    first, _ = layout.sentence(start)
    return settle(layout.text[first:start]).rstrip().endswith(word_forms("cues", "among"))


def _modal(layout: Layout, verb: Predicate) -> str | None:
    """The modal of the number's verb that says it is not done: `muốn mua |3 xe|`, `có thể bị phạt |5 triệu đồng|`.

    What can be done is no plan, what may befall one is; what must be there is, what one must do often is done.
    """
    if verb.text is None:
        return None
    first, _ = layout.sentence(verb.start)
    text = settle(layout.text[first : verb.start] + verb.text)
    at = verb.start - first
    for table, verbs in (("modal", None), ("possibility", "possible"), ("obligation", "norm")):
        found = next((m for m in _modals(table).finditer(text) if m.start() <= at <= m.end()), None)
        if found is None or not layout.is_word(first + found.start("cue"), first + found.end("cue")):
            continue
        if _is_name(layout, first, found.start("cue")):
            continue
        if verbs is None or found.group("hit") or _begins(layout, text, first, found.end(), verbs):
            return found.group("cue")
    return _modal_of_list(layout, text[:at], first)


def _modal_of_list(layout: Layout, before: str, first: int) -> str | None:
    """The modal of the verbs that this one goes on with, no subject between: `muốn mua 3 xe, |thuê 2 thợ|`.

    `before` is the settled text of the sentence that begins at `first`, up to the verb.
    """
    joint = re.search(r"(?:,| và) (?:sẽ |cũng )*$", before)
    end = joint.start() if joint else 0
    while end:
        begin = max((mark.end() for mark in re.finditer(r"[,;:.“”\"]|\bđể\b", before[:end])), default=0)
        found = next(_modals("wishing").finditer(before, begin, end), None)
        if found and layout.is_word(first + found.start("cue"), first + found.end("cue")):
            return None if _whole_word(layout, first, before[:end], "present", begin) else found.group("cue")
        if before[begin - 1 : begin] != "," or starting_at(before[begin:end].lstrip(), 0) is None:
            return None
        end = begin - 1
    return None


def must(layout: Layout, verb: Predicate) -> bool:
    """Whether the verb is asked of someone: `mỗi xã |phải nạo vét| ít nhất 2 km`."""
    if verb.text is None or verb.aspect != "flow":
        return False
    before = settle(layout.text[layout.sentence(verb.start)[0] : verb.start]).rstrip()
    return before.endswith(tuple(f" {form}" for form in word_forms("cues", "obligation")))


def _begins(layout: Layout, text: str, first: int, at: int, table: str) -> bool:
    """Whether one of the verbs of the table begins at `at` of the text that begins at `first`."""
    return any(
        text.startswith(form, at) and layout.is_word(first + at, first + at + len(form))
        for form in word_forms("cues", table)
    )


@cache
def _modals(table: str) -> re.Pattern[str]:
    """A modal, not denied and not told as done, with the small words up to its verb; `hit` of what befalls one."""
    small = alternation(word_forms("cues", "modal_joint"))
    # What one is about to do is planned, what one has to do is done.
    denying = (form for form in word_forms("cues", "unwanted") if (table, form) != ("modal", "đang"))
    denied = "".join(rf"(?<!\b{form} )" for form in denying)
    return re.compile(rf"{denied}\b(?P<cue>{alternation(word_forms('cues', table))}) (?:{small} )*(?P<hit>bị )?")


def _behind(layout: Layout, start: int, end: int, verb: Predicate) -> str | None:
    """What makes a plan behind the number: `12 đội |sẽ| tham gia`, `tăng 2 lần trong |thời gian tới|`."""
    first, last = layout.sentence(end - 1)
    clause = _clause_start(layout, first, start)
    behind = _CLAUSE.split(settle(layout.text[end : min(last, end + AHEAD)]))[0]
    if "%" in layout.text[start:end] and behind.lstrip().startswith(word_forms("cues", "opinion")):
        return None  # 52% doanh nghiệp cho biết sẽ mở rộng trong năm tới
    match = word_pattern("cues", "target_behind").search(behind)
    there = verb.ongoing or _whole_word(layout, clause, settle(layout.text[clause:start]), "present", 0)
    if match and not there:
        return match.group()
    object_of = verb.side == "left" and settle(verb.text or "") not in word_set("verbs", "thin")
    acting = next((form for form in word_forms("cues", "about_to") if behind.startswith(f" {form} ")), None)
    return None if object_of else acting


def _clause_start(layout: Layout, first: int, start: int) -> int:
    """Where the clause of what stands at `start` begins, in the sentence that begins at `first`."""
    return max((first + mark.end() for mark in _CLAUSE.finditer(layout.text[first:start])), default=first)


def _is_base(before: str, cue: re.Match[str]) -> bool:
    """Whether a percent is told of the plan, which then plans nothing behind: `đạt 112% |kế hoạch năm| và tăng`."""
    return before[: cue.start()].rstrip().endswith("%")


def _in_brackets(before: str) -> str | None:
    """`bằng 62,4% dự toán năm (25.890 tỷ đồng)`: the plan itself stands in the brackets."""
    if not before.rstrip().endswith("("):
        return None
    clause = re.split(r"[,;()]", before.rstrip()[:-1])[-1]
    match = word_pattern("cues", "plan").search(clause)
    return match.group() if match else None
