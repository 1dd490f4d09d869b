"""People and their positions."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from extractor.facts.grounding import ground
from extractor.facts.openings import now
from extractor.facts.roles.affiliations import calling, of_behind, profession, set_behind
from extractor.facts.roles.called import called
from extractor.facts.roles.conferred import conferred, together
from extractor.facts.roles.elision import (
    Post,
    in_mind,
    of_same_office,
    of_sentence,
    pointed_at,
    sentence_end,
    sentence_start,
    split_above,
)
from extractor.facts.roles.found import Found
from extractor.facts.roles.gaps import gaps
from extractor.facts.roles.listed import PLURAL_ROW, heads_row, listed, several
from extractor.facts.roles.positions import Positions
from extractor.facts.roles.vocabulary import GAP, TRADES
from extractor.facts.scene.scene import Scene
from extractor.facts.time.times import Times
from extractor.reading.spans import Person, Reading
from extractor.records import Role
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import alternation, settle

REACH = 160
PARAGRAPH = 800
_BRACKETED = re.compile(r"\([^()]*\)")
_MARK = re.compile(r"[,;-][ ](?:là[ ])?")
_SOURCE = re.compile(r"(?<!\w)theo(?:[ ]\w+){0,4}[ ]$")
# Positions whose words are common nouns.
_CALLED = alternation(word_forms("people", "called"))
_BEFORE_NAME = re.compile(rf"{GAP}(?:,|:|-|–|—|(?:{now()}[ ])?là|{_CALLED}|\b){GAP}")


def build_roles(reading: Reading, scene: Scene, times: Times) -> tuple[Role, ...]:
    """One record for each person and position; repeated mentions merge to the fullest."""
    people = tuple(sorted((*reading.people, *called(reading)), key=lambda person: person.start))
    positions = Positions.of(reading)
    offices = positions.offices()
    used: set[int] = set()
    found: list[Found] = []
    for at, person in enumerate(people):
        direct = _before(positions, person, offices, used, direct=True)
        found.extend(direct)
        # `ông Lê Văn Mẫu, Giám đốc B |Vũ Thị Mẫu|`: the second position belongs to the second name.
        found.extend(_after(positions, person, offices, used, people[at + 1 : at + 5]))
    ends = {one.person.start: one.end for one in found}
    for person, post in conferred(positions, people, [at for at in offices if at not in used], ends):
        used.update(_covered(offices, [post]))
        found.append(_found(person, _of_sentence(positions, post), post.start, person.end, "conferred", 0.85))
    for person in people:
        found.extend(_before(positions, person, offices, used, direct=False))
    found.extend(
        one for at, person in enumerate(people) for one in _held(positions, person, people[at + 1 :], used)
    )
    holders = {one.person.start: one.post for one in found if _holds(positions, one) or _bracketing(positions, one)}
    joint = together(positions, people, holders, ends, {one.person.name for one in found})
    found.extend(_found(person, post, person.start, post.end, "listed", 0.8) for person, post in joint)
    placed = {one.person.start for one in found}
    found.extend(one for person in people if person.start not in placed for one in _practising(positions, person))
    found = listed(positions, people, found)
    found = [one for one in found if one.post.takes != "passing"]
    posts = [one.post for one in found]
    found = [replace(one, post=of_same_office(one.post, posts, reading.text)) for one in found]
    return _records(reading, people, found)


def _after(
    positions: Positions, person: Person, offices: list[int], used: set[int], following: tuple[Person, ...]
) -> list[Found]:
    """`Name - position organization, position organization`, `do Name - … làm Trưởng ban`."""
    text, settled = positions.text, positions.settled
    aside = gaps().aside.match(settled, person.end)
    begin = gaps().after.match(settled, person.end)
    relative = gaps().relative.search(settled, max(0, person.start - REACH), person.start)
    apposed = relative and begin and "(" not in begin.group() and settled.endswith(", ", 0, relative.start())
    if relative and begin and (begin.group().strip(" ,(-–—") or apposed):
        # `Mai, con gái của |Name|, là giám đốc`: it is she who is.
        return []
    posts: list[Post] = []
    home = positions.after_home(aside.end() if aside else person.end)
    for at in (begin.end() if begin else -1, *_bracketed(settled, person.end), _joined(settled, aside), home):
        if at >= 0 and not posts:
            posts = positions.chain(at, len(text), coordinated=True)
    if begin and _anothers(settled, begin, posts, following):
        return []
    end = posts[-1].end if posts else (aside.end() if aside else person.end)
    if made := gaps().made.match(settled, end):
        posts = [*posts, *positions.chain(made.end(), len(text))]
    own = (at for at, post in enumerate(posts) if any(_runs_into(settled, post, other) for other in following))
    posts = [
        of_sentence(post, positions.organizations, person.start)
        if gaps().made.search(settled, person.end, post.start)
        else _of_paragraph(positions, post)
        for post in posts[: next(own, len(posts))]
        if post.start not in used
    ]
    if person.rule == "meant":
        # `Cô là |đại sứ| của nhiều nhãn hàng`
        posts = [post for post in posts if post.organization or post.takes not in ("body", "owner")]
    if TRADES.issuperset(post.takes for post in posts) and _quoted_source(positions, person, posts):
        return []
    used.update(_covered(offices, posts))
    confidence = 0.92 if person.rule.startswith("honorific") else 0.85
    person = _ranked(positions, person, posts)
    return [_found(person, post, person.start, post.end, "after", confidence) for post in posts]


def _anothers(settled: str, begin: re.Match[str], posts: list[Post], following: tuple[Person, ...]) -> bool:
    """Whether what follows the name is no post of the person: `do bà Name |quản lý|` is a verb behind a mere blank,
    `Name |Thủ tướng|` a new sentence, and in `bà Name |Bộ trưởng, Chủ nhiệm| Name` a stop is missing."""
    blank = not begin.group().strip() and posts and posts[0].start == begin.end()
    if (blank and posts[0].takes in (*TRADES, "none")) or (begin["bare"] and posts and posts[0].takes in TRADES):
        return True
    return bool(blank) and any(_runs_into(settled, post, other) for post in posts for other in following)


def _ranked(positions: Positions, person: Person, posts: list[Post]) -> Person:
    """With the rank that stands between the name and the posts: `Lê Mẫu (SN 1963, |cựu Đại tá|, Cục trưởng …)`."""
    rank = gaps().ranked.search(positions.settled, person.end, posts[0].start) if posts else None
    return replace(person, rank=positions.text[rank.start(1) : rank.end(1)]) if rank and not person.rank else person


def _held(positions: Positions, person: Person, following: tuple[Person, ...], used: set[int]) -> Iterator[Found]:
    """`|Ông Lê Văn Mẫu| về trường với vai trò |Phó Hiệu trưởng|`, `… bị bắt khi đang là |Giám đốc Sở Mẫu|`."""
    stop = sentence_end(positions.text, person.end, REACH)
    stop = min([stop, *(other.start for other in following[:1])])
    for held in gaps().held.finditer(positions.settled, person.end, stop):
        before = positions.settled[person.end : held.start()]
        if _told(before) or _BRACKETED.sub("", before).count(",") > 2:
            return
        for post in positions.chain(held.end(), stop):
            if post.start not in used and (post.organization or post.takes in ("body", "minister", "unit")):
                used.add(post.start)
                post = of_sentence(post, positions.organizations, held.start())
                yield _found(person, post, person.start, post.end, "held", 0.8)


def _holds(positions: Positions, one: Found) -> bool:
    """Whether a verb tells of the post right behind the name: `Name |được bầu làm| Chủ tịch`."""
    begin = gaps().after.match(positions.settled, one.person.end)
    return begin is not None and begin.end() == one.post.start and begin.group()[1:2].isalpha()


def _bracketing(positions: Positions, one: Found) -> bool:
    """Whether the post stands in brackets right behind the name: `Name |(Giám đốc Sở Mẫu)|`."""
    return positions.text[one.person.end : one.post.start].strip() == "("


def _told(between: str) -> bool:
    """Whether somebody else is told of: `Bà Lê Thị Mẫu |kể con bà| đang là …`, not `… |nhớ lại| lúc còn làm …`."""
    said = list(word_pattern("speech", "telling").finditer(between))
    return bool(said) and bool(between[said[-1].end() :].strip())


def _practising(positions: Positions, person: Person) -> Iterator[Found]:
    """`|Bác sĩ Lê Mẫu, Khoa Nhi, Bệnh viện Mẫu|, cho biết`: a profession that is the rank, too, and its body;
    `|Cô giáo Lò Thị Mẫu|`."""
    where = positions.organizations
    position, body = profession(person.rank), set_behind(where, person.end) or of_behind(where, person.end)
    if position and body:
        organization = where.plain(*body)
        post = Post(person.start, body[1], position, organization, "occupation")
        yield _found(person, post, person.start, body[1], "after", 0.85)
    elif person.honorific and calling(person.honorific):
        post = Post(person.start, person.end, person.honorific, None, "occupation")
        yield _found(person, post, person.start, person.end, "before", 0.85)


def _of_paragraph(positions: Positions, post: Post) -> Post:
    """The body that a post behind a name has in mind may head the paragraph."""
    post = pointed_at(post, positions.organizations)
    paragraph = positions.text.rfind("\n", 0, post.start) + 1
    return in_mind(post, positions.organizations, max(paragraph, post.start - PARAGRAPH))


def _of_sentence(positions: Positions, post: Post) -> Post:
    """The body that a post before a name has in mind stands in the same sentence."""
    post = pointed_at(post, positions.organizations)
    return in_mind(post, positions.organizations, sentence_start(positions.text, post.start, REACH))


def _source(positions: Positions, others: re.Match[str], person: Person) -> bool:
    """`Theo Phó Chủ tịch xã, ông |Name|, …`, `Trao đổi với …`: a source set off by commas is the one in office."""
    named = positions.settled[others.start() : others.end()].split()[0] in word_forms("positions", "asked")
    return named and positions.text[person.end : person.end + 1] == ","


def _quoted_source(positions: Positions, person: Person, posts: list[Post]) -> bool:
    """`Theo bà Name, |nông dân trong huyện đã …|`: the comma closes the source, and a new subject begins."""
    before = positions.settled[sentence_start(positions.text, person.start, 60) : person.start]
    behind = positions.text[posts[-1].end :].lstrip()[:1] if posts else ""
    return _SOURCE.search(before) is not None and behind not in ",.:-–)"


def _covered(offices: list[int], posts: list[Post]) -> list[int]:
    """The offices within the posts: `Nông dân` in `Chủ tịch Hội Nông dân` is none of its own."""
    return [
        at for post in posts for at in offices[bisect_left(offices, post.start) : bisect_left(offices, post.end)]
    ]


def _runs_into(settled: str, post: Post, other: Person) -> bool:
    """Whether the name comes right behind the post, with no mark between, or a `là`."""
    between = settled[post.end : max(post.end, other.start)]
    return post.start < other.name_start and between.strip() in ("", "là") and "\n" not in between


def _bracketed(settled: str, end: int) -> list[int]:
    """Where a position may begin in the bracket behind a name: `(39 tuổi, ở phường 2, |Tổ trưởng …)`."""
    bracket = gaps().bracket.match(settled, end)
    if bracket is None:
        return []
    return [match.end() for match in _MARK.finditer(settled, bracket.start(), bracket.end())]


def _joined(settled: str, aside: re.Match[str] | None) -> int:
    begin = gaps().after.match(settled, aside.end()) if aside else None
    return begin.end() if begin else -1


def _before(
    positions: Positions, person: Person, offices: list[int], used: set[int], *, direct: bool
) -> list[Found]:
    """`Bí thư Đảng ủy, Giám đốc Công ty |Name|`; unless `direct` also `Bộ trưởng Bộ Công an, |Đại tướng Name|`."""
    floor = sentence_start(positions.text, person.start, REACH)
    for at in offices[bisect_left(offices, floor) : bisect_left(offices, person.start)]:
        posts = [] if at in used else positions.chain(at, person.start)
        if len(posts) > 1 and gaps().acting.search(positions.settled, floor, at):
            # `Theo ủy quyền của Chủ tịch tỉnh, |Giám đốc sở Name|`
            used.add(at)
            posts = posts[1:]
        posts = [pointed_at(post, positions.organizations) for post in posts]
        gap = _BEFORE_NAME.match(positions.settled, posts[-1].end) if posts else None
        row = gaps().row.match(positions.settled, posts[-1].end) if posts else None
        row = row if row and (several(positions, at) or PLURAL_ROW in row.group()) else None
        if row and row.end() == person.start:
            # `các họa sĩ trẻ như |Name|, Name và Name`
            used.update(_covered(offices, posts))
            return [_found(person, post, post.start, person.end, "before", 0.8) for post in posts]
        if gap is None or gap.end() != person.start or positions.text[gap.start() - 1] == ".":
            continue
        others = gaps().others.search(positions.settled, floor, at)
        if gap.group().strip() and (direct or _loose(positions, person, others, gap.group().strip(), (floor, at))):
            continue
        if others and len(posts) > 1 and posts[-1].takes == "none" and posts[0].organization:
            # `ý kiến của Chủ tịch Tập đoàn Mẫu, Thủ tướng |Name|`: the first office is someone else's.
            continue
        # `công tác cán bộ, ông |Name|`: a common noun and a comma are no position.
        mixed = not TRADES.issuperset(post.takes for post in posts)
        starts = person.honorific and person.honorific[0].isupper()
        apart = gap.group().strip() not in ("", *word_forms("people", "called")) and not heads_row(
            positions, posts[0], person
        )
        if posts[0].takes in TRADES and (mixed or starts or apart):
            continue
        used.update(_covered(offices, posts))
        posts = [_of_sentence(positions, positions.beside(post, person.end)) for post in posts]
        confidence = 0.92 if person.rule.startswith("honorific") else 0.88
        return [_found(person, post, post.start, person.end, "before", confidence) for post in posts]
    return []


def _loose(
    positions: Positions, person: Person, others: re.Match[str] | None, gap: str, before: tuple[int, int]
) -> bool:
    """Whether what stands between the post and the name leaves them apart; `before` reaches up to the post."""
    if person.rule == "called" and not gaps().bearing.search(positions.settled, *before):
        # Not `Trong thời gian giữ cương vị Giám đốc sở, |ông Mẫu|`.
        return True
    # `… đưa cho |điều dưỡng là bà Name|`, not `bạn gái của |ca sĩ là Name|`
    told = gap.endswith(word_forms("people", "called")) and not positions.settled.endswith("của ", *before)
    return others is not None and not told and not _source(positions, others, person)


def _found(person: Person, post: Post, start: int, end: int, rule: str, confidence: float) -> Found:
    """Less sure where an office stands without its body, or where the trade is all there is."""
    if post.organization is None and post.takes in ("body", "minister", "phrase", "unit"):
        confidence -= 0.22
    if post.takes in TRADES or post.takes == "owner":
        confidence -= 0.12
    return Found(person, post, start, end, rule, round(confidence, 2))


def _records(reading: Reading, people: tuple[Person, ...], found: list[Found]) -> tuple[Role, ...]:
    """One record for a person and position, in the order of the text, with the fullest organisation."""
    names = {person.name for person in people}
    ranked = sorted((*people, *(one.person for one in found)), key=lambda person: -person.start)
    ranks: dict[str, str | None] = {_full(p.name, names): p.rank for p in ranked if p.rank}
    best: list[Found] = []
    for one in sorted(found, key=lambda f: f.start):
        same = next((kept for kept in best if _same(kept, one, names)), None)
        if same is None:
            best.append(one)
        elif _length(one.post) > _length(same.post):
            best[best.index(same)] = one
    return tuple(_record(reading, one, _full(one.person.name, names), ranks) for one in best)


def _length(post: Post) -> int:
    return len(post.position) + len(post.organization or "")


def _full(name: str, names: set[str]) -> str:
    """The longest name of the article that ends in this one: `Vân Mẫu` after `Lê Thị Vân Mẫu`."""
    tribal = len(name.split()[0]) == 1  # `Y Mẫu` of `Y Mẫu Niê`
    fuller = (n for n in names if n.endswith(f" {name}") or (tribal and n.startswith(f"{name} ")))
    return max((name, *fuller), key=len)


def _same(kept: Found, one: Found, names: set[str]) -> bool:
    if _full(kept.person.name, names) != _full(one.person.name, names):
        return False
    if _now(kept.post) != _now(one.post):
        return _shortens(one.post, kept.post) or _shortens(kept.post, one.post)
    (mine, above), (other, others) = (split_above(settle(f.post.organization or "")) for f in (kept, one))
    one_seat = above == others != ""  # `Vụ A thuộc Bộ Mẫu` is not `Vụ B thuộc Bộ Mẫu`
    left, right = (set(words.split()) for words in ((mine, other) if one_seat else (mine + above, other + others)))
    return len(left & right) >= (0.5 if one_seat else 0.6) * min(len(left), len(right))


def _now(post: Post) -> str:
    """The position without what tells that it is past: `giám đốc` of `cựu Giám đốc`."""
    words = settle(post.position).split()
    return " ".join(words[words[0] in word_set("positions", "former") :])


def _shortens(short: Post, full: Post) -> bool:
    """`chuyên gia` after `chuyên gia tâm lý`: the same position in fewer words."""
    return not short.organization and settle(full.position).startswith(f"{settle(short.position)} ")


def _record(reading: Reading, one: Found, name: str, ranks: dict[str, str | None]) -> Role:
    start, end = ground(reading.text, one.start, one.end)
    return Role(
        article_id=reading.article_id,
        start=start,
        end=end,
        quote=reading.text[start:end],
        rule=f"role-{one.rule}",
        reasons={"person": one.person.rule, "position": one.post.takes},
        confidence=one.confidence,
        person=name,
        rank=ranks.get(name),
        position=one.post.position,
        organization=one.post.organization,
    )
