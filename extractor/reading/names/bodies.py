"""Organisations: an opening word (UBND, Sở, Công ty) and the rest of the name up to where the name must end."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.reading.names.body_words import body_words
from extractor.reading.spans import Body
from extractor.vietnamese.gazetteer import gazetteer, name_key
from extractor.vietnamese.lexicon import word_set
from extractor.vietnamese.phrases import CAPITAL, settle

LONGEST_BODY = 170
_TOKEN = re.compile(r"[^\W\d_]\w*(?:['’&/-](?=[^\W\d_])\w+)*|\d[\w./-]*(?<![./-])|[^\w\s]")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{1,110}[”\"]")
_BRACKET = re.compile(r"\(([^()\n]{1,40})\)")
_SMALL = re.compile(rf"\w+(?:[ ](?!{CAPITAL})[^\W\d_]\w*)*")
_HYPHENED = re.compile(rf"[ ]?[-–][ ]?{CAPITAL}\w+(?:[ ]{CAPITAL}\w+)?")
_LAST_WORD = re.compile(r"[^\W\d_]{2,}\Z")
_NUMBERED = re.compile(r"[ ]số[ ]\d+(?!\w)")
_NUMBER = re.compile(r"số[ ]\d+(?!\w)")
_ABBREVIATION = re.compile(r"(?<!\w)[A-ZĐ]{2,}(?!\w)")
_OWNER = re.compile(rf"[ ](?:của|thuộc)[ ]{CAPITAL}")
_SHORT = re.compile(r"[A-ZĐ]+[a-zđ]{1,3}[A-ZĐ][\w&-]{0,8}")  # `HoREA`
_SENTENCE = re.compile(rf"\.[ ]{CAPITAL}\w*[ ](?!{CAPITAL})[^\W\d_]")  # `UBND TP|. Sự việc`
_LONGEST_CLOSE = 8
"""Words, at most, between what is read of an office's body and the mark that closes it."""
_CLOSING_WORD = re.compile(rf"(?P<joint>,|[ ]và|[ ][-–])?[ ](?!{CAPITAL})([^\W\d_]+(?:-[^\W\d_]+)*)(?!\w)")
_NEXT_BODY = re.compile(rf"(?:,|[ ][-–])[ ](?={CAPITAL})")
_JOINERS = frozenset({"và", "&", "-", "–", "về", "của", "cho", ",", "vì"})


def read_bodies(doc: Doc) -> tuple[Body, ...]:
    """The longest organisation names, in the order of the text, never overlapping."""
    text = doc.text
    settled = settle(text)
    words = {token.idx: token.idx + len(token.text) for token in doc}
    nouns = frozenset(token.idx for token in doc if token.tag_ in ("N", "A"))
    after_office = _office_ends(settled)
    found: list[Body] = []
    at = 0
    while match := body_words().head.search(settled, at):
        head = " ".join(match.group().split())
        led, mode = match.start() in after_office, body_words().tails[head]
        end = _Tail(text, settled, words, nouns, mode, match.start(), match.end(), match.end(), led).end()
        committee = led and mode == "area" and " " in head  # `Phó Bí thư |huyện ủy|, …`
        whole = " " in head or match.start() in after_office or _whole(text, words, match.start(), match.end())
        # `phòng cháy` is no phòng
        small = text[match.start()].islower() and body_words().field.fullmatch(settled, match.start(), end)
        cut = end == match.end() and "&" in text[max(0, match.start() - 1) : end + 1]  # `Bộ trưởng |TT|&TT`
        if whole and not small and not cut and (committee or _is_name(text, match.start(), match.end(), end)):
            name = " ".join(text[match.start() : end].split())
            found.append(Body(match.start(), end, name, head, body_words().tails[head]))
            at = end
        else:
            at = match.end()
    return tuple(found)


def _whole(text: str, words: dict[int, int], start: int, end: int) -> bool:
    """Whether one syllable is a word: `Sở`, not half of one (`Tổ quốc`, `cán bộ`, `Hội An`), unless of a long name
    that the segmenter took for a word (`Bộ Tài nguyên và Môi trường`)."""
    word = text[start : words.get(start, start)]
    if text[start].islower() and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        return start in words  # `|khoa Ngoại|` as one word
    field = body_words().field.match(settle(text[end + 1 : end + 41])) if text[start].isupper() else None
    # `Khoa Sản`, `Khoa viêm gan`; one small word may be half of another: `Phòng chống dịch`.
    fielded = field is not None and (text[end + 1].isupper() or " " in field.group())
    named = fielded or (word.count(" ") >= 2 and text[end + 1 : end + 2].isupper())
    return words.get(start) == end or (named and not gazetteer().named(name_key(word)))


def _office_ends(settled: str) -> set[int]:
    """Where a body may begin after an office: `Giám đốc |Sở Y tế`, and within one: `Trưởng |ban Dân tộc`."""
    ends: set[int] = set()
    for match in body_words().post.finditer(settled):
        office, _, _ = match.group().rpartition(" ")
        # `Trưởng |ban`, not `cán |bộ`
        ends |= (
            {match.end() + 1, match.start() + len(office) + 1}
            if body_words().post.fullmatch(office)
            else {match.end() + 1}
        )
    return ends


def _is_name(text: str, start: int, head_end: int, end: int) -> bool:
    """A bare common word (`ban`, `trường`, `hội`) is no body; `Công an`, `UBND`, `Sở Y tế` are."""
    head = text[start:head_end]
    return end > head_end or (any(map(str.isupper, head)) and (" " in head or head.isupper()))


@dataclass(slots=True)
class _Tail:
    """Reads on from a body's opening word, one word after another, to the end of its name."""

    text: str
    settled: str
    words: dict[int, int]
    nouns: frozenset[int]
    mode: str
    start: int
    at: int
    begun: int
    led: bool
    placed: bool = False

    def end(self) -> int:
        """The offset where the name ends."""
        while self.at - self.start < LONGEST_BODY:
            step = self._next(self.at)
            if step is None:
                break
            self.at = step
        return self._closed() if self.led else self.at

    def _closed(self) -> int:
        """The end of an office's body with the small words before the mark that closes it.

        `Phó phòng Hướng dẫn luật|, điều tra, xử lý tai nạn| (Cục Mẫu)`, `Trưởng khoa Hỗ trợ| sinh sản|, Bệnh viện
        Mẫu`, `Giám đốc Trung tâm Khoa học| tính toán| cho biết`. Commas are the name's only before a bracket.
        """
        tables, end, listed = body_words(), self.at, False
        if self.mode == "area" or self.placed or end == self.begun:
            return self.at
        for _ in range(_LONGEST_CLOSE):
            word = _CLOSING_WORD.match(self.text, end)
            if word is None or self._says(word.start(2)):
                break
            field = tables.field.match(self.settled, word.start(2))
            end = max(word.end(), self.words.get(word.start(2), 0), field.end() if field else 0)
            listed = listed or word["joint"] == ","
        bracket = _BRACKET.match(self.text, end + 1)
        if bracket and tables.head.match(self.settled, bracket.start(1)):
            return end
        comma = _NEXT_BODY.match(self.text, end)
        body = comma is not None and tables.head.match(self.settled, comma.end()) is not None
        closed = body or self.text.startswith(")", end) or tables.clause.match(self.settled, end)
        return end if closed and not listed else self.at

    def _says(self, at: int) -> bool:
        """Whether something is said from here on, or another body, post or person begins."""
        tables = body_words()
        if self._head(at) or any(t.match(self.settled, at) for t in (tables.post, tables.person, tables.kin)):
            return True
        said, field = tables.said.match(self.settled, at), tables.field.match(self.settled, at)
        return said is not None and said.end() >= max(self.words.get(at, 0), field.end() if field else 0)

    def _next(self, at: int) -> int | None:
        """Where the name's next piece ends, or None where the name is over."""
        gap = self._gap(at)
        if gap is None:
            return None
        tables = body_words()
        token = _TOKEN.match(self.text, gap)
        if token is None:
            return None
        # `Ban Quản lý các khu công nghiệp`: a field that begins with a word which ends other names.
        if self.mode == "open" and (field := tables.field.match(self.settled, gap)):
            return field.end()
        if self._over(gap):
            return None
        if (level := tables.level.match(self.settled, gap)) and not self._compound(level):
            # `Cục Tổ chức cán bộ`: a level word that is half of a longer word is none.
            return (
                max(level.end(), self._word_end(gap))
                if self._word_end(gap) > level.end()
                else self._level(level.end())
            )
        if bracket := _BRACKET.match(self.text, gap):
            return self._bracket(bracket)
        # `Câu lạc bộ “Sống khỏe”`: a quoted name right behind the opening word, or anywhere in an open name.
        named = self.mode == "open" or (self.mode == "proper" and at == self.begun)
        if named and (quoted := _QUOTED.match(self.text, gap)):
            return quoted.end()
        word = token.group()
        if word in _JOINERS:
            return self._joined(token.end(), word)
        if head := self._head(gap):
            self.mode, self.placed = tables.tails[" ".join(head.group().split())], False
            return head.end()
        if self.placed:
            return None
        if word[0].isupper() or (word[0].isdigit() and self._numbered(at)):
            return max(token.end(), self._word_end(gap))
        return self._lower(gap, token.end())

    def _gap(self, at: int) -> int | None:
        """The next piece's start: blanks in between, or none before a bracket, comma or dash."""
        end = at
        while end < len(self.text) and self.text[end] in " \u00a0":
            end += 1
        glued = end < len(self.text) and self.text[end] in '(,-–“"/'
        return end if end > at or glued or self.text[at - 1] == "." else None

    def _compound(self, level: re.Match[str]) -> bool:
        """Whether a word for a place is the first of a longer one: `Ban Quản lý |khu| đô thị`."""
        small = self.mode != "area" and level.group() in word_set("bodies", "compound")
        following = _TOKEN.match(self.text, level.end() + 1) if small else None
        return following is not None and following.group().islower() and not self._says(following.start())

    def _level(self, end: int) -> int:
        """`huyện`, with the place's name or number after it: `huyện Mẫu Sơn`, `phường 9`, `TP.Mẫu`."""
        self.placed = True
        begun = end
        if numbered := _NUMBERED.match(self.settled, end):
            return numbered.end()
        if _SENTENCE.match(self.text, end - 1) and not gazetteer().named(name_key(self.text[end:].split()[0])):
            return end - 1
        if self.text[end - 1] == "." and (name := _TOKEN.match(self.text, end)) and name.group()[0].isupper():
            end = name.end()
        while True:
            gap = self._gap(end)
            name = _TOKEN.match(self.text, gap) if gap is not None else None
            if name is None or gap is None or not (name.group()[0].isupper() or name.group()[0].isdigit()):
                return self._hyphened(end)
            if self._over(gap) or self._head(gap) or (end > begun and self._shortened(end, name.group())):
                return end
            if name.group()[0].isdigit() and self.text[end - 1].isdigit():
                return end
            end = max(name.end(), self._word_end(gap))  # `Trung ương Đảng Lao động Mẫu`

    def _shortened(self, end: int, following: str) -> bool:
        """Whether a place's short form ends here: `UBND TP.HCM| Lê Văn Mẫu`."""
        last = _LAST_WORD.search(self.text, max(self.start, end - 8), end)
        return last is not None and last.group().isupper() and not following.isupper() and following[0].isupper()

    def _hyphened(self, end: int) -> int:
        """`tỉnh Thừa Thiên| - Huế|`: a dash that is part of the place's name."""
        second = _HYPHENED.match(self.text, end)
        if second is None:
            return end
        first = self.text.rfind(" ", 0, self.text.rfind(" ", 0, end)) + 1
        # `TT-Huế` shortens a name with a dash.
        known = self.text[first:end].isupper() or gazetteer().named(name_key(self.text[first : second.end()]))
        return second.end() if known else end

    def _bracket(self, bracket: re.Match[str]) -> int | None:
        """`Ban Chỉ đạo (BCĐ) 138`, `UBND phường 9 (TP. Mẫu)`; not `Công an xã (trước khi sáp nhập)`."""
        inside = bracket.group(1)
        level = body_words().level.match(settle(inside))
        if (
            inside.isupper()
            or _SHORT.fullmatch(inside)
            or (level and len(inside) > level.end() and inside[level.end() :].strip()[:1].isupper())
        ):
            return bracket.end()
        return None

    def _head(self, gap: int) -> re.Match[str] | None:
        """An opening word within the name; one syllable is more often a part of a name (`Khoa`, `Hội`)."""
        head = body_words().head.match(self.settled, gap)
        if head is None or (self.mode == "open" and self.text[gap].islower()):
            return None
        return head if " " in head.group() or self.text[gap : head.end()].isupper() else None

    def _word_end(self, gap: int) -> int:
        """The end of a word whose first letter alone is capital: `Xây dựng`, `Tổ chức`."""
        tables, word = body_words(), _TOKEN.match(self.text, gap)
        # A segmenter may join an abbreviation with what is said of it: `Bộ |GDĐT giữ chức vụ|`.
        if word and len(word.group()) > 1 and word.group().isupper():
            return word.end()
        known = [match.end() for table in (tables.field, tables.stop) if (match := table.match(self.settled, gap))]
        end = max(*known, self.words.get(gap, gap), gap)
        # `Trung ương |Đoàn nhiệm kỳ| 2012`: joined with what is said of it.
        said = next((m.start() for m in tables.stop.finditer(self.settled, gap + 1, end) if " " in m.group()), None)
        if said is not None and end not in known:
            end = said - 1
        if self.text[gap:end].capitalize() == self.text[gap:end]:
            return end
        # `Bất động sản Mẫu Xanh` segmented as one word: its small syllables belong to the capital before them.
        small = _SMALL.match(self.text, gap)
        return min(small.end(), end) if small else gap

    def _over(self, gap: int) -> bool:
        """Whether something is said of the body from here on, or an office follows."""
        tables = body_words()
        said = self.text[gap].islower() and tables.stop.match(self.settled, gap)
        # `nguyên` in `nguyên liệu` says nothing.
        said = said if said and (said.end() >= self.words.get(gap, 0) or self._numbering(said.end())) else None
        # `giao` says something, `giao thông` is a field; so is `tham mưu` right behind `Đội trưởng Đội`.
        field = tables.field.match(self.settled, gap) if said else None
        opens = self.led and gap == self.begun + 1
        if said and not (field and field.end() >= said.end() + (not opens)):
            return True
        return bool(tables.office.match(self.settled, gap)) or tables.opener.match(self.text, gap) is not None

    def _numbering(self, end: int) -> bool:
        """Whether a number or capital follows that only the segmenter joined: `nhiệm kỳ| VI`."""
        following = self.text[end + 1 : end + 2]
        return following.isdigit() or following.isupper()

    def _joined(self, end: int, word: str) -> int | None:
        """A joiner belongs to the name only between two words of it: `Văn hóa, Thể thao và Du lịch`."""
        gap = self._gap(end)
        if gap is None and word in "-–":
            # `Phòng Tuyển sinh|-Truyền thông|`
            gap = end
        following = _TOKEN.match(self.text, gap) if gap is not None else None
        tables = body_words()
        # `Bệnh viện Việt Nam - Thụy Điển`
        if word in "-–" and tables.nation.search(self.settled, 0, self.at):
            self.placed = False
        if self.mode == "area" or self.placed or following is None or gap is None:
            return None
        if word == "của" and self.mode == "open" and (level := tables.level.match(self.settled, gap)):
            return self._level(level.end())
        level = tables.level.match(self.settled, gap)
        if (
            (level and level.end() >= self._word_end(gap))
            or (word in ("và", ",") and tables.holder.match(self.settled, gap))
            or tables.head.match(self.settled, gap)
            or tables.person.match(self.settled, gap)
            or self._over(gap)
        ):
            return None
        if word in (",", "và") and (last := self._last_field(gap)):
            return last
        if word == "," and not self._list_goes_on(following.end()):
            return None
        field = tables.field.match(self.settled, gap)
        if field:
            return field.end()
        if self.mode == "open" and following.group()[0].isalpha():
            return following.end()
        return max(following.end(), self._word_end(gap)) if following.group()[0].isupper() else None

    def _last_field(self, gap: int) -> int:
        """The end of a noun that closes the name of an office's body, 0 if none does: `Trưởng phòng Vật tư|, trang
        thiết bị| của bệnh viện`, `Vụ trưởng Vụ Nông nghiệp| và ven biển|, Vụ trưởng …`."""
        end = self.words.get(gap, gap) if gap in self.nouns and self.led else gap
        tables = body_words()
        someone = any(table.match(self.settled, gap) for table in (tables.post, tables.person, tables.kin))
        plain = self.text[gap].islower() and end > gap and not someone
        owned = plain and _OWNER.match(self.text, end) is not None
        office = plain and self.text.startswith(", ", end) and tables.post.match(self.settled, end + 2)
        return end if owned or office else 0

    def _list_goes_on(self, end: int) -> bool:
        """Whether a comma is the name's own: a `và` follows soon and no other mark before it."""
        ahead = re.match(r"[^\n.,;:()“”]{0,40}(?:,[^\n.,;:()“”]{0,30})?[ ]và[ ]", self.text[end : end + 90])
        return bool(ahead) or (self.mode == "open" and self.text[self.start : end].count(",") < 6)

    def _numbered(self, at: int) -> bool:
        """`Ban Chỉ đạo 138`, `Chi nhánh 2`; never a number after an area body: `Công an 12`."""
        return self.mode != "area" or self.text[at - 1].isdigit()

    def _lower(self, gap: int, end: int) -> int | None:
        """A word in small letters that a name may hold: a field, a noun, or anything in an open name."""
        tables = body_words()
        if self.mode == "area":
            return None
        field = tables.field.match(self.settled, gap) or _NUMBER.match(self.settled, gap)
        # `sản` is a field, not in `sản phẩm`.
        if field and not field.end() < self.words.get(gap, gap):
            return field.end()
        # What a body is for may be a verb, the more so behind a position: `Đội trưởng Đội tuyên truyền lưu động`.
        told = _ABBREVIATION.sub("", self.text[self.begun : gap]).strip()
        plain = self.led and (not told or told.islower()) and gap - self.begun < 40
        if gap in self.words and self.text[gap].islower() and (gap in self.nouns or gap == self.begun + 1 or plain):
            return self.words[gap]
        return end if self.mode == "open" and self.text[gap].isalpha() else None
