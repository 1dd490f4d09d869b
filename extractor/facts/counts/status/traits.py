"""What a thing or home is like, whatever was done with it: its features, weight, members and equipment."""

from extractor.facts.counts.nouns.counted import HAPPENING, Counted
from extractor.facts.counts.status.cues import Cues
from extractor.facts.verbs import Predicate
from extractor.records import Aspect
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import settle


def like(counted: Counted, verb: Predicate, cues: Cues, measured: str | None) -> tuple[Aspect, str] | None:
    """What a thing or home is like, whatever was done with it."""
    return _feature(counted, cues) or _weighs(verb, measured) or _member(counted, cues)


def _feature(counted: Counted, cues: Cues) -> tuple[Aspect, str] | None:
    """What a thing is like, whatever was done with it: `lắp camera |8 megapixel|`, `động cơ V8 |5,8 lít|`."""
    sized = cues.thing.engine and counted.category == "volume"
    if counted.quantity.per or not (sized or settle(counted.what) in word_set("cues", "feature")):
        return None
    return "stock", "feature"


def _weighs(verb: Predicate, measured: str | None) -> tuple[Aspect, str] | None:
    """How heavy or big one thing is, no amount that was moved: `quả chuông có khối lượng |2,5 tấn|`."""
    has = settle(verb.text or "") == "có" and verb.side == "left"
    return ("stock", "size") if has and settle(measured or "").startswith(word_forms("cues", "weight")) else None


def _member(counted: Counted, cues: Cues) -> tuple[Aspect, str] | None:
    """Those in a home or realm, whatever was done with it: `bà mẹ |6 con| nhận quà`, `đô thị |10 triệu dân|`."""
    belongs = f"{settle(counted.what)} ".startswith(tuple(f"{member} " for member in cues.thing.members))
    return ("stock", "member") if belongs and not counted.quantity.per and cues.unit.span is None else None


def equipped(counted: Counted, cues: Cues) -> tuple[Aspect, str] | None:
    """What a thing is described to have: `điện thoại được trang bị |3 camera|`, but `xã trang bị |3 camera|`."""
    there = cues.thing.described and counted.category not in HAPPENING | {"money", "percent", "person"}
    return ("stock", "equipped") if there and not counted.quantity.per and not cues.unit.span else None
