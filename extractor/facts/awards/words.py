"""The words around awards as patterns for `settle`d text, from `awards.toml`."""

import re
from functools import cache
from typing import Literal

from extractor.vietnamese.lexicon import Row, rows, word_forms
from extractor.vietnamese.phrases import alternation, settle, whole_words


class GivingVerb(Row):
    """A verb of awards. The subject of a `handing` verb need not be the giver; of a `receiving` one it is not.

    A verb of `titles` gives nothing else: công nhận danh hiệu.
    """

    handing: bool = False
    receiving: bool = False
    titles: bool = False


class Hindrance(Row):
    """A word that says: not given. It reaches through its clause, three words (`near`) or to the `next` word."""

    reach: Literal["clause", "near", "next"]


class KindNoun(Row):
    """A noun of recipients and their kind. A `named` one makes a name of the phrase that it opens.

    `counted` is the kind behind a number where it differs: 8 cán bộ, chiến sĩ. A noun alone may stand for the body
    named before whose name `opens` so: nhà trường.
    """

    kind: str
    named: bool = False
    counted: str | None = None
    opens: tuple[str, ...] = ()


def words(table: str) -> str:
    """A pattern source for any form of a plain table."""
    return alternation(word_forms("awards", table))


@cache
def opening(table: str) -> re.Pattern[str]:
    """Any form of the table at the match's start, after white space and before no other letter."""
    return re.compile(rf"\s*{words(table)}(?!\w)\s*")


@cache
def whole(table: str) -> re.Pattern[str]:
    """Any form of the table, anywhere."""
    return whole_words(word_forms("awards", table))


@cache
def verb_rows() -> dict[str, GivingVerb]:
    """The verbs by their settled forms."""
    return {settle(form): row for row in rows("awards", "verb", GivingVerb) for form in row.forms}


@cache
def verb_before() -> re.Pattern[str]:
    """A verb (group 1) that ends where the searched stretch ends: `trao các `."""
    return re.compile(rf"(?<!\w)({alternation(verb_rows())})(?:\s+{words('determiner')})*\s*\Z")


@cache
def verb_at() -> re.Pattern[str]:
    """A verb (group 1) with the words that lead to whom it gives: `tặng cho `."""
    return re.compile(rf"(?<!\w)({alternation(verb_rows())})\s+(?:{words('for')}\s+)?")


@cache
def hindrances(reach: str) -> re.Pattern[str]:
    """Words of one reach that say: not given."""
    found = [row for row in rows("awards", "hindrance", Hindrance) if row.reach == reach]
    return whole_words(form for row in found for form in row.forms)


@cache
def reasons() -> re.Pattern[str]:
    """The words that open a reason, after a bracket or a comma."""
    itself = rf"(?={words('reason_itself')}(?!\w))"
    return re.compile(
        rf"\s*(?:\([^()]*\)\s*)?,?\s*"
        rf"(?:{words('reason')}(?!\w|\s+{words('when')}(?!\w)|\s+{words('meeting_noun')}(?!\w)|\s+\S+\s+{words('times')}(?!\w))\s*|{itself})"
    )


@cache
def firm_reason() -> re.Pattern[str]:
    """A reason behind words that say more of the recipients: `hộ dân của xã |có thành tích|`."""
    return re.compile(rf"[^.;:()\n]{{1,60}}?[ ]{words('firm_reason')}(?!\w)\s*")


@cache
def holder() -> re.Pattern[str]:
    """Who holds a contest, behind `do`: `do |tỉnh tổ chức|`."""
    return re.compile(rf"(?:[^.,;]|\.(?=\w)){{1,80}}?(?<!\w){words('held')}(?!\w)")


@cache
def caption() -> re.Pattern[str]:
    """What opens a caption, at a sentence's start: `Ảnh 3: `."""
    return re.compile(rf"\s*{words('caption')}(?:\s+\d+(?:/\d+)?)?\s*:\s*")


@cache
def reason_end() -> re.Pattern[str]:
    """The words at a reason's end that belong to the verb behind it: `… đã được tặng`."""
    return re.compile(rf"(?:(?<!\w){words('reason_tail')}\s*)*\s*\Z")


@cache
def leading_reasons() -> re.Pattern[str]:
    """A reason before the award, up to its comma: `Với thành tích xuất sắc trong phong trào, Chủ tịch …`."""
    merit = rf"(?={words('merit')}(?!\w))"
    return re.compile(rf"{words('leading_reason')}\s+{merit}([^,;]+),")


@cache
def pointing() -> re.Pattern[str]:
    """The end of a reason that only points back: `thành tích trên`."""
    return re.compile(rf"(?<!\w){words('pointing')}\Z")


@cache
def watching() -> re.Pattern[str]:
    """Between somebody who only saw it and who receives: `chứng kiến giây phút `."""
    return re.compile(rf"(?<!\w){words('watching')}(?!\w|\s+của(?!\w))(?:\s+{words('moment')}(?!\w))?\s*")


@cache
def toward() -> re.Pattern[str]:
    """What may stand between a form and its recipients; group 1 is what the words say, empty for a mere blank."""
    verb = rf"(?:{words('reason_tail')}\s+)*(?:được\s+)?{words('toward')}\s+"
    said = rf"((?:{verb})?(?:{words('for')}\s+|{words('for')}(?=:))?)"
    year = r"(?:năm\s+(?:\w+\s+)?\d{4}(?:\s*-\s*\d{4})?\s+)?"
    return re.compile(rf"\s*,?\s*{year}(?:{words('sudden')}\s+)?{said}(?::\s*)?")


@cache
def later_for() -> re.Pattern[str]:
    """`cho` further on; group 1 where it is a thanks: `ghi nhận đóng góp của`."""
    return re.compile(rf"(?<!\w)(?:{words('for')}|({words('recognising')}))\s+")


@cache
def recognised() -> re.Pattern[str]:
    """What opens a clause before the award: `Ghi nhận những cống hiến của |bà Mẫu|, Hội tặng …`."""
    return re.compile(rf"(?<!\w){words('leading_reason')}\s+{words('merit')}(?!\w)[^,;.]{{0,40}}?\s+của\s+")


@cache
def extras() -> re.Pattern[str]:
    """What comes with a certificate: `và tiền thưởng`, `kèm phần thưởng 2 triệu đồng`."""
    return re.compile(rf"\s*(?:,|{words('extra')}\s)[^,;]{{0,60}}")


@cache
def tied_last() -> re.Pattern[str]:
    """A tie as the last word."""
    return re.compile(rf"(?<!\w){words('tie')}\s*\Z")


@cache
def namely() -> re.Pattern[str]:
    """What opens the names of those meant: `gồm`, `là`, a colon, `gồm các ông, bà:`."""
    honorific = alternation(word_forms("people", "honorific"))
    plural = rf"(?:{words('determiner')}\s+(?:{kind_noun().pattern}|{honorific})(?:\s*,\s*{honorific})*\s*:\s*)?"
    return re.compile(rf"\s*,?\s*(?:{words('namely')}(?!\w)\s*:?|:)\s*{plural}")


@cache
def tie() -> re.Pattern[str]:
    """What ties an award to the one before: `, đồng thời`, `năm 2014, cùng các`."""
    return re.compile(rf"(?:[\s;,()]|\d+|{words('tie')}(?!\w))*")


@cache
def authority() -> re.Pattern[str]:
    """In whose name an award is handed over."""
    return re.compile(rf"(?<!\w){words('authority')}(?:\s+của)?\s+")


@cache
def kind_nouns() -> dict[str, KindNoun]:
    """The nouns of recipients by their settled forms."""
    return {settle(form): row for row in rows("awards", "recipient", KindNoun) for form in row.forms}


@cache
def kind_noun() -> re.Pattern[str]:
    """Any noun of recipients."""
    return whole_words(kind_nouns())


@cache
def of_contest() -> re.Pattern[str]:
    """The contest in the name of a prize: `giải nhì |cuộc thi …|`."""
    return re.compile(rf"\s{words('contest')}(?!\w)")


@cache
def prize_kinds() -> dict[str, str]:
    """What the nouns of contests say that a prize goes to."""
    return {settle(form): row.kind for row in rows("awards", "prize_for", KindNoun) for form in row.forms}


@cache
def prize_noun() -> re.Pattern[str]:
    """Any noun of contests."""
    return whole_words(prize_kinds())
