"""People's names: after an honorific or a rank, or by their family name; with what stands before them."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.reading.names.body_words import opener
from extractor.reading.names.foreign import (
    SEATED,
    Word,
    apposed,
    impersonal,
    led,
    past_country,
    set_off,
    shouted,
    single,
    start_behind,
    strange,
)
from extractor.reading.names.offices import GAP, office_ends
from extractor.reading.names.person_words import person_words
from extractor.reading.spans import Person
from extractor.vietnamese.gazetteer import gazetteer, name_key
from extractor.vietnamese.phrases import settle

LONGEST_NAME = 6
_SHORTEST_GLUED = 4
# A dash joins the syllables of a foreign given name: `Park Hang-seo`, `Jean-Claude`.
_WORD = re.compile(r"[^\W\d_]+(?:['’´`][^\W\d_]+)*(?:-[a-z]+(?!\w)|(?<=[a-z])-[A-Z][a-z]+(?!\w))*")
_INITIALS = re.compile(r"(?<![\w.])[A-ZĐ](?:\.[ ]?[A-ZĐ]){1,3}(?!\w)\.?")


def read_people(doc: Doc) -> tuple[Person, ...]:
    """Full names and initials in the order of the text. A given name alone (`ông Hưng`) is none."""
    text = doc.text
    settled = settle(text)
    openings, offices = _openings(settled), office_ends(settled)
    found: list[Person] = []
    for run in _runs(text):
        names = list(_names(settled, run, openings, offices, found))
        if called := single(text, run, offices.get(run[-1][0])) if not names else None:
            (start, _, _), (name, end) = run[-1], called
            found.append(Person(start=start, end=end, name=name, name_start=start, name_end=end, rule="foreign"))
            continue
        if not names and (first := apposed(settled, run)) is not None:
            names.append((run[first][0], run[-1][1], "foreign"))
        if not names and (first := _set_off(settled, run)) is not None:
            names.append((run[first][0], run[-1][1], "family-two"))
        for start, end, rule in names:
            opening = start if rule == "foreign" else openings.get(start, start)
            found.append(_person(text, settled, start, end, opening, rule))
    found.extend(_again(text, found))
    for match in _INITIALS.finditer(text):
        if match.start() in {*openings, *offices} or person_words().born.match(settled, match.end()):
            end = match.end() if text[match.end() - 1] != "." else match.end() - 1
            opening = openings.get(match.start(), match.start())
            found.append(_person(text, settled, match.start(), end, opening, "initials"))
    return tuple(sorted(found, key=lambda person: person.start))


def _again(text: str, found: list[Person]) -> Iterator[Person]:
    """Full names that the text has called people's, where they stand alone: `ông Điểu Mẫu … |Điểu Mẫu| trở về`."""
    names = {person.name for person in found if person.honorific or person.rank}
    names = {name for name in names if " " in name and not gazetteer().named(name_key(name))}
    covered = {offset for person in found for offset in range(person.name_start, person.name_end)}
    for run in _runs(text) if names else ():
        # `Theo |Điểu Mẫu|`: one more capital may only be a sentence's first word.
        for at in range(min(2, len(run))):
            start, end = run[at][0], run[-1][1]
            opens = at == 0 or not text[max(0, run[0][0] - 2) : run[0][0]].strip(' \n\u00a0.“"')
            if opens and start not in covered and text[start:end] in names:
                name = text[start:end]
                yield Person(start=start, end=end, name=name, name_start=start, name_end=end, rule="again")


def _openings(settled: str) -> dict[int, int]:
    """Where a name may begin after honorifics and ranks, and where those begin: `Đại tá, TS. |Lê Văn Mẫu`."""
    openings: dict[int, int] = {}
    for match in person_words().leader.finditer(settled):
        gap = GAP.match(settled, match.end())
        # A comma or full stop only after a rank, a colon only after a word: `TS, bác sĩ`, `TS.`, `các đồng chí: `.
        ranked = gap and (gap.group()[0] not in ".," or person_words().rank.fullmatch(match.group()))
        # `có bác sĩ. |Ông Lê Văn Mẫu`: the stop ends a sentence.
        closed = gap and gap.group()[0] == "." and person_words().honorific.match(settled, gap.end())
        # `Văn phòng luật sư |Lê Mẫu|` is a firm.
        if gap and ranked and not closed and not _after_place_word(settled, gap.end()):
            openings[gap.end()] = openings.get(match.start(), match.start())
    return openings


def _taken(settled: str, words: list[Word], takes: str | None) -> str | None:
    """What the office before takes; None where its seat goes on with the name of a unit: `Tỉnh ủy |Đắk Lắk|`."""
    names = (settled[words[0][0] : words[n][1]] for n in range(len(words)))
    return None if takes == SEATED and any(gazetteer().named(name_key(name)) for name in names) else takes


def _follows_office(settled: str, words: list[Word], takes: str | None) -> bool:
    """Whether the words are a name, given the position before them: `Trưởng thôn |Đoàn Kết` is a village."""
    if takes in (None, SEATED) or not 2 <= len(words) <= 4 or shouted(words[0][2]):
        return False
    if (body := person_words().body.match(settled, words[0][0])) and body.end() > words[-1][1]:
        # `Bí thư |Đoàn Thanh| niên xã`
        return False
    first, second = (settled[start:end] for start, end, _ in words[:2])
    if takes in ("artist", "player"):
        # `ca sĩ |Thanh Hà|` bears a commune's name; a troupe comes from a province.
        units = gazetteer().named(name_key(f"{first} {second}"))
        taken = units if takes == "player" else [unit for unit in units if unit.level == "province"]
        return not impersonal(words) and not taken
    if first not in person_words().families or settled[words[0][0] : words[-1][1]] in person_words().historical:
        return False
    # `Chủ tịch Hội doanh nhân trẻ |Hà Tĩnh|`
    province = any(unit.level == "province" for unit in gazetteer().named(name_key(f"{first} {second}")))
    if len(words) == 2 and takes == "occupation" and province:
        return False
    if len(words) > 2 or second in person_words().middle or takes in ("occupation", "elder", "none"):
        return True
    return takes in ("body", "minister") and not gazetteer().named(name_key(f"{first} {second}"))


def _several_told(settled: str, start: int) -> bool:
    """Whether the trade before a name is told of several: `các nghệ sĩ |Hồng Mẫu|`, `như: ca sĩ |Hồng Mẫu|`."""
    tables, before = person_words(), settled[max(0, start - 40) : start].rstrip(" :\u00a0")
    office = next((found for found in tables.office.finditer(before) if found.end() == len(before)), None)
    return office is not None and tables.row.search(before, 0, office.start()) is not None


def _runs(text: str) -> Iterator[list[Word]]:
    """Capitalised words that follow each other with nothing but blanks between them."""
    run: list[Word] = []
    for match in _WORD.finditer(text):
        word = (match.start(), match.end(), match.group())
        if run and (not word[2][0].isupper() or text[run[-1][1] : word[0]].strip(" \u00a0")):
            yield _unglued(text, run)
            run = []
        if word[2][0].isupper():
            run.append(word)
    if run:
        yield run


def _unglued(text: str, run: list[Word]) -> list[Word]:
    """Without the word that opens the sentence behind a caption: `Hồ Chí Minh| Tại| điểm cầu`."""
    return run[:-1] if len(run) >= _SHORTEST_GLUED and opener().match(text, run[-1][0]) else run


def _names(
    settled: str, run: list[Word], openings: dict[int, int], offices: dict[int, str], before: list[Person]
) -> Iterator[tuple[int, int, str]]:
    """The names within a run of capitalised words, as (start, end, rule)."""
    at = 0
    place = _after_place_word(settled, run[0][0]) and not _in_hamlet_office(settled, run)
    unit = _unit_start(settled, run)
    while at < len(run):
        opened = run[at][0] in openings and _opens(settled, run, at)
        stop = _stop(settled, run, at)
        length = stop - at
        takes = _taken(settled, run[at:stop], offices.get(run[at][0]))
        abroad = past_country(settled, run, at, takes)
        listed = bool(before) and _continues_list(settled, before[-1], run[at][0])
        artists = listed and before[-1].rule == "office-list"
        if abroad is not None:
            if 2 <= len(run) - abroad <= 4 and (takes or strange(run[abroad][2])):
                yield run[abroad][0], run[-1][1], "foreign"
                abroad = len(run)
            at = abroad
        elif opened and _shaped(run[at:stop]) and not person_words().office.match(settled, run[at][0]):
            yield run[at][0], run[stop - 1][1], "honorific"
            at = stop
        elif _follows_office(settled, run[at:stop], takes):
            rule = "office-list" if takes == "artist" and _several_told(settled, run[at][0]) else "office"
            yield run[at][0], run[stop - 1][1], rule
            at = stop
        elif artists and _follows_office(settled, run[at:stop], "artist"):
            # `các nghệ sĩ Hồng Mẫu, |Thanh Hạ| và |Minh Đông|`
            yield run[at][0], run[stop - 1][1], "office-list"
            at = stop
        elif (foreign := start_behind(run, at, takes)) is not None:
            yield run[foreign][0], run[-1][1], "foreign"
            at = len(run)
        elif not opened and _begins_name(settled, run, at, stop, place and at < 2, unit, listed and not artists):
            yield (
                run[at][0],
                run[stop - 1][1],
                "family-list" if listed else "family" if length > 2 else "family-two",
            )
            at = stop
        else:
            at += 1


def _opens(settled: str, run: list[Word], at: int) -> bool:
    """Whether a name may begin behind the honorific before this word.

    `Anh` ends a name as often as it opens one: within a run it opens none (`Phạm Hoàng Anh, Trần Mẫu`).
    """
    if person_words().rank.match(settled, run[at][0]):
        return False
    return at < 2 or not person_words().honorific.match(settled, run[at - 1][0])


def _stop(settled: str, run: list[Word], at: int) -> int:
    """The index after the last word that can belong to a name which begins at `at`."""
    stop = at + 1
    loud = shouted(run[at][2])
    while stop < len(run) and stop - at < LONGEST_NAME:
        _, _, word = run[stop]
        if (shouted(word) != loud and len(word) > 1) or _post_begins(settled, run, stop):
            break
        stop += 1
    return stop


def _post_begins(settled: str, run: list[Word], at: int) -> bool:
    """Whether a position begins at `at` in a run of capitals; a trade in capitals is a name: `Phạm |Công Nhân|`."""
    post = person_words().position.match(settled, run[at][0])
    trade = post and person_words().takes[" ".join(post.group().split())] in ("staff", "player", "occupation")
    return post is not None and not (trade and any(end == post.end() for _, end, _ in run))


def _shaped(words: list[Word]) -> bool:
    """Whether the words can be a full name: `Lò Văn Mẫu`, `K’Mẫu`; `Hưng` alone is none."""
    return len(words) > 1 or bool(re.search(r"['’]", words[0][2]))


def _begins_name(
    settled: str, run: list[Word], at: int, stop: int, place: bool, unit: int | None, listed: bool
) -> bool:
    """Whether a name without a word for a person before it begins at `at`.

    `place` and `unit` tell what stands before the run: a word for a street or school, or for a unit.
    """
    tables = person_words()
    length, remaining = stop - at, len(run) - at
    words = [settled[start:end] for start, end, _ in run[at:stop]]
    if place or shouted(run[at][2]) or words[0] not in tables.families or " ".join(words) in tables.historical:
        return False
    if (stop == len(run) and remaining > 4) or length > 4:
        return False
    ended = at > 1 and gazetteer().named(name_key(settled[run[at - 2][0] : run[at - 1][1]]))
    if at and not ended and _after_place_word(settled, run[at][0]):
        # Not behind a unit that only ends like one: `Ka |Lăng| Vàng Văn Mẫu`.
        return False
    if at and length > 3 and words[1] in tables.common_families and words[2] in tables.middle:
        # `Tâm |Đan| Đỗ Thị Mẫu`
        return False
    if length < 3:
        seated = at == 0 and not gazetteer().named(name_key(" ".join(words))) and _after_seat(settled, run[0][0])
        return length == 2 and (listed or seated or (unit is not None and at >= unit + 2))
    if unit is not None and unit <= at < unit + 2 and not (at > unit and shouted(run[unit][2])):
        # `Chủ tịch UBND huyện |Lê Văn Mẫu|` against `huyện |Trần Văn Thời|` and `TP |Hà Tĩnh| Lê Mẫu`; behind
        # a short form the name begins at once: `TP.HCM |Lê Văn Mẫu|`.
        names = [name_key(" ".join(words[:n])) for n in range(2, length + 1)]
        return at == unit and not any(_can_be(settled, run[at][0], name) for name in names)
    if at and not ended and gazetteer().named(name_key(settled[run[at - 1][0] : run[at][1]])):
        # `Tỉnh ủy Hải |Dương| Lê Văn Mẫu`: the family name is the end of a unit's.
        return False
    highland = words[0] == "y" and words[-1] in tables.families
    return words[0] in tables.common_families or words[1] in person_words().middle or highland


def _set_off(settled: str, run: list[Word]) -> int | None:
    """Where a name of two words begins that a position is set behind: `Theo |Lê Mẫu|, kế toán Công ty …`."""
    first = len(run) - 2
    if first not in (0, 1) or shouted(run[first][2]) or shouted(run[-1][2]):
        return None
    name = settled[run[first][0] : run[-1][1]]
    if settle(run[first][2]) not in person_words().common_families or gazetteer().named(name_key(name)):
        return None
    if (
        name in person_words().historical
        or _after_place_word(settled, run[0][0])
        or _unit_start(settled, run) is not None
    ):
        return None
    lone = first == 0 or led(run[0])
    return first if lone and set_off(settled, run, first) else None


def _unit_start(settled: str, run: list[Word]) -> int | None:
    """The index of the word before which a word for a unit stands: `xã |Hồ Sơn`, `Xã |Hồ Sơn`."""
    for at, (start, _, _) in enumerate(run):
        if person_words().administrative.search(settled[max(0, start - 20) : start]):
            return at
    return None


def _can_be(settled: str, start: int, name: str) -> bool:
    """Whether the word for a unit before `start` can have the name: no `tỉnh` is called Đinh Văn."""
    level = person_words().administrative.search(settled, max(0, start - 20), start)
    levels = person_words().levels.get(level.group(1)) if level else None
    return any(levels is None or unit.level in levels for unit in gazetteer().named(name))


def _after_place_word(settled: str, start: int) -> bool:
    before = settled[max(0, start - 40) : start]
    return bool(person_words().named_after.search(before)) and not person_words().compound.search(before)


def _in_hamlet_office(settled: str, run: list[Word]) -> bool:
    """`Bí thư Chi bộ thôn |Lê Văn Mẫu|`: whose hamlet is left unsaid."""
    start = run[0][0]
    hamlet = person_words().hamlet.search(settled, max(0, start - 20), start)
    named = len(run) > 1 and settled[run[1][0] : run[1][1]] in person_words().middle
    return named and hamlet is not None and _after_seat(settled, hamlet.start())


def _after_seat(settled: str, start: int) -> bool:
    """`Bí thư Tỉnh ủy |Lê Mẫu|`: right behind an office and a body that takes no name of its own."""
    before = settled[max(0, start - 60) : start]
    seat = person_words().seat.search(before)
    return bool(seat and person_words().office.search(before, 0, seat.start()))


def _continues_list(settled: str, last: Person, start: int) -> bool:
    """`các ông Lê Mẫu, |Trần Mẫu và |Vũ Mẫu`."""
    between = settled[last.end : start] if start - last.end < 8 else "x"
    return last.rule.endswith("list") and between.strip() in (",", "và", ";", ", và")


def _person(text: str, settled: str, start: int, end: int, opening: int, rule: str) -> Person:
    tables = person_words()
    ranks = list(tables.rank.finditer(settled, opening, start))
    # `bác` is none in `bác sĩ`.
    honorific = tables.honorific.match(settled, opening) if not ranks or ranks[0].start() > opening else None
    called = settled[opening:start]
    before = settled[max(0, opening - 12) : opening]
    if rule == "honorific" and (tables.plural.search(before) or tables.plural_call.match(called)):
        rule = "honorific-list"
    # `Lê Văn M. (30 tuổi)`, `chị L.T.M., giáo viên`: the stop belongs to the initial.
    initial = text[end - 2 : end - 1] in (" ", ".")
    stop = end + 1 if initial and text[end : end + 2] in (". ", ".,") else end
    last = stop if re.match(r"\.?(?:,| [^A-ZĐ])", text[end : end + 3]) else end
    return Person(
        start=opening,
        end=last,
        name=" ".join(text[start:end].split()),
        name_start=start,
        name_end=end,
        honorific=text[honorific.start() : honorific.end()] if honorific and honorific.end() <= start else None,
        rank=text[ranks[0].start() : ranks[-1].end()] if ranks else None,
        rule=rule,
    )
