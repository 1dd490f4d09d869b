"""Named community schemes: one record for each distinct name."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.grounding import ground
from extractor.facts.scene import Scene
from extractor.facts.times import Times
from extractor.reading.spans import Place, Quantity, Reading, SchemeName
from extractor.records import NamedModel, Path, Status
from extractor.vietnamese.letters import tone_key
from extractor.vietnamese.lexicon import Row, rows
from extractor.vietnamese.phrases import settle, whole_words


class ShortForm(Row):
    """A short form inside names, and what it stands for."""

    full: str


@dataclass(frozen=True, slots=True)
class _Mention:
    """One mention of a scheme with its sentence. `many` where a number of such schemes is counted."""

    name: SchemeName
    start: int
    end: int
    many: bool
    in_title: bool


def build_models(reading: Reading, scene: Scene, times: Times) -> tuple[NamedModel, ...]:
    """One record for each distinct named scheme, in the order of their first mentions."""
    settled = settle(reading.text)
    return tuple(_record(reading, settled, scene, times, mentions) for mentions in _grouped(reading))


def _grouped(reading: Reading) -> list[list[_Mention]]:
    """The mentions of each scheme: spellings and short forms of a name are one."""
    groups: dict[str, list[_Mention]] = {}
    for name in reading.schemes:
        if name.is_scheme:
            groups.setdefault(name_key(name.name), []).append(_mention(reading, name))
    for key in sorted(groups, key=len):
        longer = [other for other in groups if other.startswith(f"{key} về ") and other != key]
        if len(longer) == 1:
            # “Dòng họ tự quản” is short for “Dòng họ tự quản về an ninh trật tự”
            groups[longer[0]].extend(groups.pop(key))
    found = [sorted(group, key=lambda mention: mention.name.start) for group in groups.values()]
    return sorted(found, key=lambda group: group[0].name.start)


def name_key(name: str) -> str:
    """What makes two names the same: letters and tones, without case, punctuation and short forms."""
    words = " ".join(re.findall(r"\w+", settle(name)))
    for short, full in _short_forms():
        words = short.sub(full, words)
    return tone_key(words).strip()


def _mention(reading: Reading, name: SchemeName) -> _Mention:
    sentence = next((s for s in reading.doc.sents if s.start_char <= name.name_start < s.end_char), None)
    start, end = (sentence.start_char, sentence.end_char) if sentence else (name.start, name.end)
    counted = [quantity for quantity in reading.quantities if 0 <= name.start - quantity.end <= 1]
    many = any(quantity.value is None or quantity.value > 1 for quantity in counted)
    title = reading.title or ""
    return _Mention(
        name, start, end, many, in_title=bool(title) and reading.text.startswith(title) and end <= len(title)
    )


def _record(reading: Reading, settled: str, scene: Scene, times: Times, mentions: list[_Mention]) -> NamedModel:
    told = [mention for mention in mentions if not mention.in_title] or mentions
    locality, place_reason = _locality(reading, scene, told)
    status, year, status_reason = _status(reading, settled, times, told)
    first = told[0].name
    start, end = ground(reading.text, first.start, first.end)
    return NamedModel(
        article_id=reading.article_id,
        start=start,
        end=end,
        quote=reading.text[start:end],
        rule=first.rule,
        reasons={"locality": place_reason, "status": status_reason},
        confidence=_confidence(first, len(mentions)),
        name=max((mention.name.name for mention in told), key=len),
        locality=locality,
        status=status,
        year=year,
        members=_members(reading, settled, told),
    )


def _locality(reading: Reading, scene: Scene, mentions: list[_Mention]) -> tuple[Path | None, str]:
    """The places named with the scheme, widened to their lowest common unit; else the scene's."""
    named: list[Path] = []
    for mention in mentions:
        places = _own_places(reading, mention)
        if places:
            named.extend(place.path for place in places)
        elif mention.many:
            wide, _ = scene.locality(mention.name.start, mention.name.end)
            named.extend([wide] if wide else [])
    if named:
        return common_unit(named), "with the name"
    return scene.locality(mentions[0].name.start, mentions[0].name.end)


def common_unit(paths: list[Path]) -> Path | None:
    """The lowest unit that holds all the paths; None where they share no province."""
    shared: list[str] = []
    for names in zip(*paths, strict=False):
        if len(set(names)) > 1:
            break
        shared.append(names[0])
    return tuple(shared) or None


def _own_places(reading: Reading, mention: _Mention) -> list[Place]:
    """Places inside the name or right after it: `“A” (phường X)`, `“B” ở phường Y, Z`, `“C” tại 02 thôn D và E`."""
    name = mention.name
    inside = [place for place in reading.places if name.name_start <= place.start < name.name_end]
    if inside:
        return inside[:1]
    found: list[Place] = []
    at = name.end
    for place in reading.places:
        if place.start < at:
            continue
        gap = reading.text[at : place.start]
        joined = _BESIDE.fullmatch(gap) if found else _BEHIND.fullmatch(gap)
        if joined is None or place.start > mention.end:
            break
        found.append(place)
        at = place.end
    return found


def _status(
    reading: Reading, settled: str, times: Times, mentions: list[_Mention]
) -> tuple[Status | None, int | None, str]:
    """Active, unless every mention plans it, one ends it, or one tells of its launch in a stated period."""
    years = [year for mention in mentions if (year := _since(reading, mention)) is not None]
    if any(_ended().search(settled, mention.name.end, mention.end) for mention in mentions):
        return "ended", None, "ended"
    planned = [mention for mention in mentions if _is_planned(settled, mention)]
    if len(planned) == len(mentions):
        return "planned", _year(times, planned[0]), "planned"
    for mention in mentions:
        if mention.many or mention in planned or not _launches(settled, mention):
            continue
        year = _year(times, mention)
        if year is not None and not any(other.many for other in mentions):
            return "launched", year, "launch verb in a period"
    return "active", years[0] if years else None, "default"


def _since(reading: Reading, mention: _Mention) -> int | None:
    """The year of `(giai đoạn 2012 - 2022)` or `từ năm 2019` right after the name."""
    match = _SINCE.match(reading.text, mention.name.end)
    return int(match.group(1)) if match else None


def _is_planned(settled: str, mention: _Mention) -> bool:
    return _planned().search(settled, mention.start, mention.name.start) is not None


def _launches(settled: str, mention: _Mention) -> bool:
    """Whether a verb of launching governs the name."""
    before = settled[max(mention.start, mention.name.start - 60) : mention.name.start]
    after = settled[mention.name.end : min(mention.end, mention.name.end + 40)]
    return bool(_launched().search(before) or (_PASSIVE_LAUNCH.match(after) and _launched().search(after)))


def _year(times: Times, mention: _Mention) -> int | None:
    date = times.date(mention.name.start, mention.name.end)
    return int(date[:4]) if date else None


def _members(reading: Reading, settled: str, mentions: list[_Mention]) -> int | None:
    """The counted members after a name: `với 50 hội viên`. A number of schemes hides each one's members."""
    for mention in mentions:
        for quantity in _after(reading, mention):
            between = settled[mention.name.end : quantity.start]
            if len(between) > 60 or _CUT.search(between):
                break
            noun = _members_noun().match(settled, quantity.end + 1)
            if noun and quantity.value is not None and quantity.denominator is None:
                direct = re.fullmatch(r"\s*(?:với|gồm|có)\s*", between)
                if direct or not any(other.many for other in mentions):
                    return int(quantity.value)
    return None


def _after(reading: Reading, mention: _Mention) -> list[Quantity]:
    return [q for q in reading.quantities if mention.name.end <= q.start < mention.end and q.refused is None]


def _confidence(name: SchemeName, mentions: int) -> float:
    """A probability: a quoted name right after mô hình is the surest."""
    sure = 0.95 if name.noun in ("mô hình", "câu lạc bộ", "clb") and name.rule.startswith("quoted") else 0.75
    sure -= 0.1 if name.name[:1].islower() else 0.0
    return round(min(0.98, sure + (0.02 if mentions > 1 else 0.0)), 2)


_BEHIND = re.compile(
    r"\s*(?:\([^()]{0,40}\))?\s*,?\s*\(?\s*(?:(?:được|đã|triển khai|thí điểm|xây dựng|thực hiện)\s+){0,5}"
    r"(?:(?:ở|tại|của|trên địa bàn)\s+)?(?:\d+\s+(?:thôn|xã|phường|khu phố)\s*)?"
)
_BESIDE = re.compile(r"\s*(?:,|và|,\s*và|-|\()\s*(?:thuộc\s+)?")
_SINCE = re.compile(
    r"[”\"\s,]*\(?\s*(?:giai đoạn|từ năm|từ tháng \d+[/-]|từ quý [IV]+[/-]|thành lập năm)\s*(\d{4})(?!\d)"
)
_PASSIVE_LAUNCH = re.compile(r"[”\"\s]*(?:đã\s+|cũng\s+)*(?:được|ra mắt|ra đời|đi vào|thành lập)")
_CUT = re.compile(r"[;:]|\.\s")


@cache
def _short_forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    found = rows("schemes", "short", ShortForm)
    return tuple((whole_words(row.forms), row.full) for row in found)


@cache
def _table(name: str) -> re.Pattern[str]:
    return whole_words(form for row in rows("schemes", name, Row) for form in row.forms)


def _planned() -> re.Pattern[str]:
    return _table("planned")


def _ended() -> re.Pattern[str]:
    return _table("ended")


def _launched() -> re.Pattern[str]:
    return _table("launched")


def _members_noun() -> re.Pattern[str]:
    return _table("member")
