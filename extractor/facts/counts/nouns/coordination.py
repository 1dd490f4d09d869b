"""Nouns that are counted together: `xã, thị trấn`, `mô hình và câu lạc bộ`, not `xã, 13 thôn`."""

from extractor.facts.counts.nouns.attributes import Behind, attribute_at, phrase_at, takes_verb
from extractor.facts.counts.nouns.heads import head_at, known_heads
from extractor.facts.layout import Layout, Word
from extractor.records import Category
from extractor.vietnamese.lexicon import word_set


def joined(behind: Behind, at: int) -> int | None:
    """End of the coordinated noun after a comma or `và`, if it is one: `xã, thị trấn`, not `xã, 13 thôn`."""
    layout, words, limit, head = behind.layout, behind.words, behind.limit, behind.head
    if at + 1 >= len(words) or (at == 0 and head in word_set("nounphrase", "any_thing")):
        return None  # xe tải bán 90 |chiếc|, xe khách bán 40 chiếc
    if at == 0 and words[at].text == "," and head in word_set("nounphrase", "person_classifier"):
        return None  # già làng 46 người, |trưởng bản| 31 người
    following = words[at + 1]
    attribute = attribute_at(layout.text, following.start)
    if attribute and layout.word_end(attribute) == attribute:
        rest = layout.words_between(attribute, limit)[:1]
        return None if rest and rest[0].tag in ("V", "R") else attribute
    if following.start in layout.fences or not following.text[0].isalpha():
        return None
    lower = following.lower
    if _opens_anew(layout, following):
        return None
    found = head_at(layout.text, following.start, limit)
    if found and layout.word_end(found[0]) != found[0]:
        found = None  # trường công lập, |dân lập|
    pronoun = {lower, found[1] if found else ""} & word_set("nounphrase", "pronoun")
    if words[at].text == "," and pronoun and f"{head}, {lower}" not in word_set("nounphrase", "both_sexes"):
        return None
    verbs = at > 0 and words[at - 1].tag == following.tag == "V" and takes_verb(behind, at + 1)
    if found and verbs:
        return following.end
    if found:
        return found[0] if _joins(behind, at, found) else None
    near = layout.words_between(following.start, limit)[:4]
    if any(word.start in layout.fences or word.tag == "M" for word in near[1:]):
        return None
    if words[at].text == ",":
        noun = following.tag == "N" or following.text.isupper()
        # Letters open no clause: `trường tiểu học, THCS thuộc xã`.
        listed = following.text.isupper() or any(word.text == "," for word in words[:at])
        member = _closes(near[1:]) if listed else _ends_list(near[1:])
        return following.end if noun and member else None
    level = word_set("nounphrase", "level")
    clause = near[1:2] and near[1].tag == "V" and near[1].lower not in level  # hai gậy và |bản lĩnh| chinh chiến
    return following.end if (following.tag == "N" and not clause) or verbs else None


def _opens_anew(layout: Layout, word: Word) -> bool:
    """Whether the word opens what is told next, and is not counted with the head: 3 góc quay và `số` túi khí."""
    if word.lower in word_set("nounphrase", "stop") | word_set("nounphrase", "share_of"):
        return True
    tables = (("nounphrase", "next_told"), ("verbs", "ending"))
    return any(phrase_at(layout.text, word.start, *table) is not None for table in tables)


def _joins(behind: Behind, at: int, found: tuple[int, str, Category]) -> bool:
    """Whether the known noun found behind the comma or `và` at `at` is counted together with the head."""
    layout, limit, head = behind.layout, behind.limit, behind.head
    listed = behind.words[at].text == ","
    if listed and found[2] != "person" and _is_named(layout, found[0], limit):
        return False  # 6 học sinh lớp 1, |trường Hoa Sen|
    if _goes_on(behind, at, found):
        return True
    if (
        found[1] in word_set("nounphrase", "representing")
        and known_heads().get(head, (head, "person"))[1] != "person"
    ):
        return False  # 43 trường, |đại diện| sở
    alike = head in known_heads() and head != found[1] and _family(found[2]) == _family(known_heads()[head][1])
    if not alike or _numbered(layout, found[0], limit):
        return False
    opens = _opens_clause(layout, known_heads()[head][1], found, limit) or _has_own_number(layout, found[0], limit)
    return not (listed and opens)


def _goes_on(behind: Behind, at: int, found: tuple[int, str, Category]) -> bool:
    """Whether the noun is of the kind of the attribute before the comma: 90 lượt cán bộ, |đoàn viên|."""
    layout, words, limit = behind.layout, behind.words, behind.limit
    if at == 0 or _numbered(layout, found[0], limit):
        return False
    before = head_at(layout.text, words[at - 1].start, words[at - 1].end)
    if before is None or before[1] == found[1] or _family(before[2]) != _family(found[2]):
        return False
    near = layout.words_between(found[0], limit)[:1]
    listed = words[at].text != "," or any(word.text == "," for word in words[:at])
    return not near or near[0].text in (",", ".", ";", "(", "và") or near[0].tag in ("E", "C") or listed


def _is_named(layout: Layout, end: int, limit: int) -> bool:
    """Whether a name stands right behind the noun that ends at `end`."""
    near = layout.words_between(end, limit)[:2]
    return any(word.text[0].isupper() for word in near) and near[0].text[0].isalpha()


def _ends_list(behind: tuple[Word, ...]) -> bool:
    """Whether a noun after the first comma goes on a list; before a verb it opens a clause."""
    return not behind or behind[0].text in (",", ".", ";", "(", "và")


def _numbered(layout: Layout, end: int, limit: int) -> bool:
    """Whether a number of its own stands behind the noun: `tuyến tỉnh 350 giường và tuyến huyện 280 giường`."""
    near = layout.words_between(end, limit)[:2]
    return any(word.text[0].isdigit() for word in near) and near[0].tag[0] in "NM"


def _has_own_number(layout: Layout, end: int, limit: int) -> bool:
    """Whether a clause tells how many the noun has: `3 vụ phó, |cục| có 2 người`."""
    near = layout.words_between(end, limit)[:5]
    stated = [at for at, word in enumerate(near[:-1]) if word.lower in word_set("nounphrase", "numbering")]
    return any(near[at + 1].text[0].isdigit() or near[at + 1].tag == "M" for at in stated)


def _opens_clause(layout: Layout, category: Category, found: tuple[int, str, Category], limit: int) -> bool:
    """Whether the noun found after a comma is a subject of its own: `900 thí sinh, trường gọi …`."""
    near = layout.words_between(found[0], limit)[:1]
    if category == "person" and found[2] == "organization":
        return bool(near) and near[0].tag in ("V", "R")
    return category == "other" and not _closes(near)


def _family(category: Category) -> str:
    """Categories that share a coordination: `mô hình, câu lạc bộ`, `hộ gia đình, cá nhân`."""
    if category in ("model", "group"):
        return "model"
    return "party" if category in ("person", "household", "organization", "collective") else category


def _closes(behind: tuple[Word, ...]) -> bool:
    """Whether a noun after a comma ends its phrase before the words `behind`, as the last of a list does."""
    return not behind or behind[0].text in (",", ".", ";", "(", "và") or behind[0].tag in ("V", "E", "C", "R")
