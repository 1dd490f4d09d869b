"""One record for one fact: a number stated again in the same article joins its fullest statement."""

from collections.abc import Sequence
from decimal import Decimal

from extractor.facts.counts.nouns.counted import head_noun
from extractor.facts.counts.relations import AS_TOTAL
from extractor.facts.layout import Layout
from extractor.records import Category, CountFact, Path
from extractor.vietnamese.lexicon import word_set
from extractor.vietnamese.phrases import settle

# Small numbers recur by chance: they are the same fact only when noun and verb agree.
SMALL = 4
# What stays the same while more is told of it.
LASTING: tuple[Category, ...] = ("person", "group", "product", "facility", "organization", "admin_unit", "document")
# How many figures of a sum of money make it one that does not recur by chance.
TELLING = 3
# From which number on a headline may round without saying so.
ROUND = 1000
# How far behind those told of a pronoun calls them again, wherever they have got to.
CLOSE = 300
# How far a headline's rounded number may be from the exact one.
ROUNDED = 0.05


def merge_restatements(facts: Sequence[CountFact], layout: Layout) -> tuple[CountFact, ...]:
    """The facts without those that an earlier or later one says more fully. Parts of a dropped total move along."""
    kept: list[CountFact] = []
    moved: dict[str, str] = {}
    by_number: dict[tuple[object, ...], list[int]] = {}
    headline = _headline(layout)
    body = [fact for fact in facts if fact.start >= headline]
    for fact in facts:
        told = next((one for one in body if _headlines(fact, one)), None) if fact.start < headline else None
        if told:
            moved[fact.id] = told.id
            continue
        alike = by_number.setdefault(_number(fact), [])
        twin = next((at for at in alike if _restates(fact, kept[at], layout)), None)
        if twin is None:
            alike.append(len(kept))
            kept.append(fact)
        elif _fullness(fact) > _fullness(kept[twin]):
            moved[kept[twin].id] = fact.id
            kept[twin] = fact
        else:
            moved[fact.id] = kept[twin].id
    settled = tuple(_moved(fact, moved) for fact in kept)
    by_id = {fact.id: fact for fact in settled}
    return tuple(_as_its_total(fact, by_id) for fact in settled)


def _headline(layout: Layout) -> int:
    """Where the headline ends: the first line, where it is no whole sentence."""
    _, end = layout.paragraph(0)
    line = layout.text[:end].rstrip()
    return end if line and "\n" not in line and line[-1] not in '.!?…:;”"' else 0


def _headlines(title: CountFact, body: CountFact) -> bool:
    """Whether the headline's number is the body's, maybe rounded (gần 1.900 for 1.874), as plan or as fact."""
    said, told = title.value, body.value
    if said is None or told is None or said <= SMALL or title.denominator != body.denominator:
        return False
    alike = title.category == body.category and head_noun(title.what) == head_noun(body.what)
    if not alike or _conflict(title.name, body.name) or not _compatible(title.locality, body.locality):
        return False
    if title.category in ("percent", "money") and _conflict(title.measured, body.measured):
        return False
    if said == told:
        return _same_thing(title, body)
    off = (told - said) / said
    if title.modifier == "exact" and _is_round(said):
        return abs(off) < ROUNDED and body.modifier == "exact" and _same_thing(title, body)
    return {"over": 0 < off < ROUNDED, "under": -ROUNDED < off < 0, "about": abs(off) < ROUNDED}.get(
        title.modifier, False
    ) and body.modifier == "exact"


def _is_round(number: Decimal) -> bool:
    """Whether the number ends in two noughts or more, as rounded ones do: 18.000 for 18.240."""
    return number >= ROUND and number % 100 == 0


def _number(fact: CountFact) -> tuple[object, ...]:
    """What two statements of one fact must share; hedge and denominator may be left out the second time."""
    bounds = (fact.low, fact.high) if fact.value is None else ()
    return (fact.value, *bounds)


def _as_its_total(fact: CountFact, by_id: dict[str, CountFact]) -> CountFact:
    """Parts take the aspect of the total that was kept and, unless they have one of their own, its period."""
    total = by_id.get(fact.part_of or "")
    if total is None:
        return fact if fact.part_of is None else fact.model_copy(update={"part_of": None})
    own = fact.reasons.get("period") != AS_TOTAL
    return fact.model_copy(update={"aspect": total.aspect, "period": fact.period if own else total.period})


def _moved(fact: CountFact, moved: dict[str, str]) -> CountFact:
    total = fact.part_of
    while total in moved:
        total = moved[total]
    if total == fact.part_of:
        return fact
    return fact.model_copy(update={"part_of": None if total == fact.id else total})


def _restates(one: CountFact, other: CountFact, layout: Layout) -> bool:
    """Whether both, of one number, say the same thing at compatible places, not side by side in one list."""
    if _takes_up(one, other):
        people = one.category == other.category == "person"
        return people or head_noun(one.what) == head_noun(other.what)
    if _side_by_side(one, other, layout):
        return _in_words(one, other, layout)
    earlier, later = sorted((one, other), key=lambda fact: fact.start)
    if _stands_for(earlier, later):
        return _compatible(one.locality, other.locality) or later.start - earlier.end < CLOSE
    if one.category != other.category or not _same_thing(one, other):
        return False
    if not _same_whole(one, other):
        return False
    if _conflict(one.name, other.name):
        return False
    if one.part_of and one.part_of == other.part_of:
        return False
    if not _is_telling(one, other) and not (_same_measured(one, other) and _same_status(one, other)):
        return False
    if not _compatible(one.locality, other.locality):
        return False
    return one.value is None or one.value > SMALL or _same_words(one, other) or _same_few(one, other)


def _is_telling(one: CountFact, other: CountFact, figures: int = TELLING) -> bool:
    """Whether the sum of money is exact enough to be the same wherever it recurs: 11,56 tỷ đồng.

    Prices of one kind are alike at two sellers.
    """
    if one.value is None or one.category != "money" or one.aspect == other.aspect == "rate":
        return False
    return len(one.value.normalize().as_tuple().digits) >= figures


def _same_measured(one: CountFact, other: CountFact) -> bool:
    """Whether both measure the same; for sums of money one may say it in fewer words: `vốn`, `nguồn vốn vay`."""
    if one.category not in ("percent", "money") or not one.measured or not other.measured:
        return True
    first, second = settle(one.measured).split(), settle(other.measured).split()
    within = set(first) <= set(second) or set(second) <= set(first)
    return first == second or (within and _is_telling(one, other, TELLING - 1))


def _same_status(one: CountFact, other: CountFact) -> bool:
    """Whether both are planned or both are not."""
    return (one.aspect == "target") == (other.aspect == "target")


def _same_few(one: CountFact, other: CountFact) -> bool:
    """Whether the few that a report is about do or suffer more: `giật |2 sợi dây|`, later `cầm |2 sợi dây|`.

    `người` and what happens are too many kinds of things for that; `thêm`, `khác` say that they are others.
    """
    if one.value is None or one.value <= 1 or one.category not in LASTING or "rate" in (one.aspect, other.aspect):
        return False
    others, anybody = word_set("nounphrase", "further"), word_set("nounphrase", "anybody")
    told = (
        f"{settle(one.quote)} {settle(other.quote)} {settle(one.predicate or '')} {settle(other.predicate or '')}"
    )
    first, second = settle(one.what), settle(other.what)
    if not others.isdisjoint(told.split()) or (first in anybody and second in anybody):
        return False
    mine, theirs = _kin(first), _kin(second)
    children = mine.startswith("con") and theirs.startswith("con")
    # `2 nam sinh` are no `2 nữ sinh`: one of the two goes without.
    same = first in (second, theirs) or mine == second
    return same or (children and _in_fewer_words(mine, theirs))


def _stands_for(earlier: CountFact, later: CountFact) -> bool:
    """Whether a few are only called by a pronoun again: điều trị cho |hai trẻ|, later `ong đốt |hai bé|`.

    Children are called by other pronouns than the grown; `thêm`, `khác` say that they are others.
    """
    few = later.value is not None and 1 < later.value <= SMALL and later.modifier == "exact"
    if not few or later.denominator or not earlier.category == later.category == "person":
        return False
    if "rate" in (earlier.aspect, later.aspect) or earlier.modifier != "exact" or earlier.denominator:
        return False
    called, noun = settle(later.what), settle(earlier.what)
    told = f"{settle(later.quote)} {settle(later.predicate or '')} {settle(earlier.predicate or '')}"
    if not word_set("nounphrase", "further").isdisjoint(told.split()) or called == noun:
        return False
    young = not word_set("nounphrase", "young").isdisjoint(noun.split())
    pronouns = word_set("nounphrase", "child_pronoun" if young else "grown_pronoun")
    return called in pronouns and noun not in word_set("nounphrase", "anybody") | pronouns


def _kin(what: str) -> str:
    """The settled noun without what goes before children and the young: `đứa con` is `con`."""
    first, _, rest = what.partition(" ")
    return rest if rest and first in word_set("nounphrase", "child_classifier") else what


def _in_fewer_words(one: str, other: str) -> bool:
    """Whether one noun phrase begins or ends the other: `thanh niên`, `nam thanh niên`."""
    shorter, longer = sorted((f" {one} ", f" {other} "), key=len)
    return longer.startswith(shorter) or longer.endswith(shorter)


def _side_by_side(one: CountFact, other: CountFact, layout: Layout) -> bool:
    """Whether one sentence says both: `xét xử sơ thẩm 9 vụ án; xét xử phúc thẩm 9 vụ án`."""
    return one.value is not None and layout.sentence(one.start) == layout.sentence(other.start)


def _in_words(one: CountFact, other: CountFact, layout: Layout) -> bool:
    """Whether one sentence says both, the second in words in brackets: `20.000.000 đồng (hai mươi triệu đồng)`."""
    first, second = sorted((one, other), key=lambda fact: fact.start)
    between = layout.text[first.end : second.start + 1].strip()
    alone = layout.text[first.end : second.start].strip() in ("", "(")
    return first.what == second.what and alone and between.startswith("(")


def _takes_up(one: CountFact, other: CountFact) -> bool:
    """Whether either only takes up a number said before: `Cả 4 vụ`, `Trong 214 tổ nói trên`."""
    return "back reference" in (one.reasons.get("what"), other.reasons.get("what"))


def _same_whole(one: CountFact, other: CountFact) -> bool:
    """Whether the denominators agree; all of a whole may be told without it: `18/18 xã`, then `18 xã`."""
    whole = one.denominator or other.denominator
    return one.denominator == other.denominator or (
        whole == one.value and None in (one.denominator, other.denominator)
    )


def _conflict(one: str | None, other: str | None) -> bool:
    return bool(one and other and one != other)


def _same_thing(one: CountFact, other: CountFact) -> bool:
    """Whether one noun phrase begins with the other, or both join the same nouns: `xã, phường`, `phường, xã`."""
    if _joined(one.what) == _joined(other.what):
        return True
    if one.category == other.category == "person" and _in_fewer_words(settle(one.what), settle(other.what)):
        return True  # told of more than a few, else `_same_few` decides
    if _kin(settle(one.what)) == _kin(settle(other.what)):
        return True
    first, second = settle(one.what).replace(",", "").split(), settle(other.what).replace(",", "").split()
    shorter = min(len(first), len(second))
    return first[:shorter] == second[:shorter]


def _joined(what: str) -> list[str]:
    return sorted(settle(what).replace(" và ", ", ").split(", "))


def _same_words(one: CountFact, other: CountFact) -> bool:
    """Whether noun and verb agree; a second statement may leave out the verb."""
    if settle(one.what) != settle(other.what) or (one.aspect == "rate") != (other.aspect == "rate"):
        return False
    return not _conflict(settle(one.predicate or ""), settle(other.predicate or ""))


def _compatible(one: Path | None, other: Path | None) -> bool:
    if one is None or other is None:
        return True
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _fullness(fact: CountFact) -> int:
    """How much a statement says; one that only leads to its parts (`Trong số 137 tổ có …`) says least."""
    slots = (fact.period, fact.locality, fact.name, fact.predicate, fact.part_of, fact.denominator)
    score = sum(slot is not None for slot in slots) * 10 + len(fact.what)
    if settle(fact.what) in word_set("nounphrase", "child_pronoun") | word_set("nounphrase", "grown_pronoun"):
        score -= 50
    return score - 100 if fact.reasons.get("what") == "back reference" else score
