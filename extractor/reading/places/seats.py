"""From choices to places: villages under their communes, unknown names under what is around them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.reading.places.resolution import Candidate, Resolved, Setting, is_former
from extractor.reading.places.spans import Link, Mention
from extractor.reading.spans import Place
from extractor.vietnamese.gazetteer import LEVELS, REFORM, Level, name_key
from extractor.vietnamese.letters import tone_key

_UNKNOWN = 0.3
_SUGGESTED = 0.6
Path = tuple[str, ...]


def seat(
    text: str,
    mentions: Sequence[Mention],
    links: Sequence[Link],
    choices: Sequence[Resolved],
    when: Setting,
    home: Place | None = None,
) -> tuple[Place, ...]:
    """The places of an article, in order. Mentions that cannot be placed at all are left out.

    `home` is the unit whose own portal printed the article: its villages need no commune.
    """
    uppers: dict[int, list[int]] = {}
    for tie in links:
        if tie.bond == "in":
            uppers.setdefault(tie.lower, []).append(tie.upper)
    placed: list[Place | None] = [
        _resolved(mention, choice.best, choice, when) if choice.best else None
        for mention, choice in zip(mentions, choices, strict=True)
    ]
    for i, mention in enumerate(mentions):
        above = _upper(uppers.get(i, ()), placed)
        unplaced = placed[i] is None and not mention.village and mention.rule != "bare name"
        if unplaced or _told_elsewhere(choices[i], above):
            candidates = tuple(tie.path for tie in choices[i].ties)
            placed[i] = replace(_unknown(mention, above, placed), candidates=candidates)
        elif _is_code(mention, choices[i]):
            placed[i] = None
    stated = {i: _upper(uppers.get(i, ()), placed, present=True) for i, m in enumerate(mentions) if m.village}
    settled: dict[tuple[str, tuple[str, ...]], Place | None] = {
        (mentions[i].key, mentions[i].kinds): above for i, above in stated.items() if above
    }
    told = [above for above in stated.values() if above and above.level == "commune"]
    around = _Around.of(text, [place for place in placed if place], told, when, home)
    for i, above in stated.items():
        mention = mentions[i]
        above = above or settled.get((mention.key, mention.kinds)) or around.commune(mention)
        settled.setdefault((mention.key, mention.kinds), above)
        placed[i] = _village(mention, above)
    return respell([place for place in placed if place])


def respell(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places with districts and communes spelled in paths as the article mostly spells them (Đak Hlơ, Đăk HLơ).

    Tone placement and capitals stay the official ones, and so do provinces.
    """
    written: dict[tuple[str, ...], Counter[str]] = {}
    for place in places:
        if place.level in ("district", "commune") and not place.name.isupper() and place.code:
            written.setdefault(tuple(map(name_key, place.path)), Counter())[place.name] += 1
    chosen = {
        keys: counts.most_common(1)[0][0]
        for keys, counts in written.items()
        if name_key(counts.most_common(1)[0][0]) == keys[-1]
    }
    return tuple(replace(place, path=_spelled(place.path, chosen)) for place in places)


def _spelled(path: Path, chosen: dict[tuple[str, ...], str]) -> Path:
    keys = tuple(map(name_key, path))
    names = []
    for depth, official in enumerate(path, 1):
        other = chosen.get(keys[:depth], official)
        names.append(other if tone_key(other) != tone_key(official) else official)
    return tuple(names)


def _resolved(mention: Mention, best: Candidate, choice: Resolved, when: Setting) -> Place:
    path, code, since = best.path, best.unit.code, best.unit.valid_from
    ties = tuple(tie.path for tie in choice.ties)
    if best.misspelt:
        # Kept as written, without a code; the unit that is meant is a suggestion.
        return Place(
            start=mention.start,
            end=mention.end,
            name=mention.name,
            level=best.unit.level,
            path=(*best.path[:-1], mention.name),
            probability=round(min(_SUGGESTED, choice.probability), 3),
            candidates=(best.path,),
            role=mention.role,
            rule="suggested spelling",
        )
    if ties:
        path, code, since = (*_common(ties), mention.name), None, None  # type: ignore[assignment]
    name = best.unit.name if mention.name.isupper() and len(mention.name) > 2 else mention.name
    return Place(
        start=mention.start,
        end=mention.end,
        name=name,
        level=best.unit.level,
        path=path,
        code=code,
        valid_from=since,
        former=is_former(best.unit, when),
        probability=round(choice.probability, 3),
        candidates=ties,
        runners_up=tuple((other.path, round(belief, 3)) for other, belief in choice.runners_up),
        role=mention.role,
        rule=mention.rule,
    )


def _common(paths: Sequence[Path]) -> Path:
    """The names with which all the paths begin, without their last names."""
    shared: list[str] = []
    for names in zip(*(path[:-1] for path in paths), strict=False):
        if len({name_key(name) for name in names}) > 1:
            break
        shared.append(names[0])
    return tuple(shared)


def _upper(uppers: Sequence[int], placed: Sequence[Place | None], *, present: bool = False) -> Place | None:
    """The first of the units that the text says a mention lies in; with `present`, none of the past."""
    found = (placed[upper] for upper in uppers)
    return next((place for place in found if place and not (present and place.former)), None)


def _told_elsewhere(choice: Resolved, above: Place | None) -> bool:
    """Whether the text puts a unit where the gazetteer has none of its name: the text's word counts."""
    if not choice.ties or above is None:
        return False
    shared = _common(tuple(tie.path for tie in choice.ties))
    return len(above.path) > len(shared)


def _is_code(mention: Mention, choice: Resolved) -> bool:
    """Whether a letter and a number are no ward of any town in the text, but a model's name: `siêu xe P1`."""
    glued = mention.name.isdecimal() and mention.name_start - mention.start == 1
    return glued and bool(choice.ties) and not _common(tuple(tie.path for tie in choice.ties))


def _unknown(mention: Mention, above: Place | None, placed: Sequence[Place | None]) -> Place:
    level: Level = mention.levels[0]
    path = above.path if above else _focus([p for p in placed if p], level)
    return Place(
        start=mention.start,
        end=mention.end,
        name=mention.name,
        level=level,
        path=(*path, mention.name),
        probability=_UNKNOWN,
        role=mention.role,
        rule=mention.rule,
    )


def _focus(places: Sequence[Place], below: Level) -> Path:
    """The path above `below` in which most of the article's places lie."""
    depth = LEVELS.index(below)
    paths = Counter(
        place.path[:-1] if place.level == below else place.path
        for place in places
        if place.role != "home"
        and not place.former
        and LEVELS.index(place.level) <= depth
        and place.level != "village"
    )
    paths = Counter({path: n for path, n in paths.items() if path})
    if len({path for path in paths if len(path) > 1}) > 1:
        paths = Counter(path[:1] for path in paths.elements())
    top = [path for path in paths if paths[path] == max(paths.values())]
    return max(top, key=len, default=())


def _village(mention: Mention, above: Place | None) -> Place | None:
    path = above.path if above else ()
    return Place(
        start=mention.start,
        end=mention.end,
        name=mention.name,
        level="village",
        path=(*path, mention.name),
        probability=0.9 * above.probability if above else _UNKNOWN,
        role=mention.role,
        rule=mention.rule,
    )


_HEADLINE = 150
"""A first line that is no longer is the headline."""


@dataclass(frozen=True, slots=True)
class _Around:
    """The units among which a village without a stated commune lies."""

    text: str
    communes: tuple[Place, ...]
    fallback: Place | None

    @classmethod
    def of(
        cls, text: str, places: Sequence[Place], told: Sequence[Place], when: Setting, home: Place | None
    ) -> "_Around":
        """The communes of the article; and the one that it is about, else its district, to fall back on.

        It is about the only commune that is `told` as that of a village; where districts are no more, about the
        one that it names most.
        """
        standing = [p for p in places if not p.former and p.role not in ("home", "name", "route")]
        communes = tuple(place for place in standing if place.level == "commune")
        at_home = [p for p in places if p.level == "commune" and name_key(p.path[-1]) in when.home]
        counts = Counter(place.path for place in communes)
        path, most = counts.most_common(1)[0] if counts else ((), 0)
        main = [p for p in communes if p.path == path and most * 2 > len(communes)]
        headed = [p for p in communes if p.start < min(max(text.find("\n"), 0), _HEADLINE)]
        main = headed if len({p.path for p in headed}) == 1 else main
        higher = [p for p in standing if p.level in ("district", "province")]
        weights = Counter(place.path for place in higher)
        district = max(higher, key=lambda p: (len(p.path), weights[p.path]), default=None)
        if len({place.path for place in told}) == 1:
            district = told[0]
        elif home and (home.level == "commune" or not district):
            district = home
        elif (not district or district.level == "province") and when.first >= REFORM and counts:
            often = [path for path, times in counts.items() if times == most > 1]
            district = next((p for p in communes if [p.path] == often), district)
        return cls(text, communes, next(iter((*at_home, *main)), district))

    def commune(self, mention: Mention) -> Place | None:
        """The last commune named before in the same paragraph and not in closed brackets, else the fallback."""
        at = bisect_left(self.communes, mention.start, key=lambda place: place.start)
        for place in reversed(self.communes[:at]):
            between = self.text[place.end : mention.start]
            if "\n" in between:
                break
            opened = self.text.rfind("(", max(0, place.start - 60), place.start)
            closed = opened >= 0 and ")" not in self.text[opened : place.start] and ")" in between
            if not closed:
                return place
        return self.fallback
