"""Where a happening was held: at the place told behind it, at the sentence's stage, or where its holder is."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.events.mentions import Mention
from extractor.facts.events.vocabulary import words_of
from extractor.facts.layout import Layout
from extractor.facts.scene.nation import lies_abroad
from extractor.facts.scene.scene import Scene
from extractor.reading.spans import Place, Reading
from extractor.records import Path
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle, whole_words

_BRACKET = re.compile(r"[”\"]?[ ]?\([^()\n]{1,30}\)")
_PLACE_REACH = 40
"""Characters from `tại` to the place: `tại nhà văn hóa xã Hạ`."""


@dataclass(frozen=True, slots=True)
class _Tables:
    """`placed` leads to a place in the name or right behind it, `stage` holds the one that opens a sentence; a
    `central` body sits in no province that an article is about.
    """

    placed: re.Pattern[str]
    stage: re.Pattern[str]
    central: re.Pattern[str]


@cache
def _tables() -> _Tables:
    placing = words_of("placing")
    homes = "".join(rf"(?<!{word} )" for word in word_forms("events", "living"))  # `bị cáo trú |tại xã Hạ|`
    return _Tables(
        central=whole_words(word_forms("events", "central")),
        placed=re.compile(rf"(?:[“\"][^”\"\n]*[”\"]|\([^()\n]*\)|[^,.;:\n]){{0,200}}?\b{homes}{placing}[ ]"),
        stage=re.compile(rf"[^.;\n]{{0,40}}?(?<!\w){placing}[ ]([^,;\n]{{2,80}}),[ ]"),
    )


def held_at(
    reading: Reading, settled: str, layout: Layout, scene: Scene, mention: Mention, organizer: str | None, end: int
) -> tuple[Path | None, str]:
    """The place of a happening whose name and day end at `end`, and the reason."""
    first, last = layout.sentence(mention.start)
    placed = _tables().placed.match(reading.text, mention.start, last)
    placed = placed or _tables().placed.match(reading.text, mention.end, last)
    behind = _place_behind(reading, placed.end()) if placed else None
    if behind:
        return behind.path, "behind"
    if placed and lies_abroad(reading.text, placed.end()):
        return None, "abroad"
    if mention.match:
        return None, "match"  # Its name tells who plays, and the article lies anywhere.
    stage = _stage(reading, settled, first, mention) if not placed else None
    if stage:
        return scene.locality(stage.start, stage.end)[0], "stage"
    if mention.standing == "held" and organizer and not placed:
        # Where no place is given the holder's is meant: `TAND tỉnh mở phiên tòa, tuyên phạt A (xã Đông)`.
        return scene.locality(mention.verb_start, mention.verb_start)
    if organizer and not placed and _tables().central.search(settle(organizer)):
        return None, "central"  # Kỳ họp 37 của |UB Kiểm tra TƯ| xem xét Ban Thường vụ Tỉnh ủy Mẫu
    # `mô hình “A” (ANTT) tại khu phố 4`: the place stands behind the bracket.
    bracket = _BRACKET.match(reading.text, end)
    return scene.locality(mention.start, bracket.end() if bracket else end)


def _place_behind(reading: Reading, at: int) -> Place | None:
    """The place behind `tại`: `tại |xã Hạ|`, `tại nhà văn hóa |xã Hạ|`, `tại Khu công nghiệp Mẫu, |xã Hạ|`."""
    place = next((p for p in reading.places if at <= p.start <= at + _PLACE_REACH), None)
    between = reading.text[at : place.start] if place else ""
    return place if place and not re.search(r"[,.;:\d]", between.removesuffix(", ")) else None


def _stage(reading: Reading, settled: str, first: int, mention: Mention) -> Place | None:
    """The place that opens the sentence: `Chiều 5/3, tại |TP. Mẫu|, UBND tỉnh tổ chức họp báo …`."""
    opening = _tables().stage.match(settled, first, mention.verb_start) if mention.standing == "held" else None
    if opening is None:
        return None
    inside = [p for p in reading.places if opening.start(1) <= p.start and p.end <= opening.end(1)]
    return inside[0] if inside else None
