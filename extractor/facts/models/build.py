"""Named community schemes: one record for each distinct name."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cache

from extractor.facts.grounding import ground
from extractor.facts.models.state import Mention, read_members, read_state
from extractor.facts.scene.clause import within
from extractor.facts.scene.paths import raised, same, units_named
from extractor.facts.scene.room import counted_level
from extractor.facts.scene.scene import Scene
from extractor.facts.scene.spread import spreading
from extractor.facts.time.times import Times
from extractor.reading.spans import Place, Reading, SchemeName
from extractor.records import Level, NamedModel, Path
from extractor.vietnamese.letters import tone_key
from extractor.vietnamese.lexicon import Row, rows, word_forms
from extractor.vietnamese.phrases import alternation, settle, whole_words

_HEADING = 80  # characters of a heading, at most
_REACHED = 10  # characters from a word of spreading to the place reached
_SPREAD_REACH = 400  # characters behind a name in which its spreading is told


class ShortForm(Row):
    """A short form inside names, and what it stands for."""

    full: str


class UnitRow(Row):
    """A word for units that are counted, and their level."""

    level: Level


class SchemeNoun(Row):
    """A noun of schemes; a name behind a `sure` one is a scheme's beyond doubt."""

    sure: bool = False
    between: int = 0


def build_models(reading: Reading, scene: Scene, times: Times) -> tuple[NamedModel, ...]:
    """One record for each distinct named scheme, in the order of their first mentions."""
    settled = settle(reading.text)
    groups = _grouped(reading)
    owners = {place.start: m for group in groups for m in group for place in _own_places(reading, m)}
    records = [(_record(reading, settled, scene, times, mentions, owners), mentions) for mentions in groups]
    return tuple(record for record, mentions in records if record.locality or _is_club(mentions))


def _is_club(mentions: list[Mention]) -> bool:
    """Whether it is a club. Any other scheme of people is somewhere; what is nowhere is a way of doing business."""
    return any(mention.name.noun in _clubs() for mention in mentions)


def _grouped(reading: Reading) -> list[list[Mention]]:
    """The mentions of each scheme: spellings and short forms of a name are one."""
    groups: dict[str, list[Mention]] = {}
    for name in reading.schemes:
        if name.is_scheme:
            groups.setdefault(name_key(name.name), []).append(_mention(reading, name))
    for key in sorted(groups, key=len):
        longer = [other for other in groups if other.startswith(f"{key} ") and _ABOUT.match(other, len(key))]
        if len(longer) == 1:
            # “Dòng họ tự quản” is short for “Dòng họ tự quản về an ninh trật tự”
            groups[longer[0]].extend(groups.pop(key))
    found = [sorted(group, key=lambda mention: mention.name.start) for group in groups.values()]
    return sorted(found, key=lambda group: group[0].name.start)


def name_key(name: str) -> str:
    """What makes two names the same: letters and tones, without case, punctuation and short forms."""
    key = " ".join(re.findall(r"\w+", settle(name)))
    for short, full in _short_forms():
        key = short.sub(full, key)
    return tone_key(key).strip()


def _mention(reading: Reading, name: SchemeName) -> Mention:
    own = bisect_right(reading.sentences, name.name_start, key=lambda bounds: bounds[0]) - 1
    start, end = reading.sentences[max(0, own)]
    counted = [quantity for quantity in reading.quantities if 0 <= name.start - quantity.end <= 1]
    many = any(quantity.value is None or quantity.value > 1 for quantity in counted)
    title = reading.title or ""
    in_title = reading.text.startswith(title) and name.start < len(title)
    return Mention(name, start, end, _told(reading, name, end), many, in_title)


def _told(reading: Reading, name: SchemeName, end: int) -> int:
    """Where the sentences end that go on about the scheme by its bare noun, in its paragraph: `Mô hình này …`."""
    paragraph = reading.text.find("\n", end)
    stop = len(reading.text) if paragraph < 0 else paragraph
    stop = min([stop, *(other.start for other in reading.schemes if other.start >= end)])
    for first, last in reading.sentences[bisect_left(reading.sentences, end, key=lambda bounds: bounds[0]) :]:
        if last > stop or not _goes_on(name.noun or "").match(settle(reading.text[first:last])):
            break
        end = last
    return end


def _record(
    reading: Reading,
    settled: str,
    scene: Scene,
    times: Times,
    mentions: list[Mention],
    owners: Mapping[int, Mention],
) -> NamedModel:
    told = [mention for mention in mentions if not mention.in_title] or mentions
    told = [mention for mention in told if not _in_heading(reading.text, mention)] or told
    locality, place_reason = _locality(reading, settled, scene, told, owners)
    state = read_state(reading, settled, times, told)
    first = told[0].name
    start, end = ground(reading.text, first.start, first.end)
    return NamedModel(
        article_id=reading.article_id,
        start=start,
        end=end,
        quote=reading.text[start:end],
        rule=first.rule,
        reasons={"locality": place_reason, "status": state.reason},
        confidence=_confidence(first, len(mentions)),
        name=max((mention.name.name for mention in told), key=len),
        locality=locality,
        status=state.status,
        year=state.year,
        members=read_members(reading, settled, told),
    )


def _in_heading(text: str, mention: Mention) -> bool:
    """Whether a mention stands in a line of its own that ends like no sentence."""
    begin = text.rfind("\n", 0, mention.name.start) + 1
    line = text[begin : len(text) if (end := text.find("\n", begin)) < 0 else end].strip()
    return len(line) < _HEADING and not line.endswith((".", "!", "?", "…", ":", ";", ","))


def _locality(
    reading: Reading, settled: str, scene: Scene, mentions: list[Mention], owners: Mapping[int, Mention]
) -> tuple[Path | None, str]:
    """The places named with the scheme, widened to their lowest common unit; else the scene's.

    The scene does without the places of the `owners` before: `gồm “A” ở thôn Đoài, “B” và “C”`.
    """
    named: list[Path] = []
    for mention in mentions:
        places = _own_places(reading, mention)
        if places:
            named.extend(_widened(reading, settled, scene, mention, place) for place in places)
        elif mention.many:
            wide, _ = scene.locality(mention.name.start, mention.name.end)
            named.extend([wide] if wide else [])
    if named:
        return common_unit(named), "with the name"
    first = mentions[0].name
    apart = {start for start, owner in owners.items() if owner.name.start < first.start}
    apart |= {
        p.start for p in reading.places if first.name_start <= p.start < first.name_end and _tells(reading, p)
    }
    place, reason = scene.locality(first.start, first.end, apart)
    reached = _reached(reading, settled, mentions[0])
    if place and reached:
        return common_unit([place, *reached]), reason
    spread = scene.spread_over(first.end, _paragraph_end(settled, first.end))
    if spread and place and within(place, spread):
        return spread, reason
    return _above_counted(reading, settled, mentions[0], place), reason


def _reached(reading: Reading, settled: str, mention: Mention) -> list[Path]:
    """The places that a scheme is told to have reached: `Mô hình nay có mặt ở cả |xã Hạ|`."""
    stop = _paragraph_end(settled, mention.name.end)
    found = spreading().search(settled, mention.name.end, stop)
    near = found.end() + _REACHED if found else 0
    return [place.path for place in reading.places if found and found.end() <= place.start <= near]


def common_unit(paths: list[Path]) -> Path | None:
    """The lowest unit that holds all the paths; None where they share no province."""
    shared: list[str] = []
    for names in zip(*paths, strict=False):
        if len(set(names)) > 1:
            break
        shared.append(names[0])
    return tuple(shared) or None


def _above_counted(reading: Reading, settled: str, mention: Mention, path: Path | None) -> Path | None:
    """The unit that holds those which the scheme is counted in: `“A” ở 18/18 xã, thị trấn`, `“B” tại 9 bản`.

    A scheme that has spread leaves its first village too: `Ra đời ở thôn Đoài, “C” nay được nhân rộng ra toàn xã`.
    """
    counted = _counted_units().match(settled, mention.name.end)
    below = _unit_levels()[" ".join(counted.group(1).split())] if counted else None
    spread = spreading().search(settled, mention.name.end, mention.end)
    if below is None and (spread or _shared_out(reading, settled, mention)):
        below = "village"
    return raised(path, below, units_named(reading)) if path and below else path


def _paragraph_end(settled: str, start: int) -> int:
    """The end of the paragraph that `start` is in, no farther than a scheme's spreading is told."""
    stop = settled.find("\n", start)
    return min(len(settled) if stop < 0 else stop, start + _SPREAD_REACH)


def _widened(reading: Reading, settled: str, scene: Scene, mention: Mention, place: Place) -> Path:
    """A village's commune where the scheme has spread from it: `Đến nay, mô hình đã có mặt ở 7/9 thôn`.

    It is the unit that holds those which it has spread to, if they are counted: `12 bản của ba xã`.
    """
    stop = _paragraph_end(settled, mention.name.end)
    over = scene.spread_over(mention.name.end, stop)
    if over and within(place.path, over):
        return over
    if place.former and scene.article_place and spreading().search(settled, mention.name.end, stop):
        return scene.article_place  # `xã Đoài cũ mở năm 2023, nay có mặt ở 21 ấp`: of the unit that stands
    spread = place.level == "village" and (
        spreading().search(settled, mention.name.end, stop) or _shared_out(reading, settled, mention)
    )
    return place.path[:-1] if spread and len(place.path) > 1 else place.path


def _shared_out(reading: Reading, settled: str, mention: Mention) -> bool:
    """Whether so many of all villages are counted behind the name: `“A” mở ở thôn Hạ, nay 16/21 thôn tham gia`."""
    behind = (q for q in reading.quantities if mention.name.end <= q.start < mention.end)
    return any(q.denominator is not None and counted_level(settled, q.end) == "village" for q in behind)


def _own_places(reading: Reading, mention: Mention) -> list[Place]:
    """Places inside the name or right after it: `“A” (phường X)`, `“B” ở phường Y, Z`, `“C” tại 02 thôn D và E`."""
    name = mention.name
    inside = [p for p in reading.places if name.name_start <= p.start < name.name_end and not _tells(reading, p)]
    if inside:
        return inside[:1]
    found: list[Place] = []
    at = name.end
    for place in reading.places:
        if place.start < at:
            continue
        gap = reading.text[at : place.start]
        joined = _BESIDE.fullmatch(gap) if found else _behind().fullmatch(settle(gap))
        if joined is None or place.start > mention.end:
            break
        # ấp Tân Hòa (xã Mẫu), ấp Đông (xã Đoài cũ): the xã only says where the ấp lies
        around = bool(found) and (
            place.former != found[-1].former or same(found[-1].path)[: len(place.path)] == same(place.path)
        )
        if not around:
            found.append(place)
        at = place.end
    return found


def _tells(reading: Reading, place: Place) -> bool:
    """Whether a number behind a village's word counts what follows: `“Tổ dân phố |5 không|”`."""
    counts = reading.text[place.end - 1].isdigit() and _SMALL_LETTER.match(reading.text, place.end)
    return bool(counts) and all(other.start != place.end + 1 for other in reading.places)


def _confidence(name: SchemeName, mentions: int) -> float:
    """A probability: a quoted name right after mô hình is the surest."""
    sure = 0.95 if name.noun in _sure_nouns() and name.rule.startswith("quoted") else 0.75
    sure -= 0.15 if name.rule.startswith("unquoted") or "inside" in name.rule else 0.0
    sure -= 0.1 if name.name[:1].islower() else 0.0
    return round(min(0.98, sure + (0.02 if mentions > 1 else 0.0)), 2)


_ABOUT = re.compile(tone_key(r" (?:về|trong|của|cho) "))
_SMALL_LETTER = re.compile(r"[ ][a-zà-ỹđ]")
_BESIDE = re.compile(r"\s*(?:,|và|,\s*và|-|\()\s*")


@cache
def _behind() -> re.Pattern[str]:
    """What may stand between a name and its place: `được triển khai thí điểm tại 02 thôn`."""
    verbs, at, time, day = (
        alternation(word_forms("schemes", table)) for table in ("launched", "at", "launch_time", "launch_day")
    )
    units = alternation(_unit_levels())
    return re.compile(
        rf"\s*(?:\([^()]{{0,40}}\))?\s*,?\s*\(?\s*(?:(?:được|đã|{verbs})\s+){{0,5}}"
        rf"(?:(?:{time}\s+)?(?:{day}\s+[\w/.-]+\s+)+(?={at}\s))?"
        rf"(?:{at}\s+)?(?:\d+\s+{units}\s*)?"
    )


@cache
def _unit_levels() -> dict[str, Level]:
    return {form: row.level for row in rows("schemes", "unit", UnitRow) for form in row.forms}


@cache
def _counted_units() -> re.Pattern[str]:
    """A number of units right behind a name, the unit's word in group 1."""
    at = alternation(word_forms("schemes", "at"))
    return re.compile(rf"[”\"\s]*{at}\s+\d+(?:/\d+)?\s+({alternation(_unit_levels())})(?!\w)")


@cache
def _goes_on(noun: str) -> re.Pattern[str]:
    """The opening of a sentence whose subject is the scheme's noun, or which begins with its launch."""
    opening, launched = (alternation(word_forms("schemes", table)) for table in ("resumed", "launched"))
    when = alternation({*word_forms("schemes", "launch_time"), *word_forms("schemes", "launch_day")})
    nouns = alternation({noun, *_sure_nouns()} - {""})
    return re.compile(rf"(?:(?:{opening}\s*,?\s*)?{nouns}\s+(?![“\"])|(?:được\s+)?{launched}\s+{when}(?!\w))")


@cache
def _sure_nouns() -> frozenset[str]:
    found = rows("schemes", "scheme", SchemeNoun)
    return frozenset(form.lower() for row in found if row.sure for form in row.forms)


@cache
def _clubs() -> frozenset[str]:
    return frozenset(form.lower() for form in word_forms("schemes", "club"))


@cache
def _short_forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((whole_words(row.forms), row.full) for row in rows("schemes", "short", ShortForm))
