"""Lists of award recipients: `02 tập thể, 03 cá nhân và 10 hộ gia đình`, `ông A và bà B`, `nhiều tập thể`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.facts.awards.recipient import HOUSEHOLD, INDIVIDUAL, Recipient, RecipientList
from extractor.facts.awards.word_edges import inner_blanks
from extractor.facts.awards.words import KindNoun, kind_noun, kind_nouns, namely, words
from extractor.facts.awards.works import named_work, titled_work
from extractor.facts.counts.nouns.heads import head_at
from extractor.facts.pronouns import called_so, meant_by
from extractor.facts.scene.clause import within
from extractor.reading.spans import Body, Person, Place, Quantity, Reading
from extractor.records import Category
from extractor.vietnamese.letters import UPPER
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, settle

_KINDS: dict[Category, str] = {
    "person": INDIVIDUAL,
    "household": HOUSEHOLD,
    "organization": "organization",
    "collective": "collective",
    "group": "collective",
    "admin_unit": "collective",
    "model": "collective",
    "facility": "organization",
}
_QUOTED_GROUP = re.compile(r"[“\"]([^“”\"\n]{4,90})[”\"]")
_LONGEST_NAME = 90
_NAMELY_REACH = 40  # characters from a number of recipients to `gồm` or `là`
_LEAD_REACH = 50  # characters from a sentence's start to the person whom it is about
_FOR_REACH = 10  # characters of `cho` and its like
_PRONOUN_REACH = 500  # characters from a person to a pronoun
_WORDS_REACH = 4  # words between two recipients of a list
_PERSON_REACH = 12  # words between one recipient and a person: `ông A, Trưởng thôn 3, xã Cát Lâm, và bà B`
_REACH = 160  # characters from one recipient to the next of the same list


@dataclass(frozen=True, slots=True)
class _Text:
    """What the items are read from: the text, its settled twin, and quantities, people, bodies and
    places by their starts.

    `inner` are the offsets at which a word of several syllables goes on: the blank in `trường hợp`;
    `measures` are the starts of quantities with a unit.
    """

    text: str
    settled: str
    quantities: dict[int, Quantity]
    people: dict[int, Person]
    bodies: dict[int, Body]
    places: dict[int, Place]
    inner: frozenset[int]
    measures: tuple[int, ...]

    def opens(self, start: int) -> bool:
        """Whether a sentence begins at `start`, or has begun with a mere time or place: `Năm 2019, |ông Mẫu|`."""
        before = _LED_IN.sub("", self.text[max(0, start - _LEAD_REACH) : start]).rstrip(" ")
        return not before or before[-1] in ".!?…”\n" or before[-1] == '"'


def read_recipients(
    reading: Reading, settled: str, start: int, stop: int, *, bare: bool = False, works: bool = False
) -> RecipientList:
    """The list that begins at `start` and ends before `stop`; empty where no recipient begins there.

    `settled` is the reading's text as `phrases.settle` gives it. `bare` accepts a noun without number, determiner
    or name, as the subject of a passive may be: `Mô hình được UBND huyện tặng giấy khen`; `works` a mere title.
    """
    source = _Text(
        reading.text,
        settled,
        _by_start(reading.quantities),
        _people(reading),
        {body.start: body for body in reading.bodies},
        {place.start: place for place in reading.places},
        inner_blanks(reading, start, stop),
        tuple(quantity.start for quantity in reading.quantities if quantity.unit is not None),
    )
    title = titled_work(source.text, settled, start, stop, source.people, source.bodies) if works else None
    if title and not _quoted(source, start, stop):
        return RecipientList((Recipient(start, title.end, "work", names=(title.title,)),), title.end)
    found: list[Recipient] = []
    at: int | None = start
    while at is not None:
        item = _item(source, at, stop, bare=bare, follows=bool(found))
        if item is None:
            break
        found.append(item)
        at = _next_start(source, item, stop)
    end = found[-1].end if found else start
    return RecipientList(tuple(_completed(reading, _merged(found))), end)


def read_named(reading: Reading, settled: str, quantity: Quantity, stop: int) -> Recipient | None:
    """The recipients that `quantity` counts, where all their names follow: `Ba tập thể được khen gồm A, B và C`."""
    start = quantity.start
    counted = read_recipients(reading, settled, start, stop).recipients[:1]
    if not counted or counted[0].number_start != quantity.number_start:
        return None
    opening = namely().search(settled, counted[0].end, min(stop, counted[0].end + _NAMELY_REACH))
    named = read_recipients(reading, settled, opening.end(), stop).recipients if opening else ()
    names = counted[0].names or (named[-1].names if named and named[0].kind == counted[0].kind else ())
    return replace(counted[0], names=names) if len(names) == counted[0].count else None


def _people(reading: Reading) -> dict[int, Person]:
    """People by the start of their name and of what stands before it."""
    people = [person for person in reading.people if any(letter.islower() for letter in person.name)]  # no M.U
    names = {person.name_start: person for person in people}
    return names | {person.start: person for person in people}


def _by_start(quantities: tuple[Quantity, ...]) -> dict[int, Quantity]:
    starts = {quantity.number_start: quantity for quantity in quantities if quantity.unit is None}
    return starts | {quantity.start: quantity for quantity in quantities if quantity.unit is None}


def _item(source: _Text, at: int, stop: int, *, bare: bool = False, follows: bool = False) -> Recipient | None:
    """The recipient that begins at `at`, after determiners.

    Without them it needs a name, unless it `follows` another in a list or a `bare` body may stand alone.
    """
    opening = _DETERMINERS.match(source.settled, at, stop)
    begin = opening.end() if opening else at
    person = source.people.get(at) or source.people.get(begin) or _titled(source, begin, stop)
    if person is not None and person.end <= stop:
        noun = kind_noun().match(source.settled, begin, person.name_start)
        kind = kind_nouns()[" ".join(noun.group().split())].kind if noun else INDIVIDUAL
        return Recipient(begin, person.end, kind if kind == HOUSEHOLD else INDIVIDUAL, names=(person.name,))
    quantity = source.quantities.get(begin)
    if quantity is not None:
        return _counted(source, begin, quantity, stop)
    if quoted := _quoted(source, begin, stop):
        return quoted
    noun = kind_noun().match(source.settled, begin, stop)
    if noun is None or (noun.end() in source.inner and not source.text[noun.start()].isupper()):
        body = source.bodies.get(begin)
        return Recipient(begin, body.end, "collective", names=(body.name,)) if body and body.end <= stop else None
    row = kind_nouns()[" ".join(noun.group().split())]
    told = (
        bare or _FOR.search(source.settled, max(0, begin - _FOR_REACH), begin) is not None
    )  # tặng giấy khen cho |ông|
    meant = _meant(source, noun, stop) if told and row.kind in (INDIVIDUAL, HOUSEHOLD) else None
    if meant is not None:
        return Recipient(begin, noun.end(), row.kind, names=(meant.name,))
    name, end = _name(source, noun.start(), noun.end(), row, stop)
    if bare and row.opens and not name:
        named = [body for start, body in source.bodies.items() if start < begin and _bears_name(body, row)]
        name = _BRACKET_AT_END.sub("", named[-1].name) if named else ""
    bare = bare and row.kind not in (INDIVIDUAL, HOUSEHOLD)
    if not (name or bare or follows or (opening and opening.group().strip())):
        return None
    return Recipient(begin, end, row.kind, names=(name,) if name else ())


def _bears_name(body: Body, row: KindNoun) -> bool:
    """Whether the body is of the noun's kind, and has a name of its own."""
    return body.name.startswith(row.opens) and any(c.isupper() or c.isdigit() for c in body.name[len(body.head) :])


def _quoted(source: _Text, begin: int, stop: int) -> Recipient | None:
    """A group whose name stands in quotation marks with its noun: `“Tổ cầu Hạ Mẫu” được …`."""
    quoted = _QUOTED_GROUP.match(source.text, begin, stop)
    noun = kind_noun().match(source.settled, begin + 1, stop) if quoted else None
    row = kind_nouns()[" ".join(noun.group().split())] if noun else None
    if quoted is None or row is None or row.kind in (INDIVIDUAL, HOUSEHOLD, "work"):
        return None
    return Recipient(begin, quoted.end(), row.kind, names=(quoted.group(1),))


def _meant(source: _Text, noun: re.Match[str], stop: int) -> Person | None:
    """The person a pronoun stands for, the last one named: `Năm 2019, ông được phong tặng …`, `tặng |ông|`."""
    if source.settled[noun.start() : noun.end()] not in word_forms("people", "honorific"):
        return None
    if source.settled[noun.end() : stop].strip(" ,;.\n") and not _PREDICATE.match(source.settled, noun.end()):
        return None
    # Whoever is called so, or opens a sentence, can be meant, not a name in that of a prize.
    pronoun = source.settled[noun.start() : noun.end()].split()[-1]
    before = [
        (start, person)
        for start, person in source.people.items()
        if start < noun.start()
        and (called_so(pronoun, person) or (source.opens(start) and noun.start() - start <= _PRONOUN_REACH))
    ]
    before.extend(_called(source, pronoun, noun.start()))
    return meant_by(pronoun, [person for _, person in sorted(before, key=lambda told: -told[0])])


def _called(source: _Text, pronoun: str, stop: int) -> Iterator[tuple[int, Person]]:
    """Where people are last called so by their given names: `Đồn trưởng khen |chị Lụa|. Năm 2019, chị …`."""
    for person in {person.name: person for start, person in source.people.items() if start < stop}.values():
        call = f"{pronoun} {settle(person.name.split()[-1])}"
        last = source.settled.rfind(call, 0, stop)
        if last >= 0 and not source.settled[last + len(call)].isalpha():
            yield last, replace(person, honorific=pronoun)


def _counted(source: _Text, begin: int, quantity: Quantity, stop: int) -> Recipient | None:
    """A number and its noun; a counted noun that is no recipients' word of its own goes by its category."""
    spaces = _SPACES.match(source.settled, quantity.end)
    at = spaces.end() if spaces else quantity.end
    count = None if quantity.value is None else int(quantity.value)
    noun = kind_noun().match(source.settled, at, stop)
    if noun is not None and noun.end() not in source.inner:
        row = kind_nouns()[" ".join(noun.group().split())]
        if _ORDINAL.match(source.text, noun.end()):
            return None  # năm lớp 12
        kind = row.counted or row.kind
        names, end = _listed_names(source, noun.end(), count or 0, stop)
        return Recipient(begin, end, kind, count, names, quantity.number_start)
    short = _SHORT_FORM.match(source.text, at, stop)
    head = (short.end(), short.group(), "group") if short else head_at(source.text, at, stop)
    if head is None or head[2] not in _KINDS:
        return None
    return Recipient(begin, head[0], _KINDS[head[2]], count, number_start=quantity.number_start)


def _listed_names(source: _Text, end: int, count: int, stop: int) -> tuple[tuple[str, ...], int]:
    """As many places or proper names as were counted: `hai đội thị trấn Cát Lâm và xã Hòa Mẫu`."""
    names: list[str] = []
    at = end
    while len(names) < count:
        joint = _JOINT.match(source.text, at, stop) if names else _GAP.match(source.text, at, stop)
        begin = joint.end() if joint else at
        proper = _PROPER.match(source.text, begin, stop)
        unit = source.places.get(begin)
        at = unit.end if unit else proper.end() if proper else begin
        if not joint or at == begin:
            return (), end
        names.append(source.text[begin:at])
    return (tuple(names), at) if count > 1 else ((), end)


def _titled(source: _Text, begin: int, stop: int) -> Person | None:
    """The person behind a word or three in lower case: `nữ sinh Lê Thị Mẫu`, `nghệ nhân Hồ Văn Mẫu`."""
    if _PASSED_ON.match(source.settled, begin):
        return None  # trong đó thí sinh Lê Thị Mẫu
    title = _TITLE.match(source.text, begin, stop)
    return source.people.get(title.end()) if title else None


def _name(source: _Text, start: int, end: int, row: KindNoun, stop: int) -> tuple[str, int]:
    """The proper name that the noun opens and its end: the person's after `ông`, the body's with its noun."""
    honorific = source.settled[start:end] in word_forms("people", "honorific")
    if row.kind == INDIVIDUAL or honorific:
        match = _PERSON.match(source.text, end, stop)
        return (match.group(1), match.end()) if match and honorific else ("", end)
    if row.kind == "work":
        work = named_work(source.text, end, stop, source.people, source.bodies)
        return work.title, work.end
    quoted = _GROUP_TITLE.match(source.text, end, stop)
    if quoted:
        return source.text[start : quoted.end()], quoted.end()
    if not (row.named or source.text[start].isupper() or _NAMED_SOON.match(source.text, end, stop)):
        return "", end
    limit_of_list = stop
    limit = _NAME_END.search(source.settled, end, stop)
    stop = limit.start() if limit else stop
    # Hội Phụ nữ phường Hòa Mẫu và chị Lê Thị Lụa: the name ends before another recipient.
    joints = _AND.finditer(source.settled, end, stop)
    stop = min([stop, *(joint.start() for joint in joints if _begins_other(source, start, joint.end(), row))])
    body = source.bodies.get(start)
    stop = min([limit_of_list, max(stop, body.end) if body else stop, *(m for m in source.measures if m > end)])
    phrase = _DANGLING.sub("", source.text[start:stop])
    address = source.places.get(start + len(phrase) + 2)
    joined = address is not None and source.text.startswith(", ", start + len(phrase))
    if address and joined and phrase[-1:].isdigit() and address.end <= limit_of_list:
        phrase = source.text[start : address.end]  # Tổ số 7, ấp Đoài
    proper = any(word[0].isupper() for word in phrase.split()[1:])
    generic = body is not None and body.end <= stop and " " in body.name  # Công an huyện, Huyện đoàn
    if body and row.kind == "organization" and settle(body.name) == body.head:
        generic = False  # Hợp tác xã được UBND tỉnh tặng …
    named = (proper or generic) and len(phrase) <= _LONGEST_NAME
    named = named and not _GIVES.search(source.settled, end, start + len(phrase))
    plain = _PLAIN.match(source.settled, start, start + len(phrase))
    name = source.text[plain.end() : start + len(phrase)] if plain else phrase
    name = _BRACKET_AT_END.sub("", name) if body else name
    return (name, start + len(phrase)) if named else ("", end)


def _begins_other(source: _Text, start: int, at: int, row: KindNoun) -> bool:
    """Whether another recipient begins behind `và`, of one that begins at `start` and whose noun has this `row`."""
    noun = kind_noun().match(source.settled, at)
    kind = kind_nouns()[" ".join(noun.group().split())].kind if noun else None
    named = kind is not None and source.text[at].isupper()
    # đội xã Hạ và |đội| thị trấn Mẫu
    again = noun is not None and source.settled.startswith(f"{noun.group()} ", start)
    beside = at in source.places and not row.named  # dòng họ Hoàng và |thôn Đoài|
    return (
        at in source.people
        or at in source.quantities
        or kind in (INDIVIDUAL, HOUSEHOLD)
        or named
        or again
        or beside
    )


def _next_start(source: _Text, item: Recipient, stop: int) -> int | None:
    """Where the next recipient of the list begins: after a comma or `và`, with a number or close by."""
    limit = min(stop, item.end + _REACH)
    aside = [match.span() for match in _BRACKETS.finditer(source.settled, item.end, stop)]
    for separator in _SEPARATOR.finditer(source.settled, item.end, limit):
        if any(left < separator.start() < right for left, right in aside):
            continue  # em Lê Thị Mẫu (lớp 12A, Trường THPT Hạ)
        between = _BRACKETS.sub("", source.settled[item.end : separator.start()]).strip()
        has = separator.group().startswith("có") and item.count is None  # Xã Hạ Mẫu |có| 3 cá nhân
        if has or _PASSED_ON.search(between):
            return None
        if not between and separator.group().startswith(",") and _goes_on(source, item, separator.end()):
            continue  # Tổ tự quản thôn Hạ, xã Đoài
        counted = separator.group()[0] in ",:v" or separator.group().startswith("cùng")
        # `3 hợp tác xã |có sản phẩm|`: no further recipients.
        following = _item(source, separator.end(), stop, follows=counted and not between and not item.names)
        if following is None or (item.kind == INDIVIDUAL and item.names and following.start in source.places):
            continue  # ông A, Trưởng thôn 3, xã Cát Lâm: the xã is part of the address
        if following.kind == "work" != item.kind and following.number_start is None:
            return None  # 9 tập thể có |nhiều giải pháp|
        people = item.kind == following.kind == INDIVIDUAL and item.names and following.names
        reach = _PERSON_REACH if people else _WORDS_REACH
        beside = len(between.split()) <= reach and (people or not _ATTRIBUTE.search(between))
        if following.number_start is not None or beside:
            return separator.end()
    return None


def _goes_on(source: _Text, item: Recipient, at: int) -> bool:
    """Whether the unit at `at` is the one around the last unit in the item's name."""
    around = source.places.get(at)
    last = next((place for place in source.places.values() if place.end == item.end), None)
    return bool(around and last and item.names and within(last.path, around.path))


def _merged(items: list[Recipient]) -> list[Recipient]:
    """`ông A và bà B`, `2 cá nhân: ông A, bà B` are one recipient; `20 tập thể, cá nhân` leaves each open."""
    merged: list[Recipient] = []
    for item in items:
        last = merged[-1] if merged else None
        if last and item.names and last.kind == item.kind:
            merged[-1] = replace(last, end=item.end, names=(*last.names, *item.names))
            continue
        if last and last.names and item.count == len(last.names) and last.kind == item.kind:
            # Ông A và bà B là hai cá nhân được tặng Bằng khen
            merged[-1] = replace(item, start=last.start, names=last.names)
            continue
        if last and last.count and item.number_start is None and not item.names:
            if last.kind == item.kind:
                continue  # 6 đoàn viên, dân quân
            merged[-1] = replace(last, count=None)
        merged.append(item)
    return merged


def _completed(reading: Reading, items: list[Recipient]) -> list[Recipient]:
    """A given name alone takes the full name that the article gives elsewhere: `ông Hòa` → Lê Văn Hòa."""
    return [replace(item, names=tuple(_full_name(reading, name) for name in item.names)) for item in items]


def _full_name(reading: Reading, name: str) -> str:
    if " " in name:
        return name
    known = [person.name for person in reading.people if person.name.endswith(f" {name}")]
    return known[0] if known else name


_LED_IN = re.compile(r"(?<=[.!?…”\"\n] )[^,.;:!?\n]{1,40}, \Z|(?<=\n)[^,.;:!?\n]{1,40}, \Z")
_GAP = re.compile(r"\s*:?\s*(?=\S)")
_JOINT = re.compile(r"\s*(?:,|và|,\s*và)\s+")
_PROPER = re.compile(rf"[{UPPER}][\w’'-]*(?:\s[{UPPER}][\w’'-]*){{0,4}}")
_PLAIN = re.compile(rf"{words('plain_noun')}\s+(?={kind_noun().pattern})")
_PREDICATE = re.compile(rf"\s+{words('recipient_stop')}(?!\w)")
_SHORT_FORM = re.compile(r"[A-ZĐ]{3,8}(?!\w)")  # 20 TNDTQ: the short form of a group that the article explains
_GIVES = re.compile(rf"\s{alternation(word_forms('verbs', 'ceremony'))}\s\d")  # `; Công an quận |trao 20| áo phao`
_DANGLING = re.compile(r"(?:[\s,–-]|\s(?:và|cùng))+\Z")
_GROUP_TITLE = re.compile(r"\s*[“\"][^“”\"\n]{2,90}[”\"]")
_NAMED_SOON = re.compile(rf"(?:\s[a-zà-ỹđ]+){{0,3}}\s[{UPPER}]")
_TITLE = re.compile(r"[^\W\d_][a-zà-ỹđ]*\s+(?:[a-zà-ỹđ]+\s+){0,3}")
_SPACES = re.compile(rf"\s*(?:{words('determiner')}\s+)?")
_PRONOUN = alternation(word_forms("people", "honorific"))
# `cá nhân |chị Mẫu|`, `bản thân |ông|` are whom the pronoun means.
_SELF = rf"{words('oneself')}\s+(?={_PRONOUN}(?!\w))"
_DETERMINERS = re.compile(rf"\s*(?:{words('for')}\s+)?(?:{_SELF})?(?:{words('determiner')}(?!\w)\s*)*")
_SEPARATOR = re.compile(rf"(?:[,:]|(?<!\w){words('namely')}(?!\w))\s*(?:và\s+)?|(?<!\w)(?:và|cùng với|cùng)\s+")
_PASSED_ON = re.compile(rf"(?<!\w){words('passed_on')}(?!\w)")
_FOR = re.compile(rf"(?<!\w){words('for')}\s\Z")
_ATTRIBUTE = re.compile(rf"(?<!\w){words('attribute')}(?!\w)")
_ORDINAL = re.compile(r"\s\d")
_BRACKET_AT_END = re.compile(r"\s*\([^()]*\)\Z")
_BRACKETS = re.compile(r"\([^()]*\)")
_AND = re.compile(r"\s+(?:và|cùng)\s+")
_NAME_END = re.compile(rf"[,;:(.]|(?<!\w)(?:{words('recipient_stop')}|và(?=\s+\d))(?!\w)")
# A capitalised word run: Lê Văn Hòa, K'Brếu.
_PERSON = re.compile(rf"\s+((?:[{UPPER}][\w’'-]*)(?:\s+[{UPPER}][\w’'-]*){{0,5}})")
