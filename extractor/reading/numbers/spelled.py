"""Spelled numbers that are none: `một` as an article, `năm` = year, `ba khía`, names, pronouns."""

import re

from extractor.reading.numbers.candidates import Candidate
from extractor.reading.numbers.context import Context
from extractor.reading.numbers.numerals import words_of
from extractor.reading.numbers.wording import any_of, either, forms

_IDIOM = re.compile(rf"(?<!\w){either('refusals', 'idiom')}(?!\w)")
_ARTICLE, _FIVE, _RIPE = (forms("surroundings", table) for table in ("article", "five", "ripe"))
_RIPE_BEFORE = re.compile(rf"(?<!\w){either('surroundings', 'ripe_before')}$")
_ORDINAL = re.compile(rf"(?<!\w){either('surroundings', 'ordinal_before')}$")

# `Hai Bộ cùng ký`, `hai Phó Chủ tịch`: counted though written with a capital.
_TITLES = frozenset((*forms("senses", "capital_body"), *forms("nounphrase", "person_opening")))


def spelled(context: Context, candidate: Candidate) -> str | None:
    """Why a spelled number is none, or None."""
    numeral = candidate.numeral
    start, end = numeral.start, numeral.end
    text = context.lower[start:end]
    token = context.token(start)
    if _in_idiom(context, start, end) or (" " not in text and token and token[0] < start):
        return "idiom"
    if _is_name(context, start, end):
        return "name"
    if text in _ARTICLE:
        counted = _coordinated(context, start, end) or _is_only(context, candidate)
        return None if counted else "article"
    if text in _FIVE:
        return None if _is_five(context, start, end) else "year word"
    if text in _RIPE and _RIPE_BEFORE.search(context.before(start)):
        return "idiom"
    if numeral.value is not None and numeral.value < 10 and _stands_alone(context, candidate):
        return "pronoun"
    return "number" if _ORDINAL.search(context.before(start)) else None


def _in_idiom(context: Context, start: int, end: int) -> bool:
    """Whether the number is part of another word: ba khía, ngã ba."""
    around = _IDIOM.finditer(context.lower, max(0, start - 20), end + 20)
    return any(match.start() <= start and end <= match.end() for match in around)


def _is_name(context: Context, start: int, end: int) -> bool:
    """A capital inside a sentence that is not all in capitals, or before a name: chị Ba, Ba Đồn."""
    if not context.text[start].isupper() or context.text[start:end].isupper():
        return False
    token = context.token(start)
    if token and token[2] == "Np" and context.text[end : token[1]].istitle():
        return True  # Ba Đồn có 5 xã
    following = context.word_after(end)
    if context.tag_after(end) == "Np" and following[:1].isupper():
        return True
    if following.istitle() and following.lower() not in _TITLES and _is_one_syllable(context, end):
        return True
    before = context.text[max(0, start - 3) : start].rstrip(" \u00a0\t")
    return bool(before) and before[-1] not in '\n.!?:;…“"-–•(+)'


def _is_one_syllable(context: Context, end: int) -> bool:
    """Whether the word behind is a name's, not an office's: Hai `Phượng`, not Hai `Tổng bí thư`."""
    token = context.token(end + 1)
    return token is not None and " " not in context.text[token[0] : token[1]]


_NO_HEAD = re.compile(rf"\s+{either('surroundings', 'no_head')}(?!\w)")
_BOTH = re.compile(rf"(?<!\w){either('surroundings', 'both')}$")
_HARMED = re.compile(rf"\s*{either('surroundings', 'harmed')}(?!\w)")


def _stands_alone(context: Context, candidate: Candidate) -> bool:
    """`cả hai theo học`, `hấp chín tầm 30 phút`: a spelled digit without a noun. `ba bị thương` counts."""
    end = candidate.numeral.end
    if candidate.unit is not None or _HARMED.match(context.lower, end) or _OF_MORE.match(context.lower, end):
        return False
    if _BOTH.search(context.before(candidate.numeral.start)) and context.tag_after(end) == "V":
        return True
    return _NO_HEAD.match(context.lower, end) is not None


# `ba trong số 12 nạn nhân`: a part of its whole.
_OF_MORE = re.compile(rf"\s{either('surroundings', 'ratio_of')}\s(?:\d|{any_of(tuple(words_of('digit')))}(?!\w))")
_SAME = re.compile(rf"(?<!\w){either('surroundings', 'same')}$")
_SOME = re.compile(rf"\s*{either('surroundings', 'some')}(?!\w)")
_NUMBER = any_of(tuple(word for word, digit in words_of("digit").items() if digit > 1 and word not in _FIVE))
_JOINED = re.compile(rf"(?:\d|(?<!\w){_NUMBER}(?!\w))[^.;:\d]{{2,50}}\s{either('surroundings', 'joining')}$")
_JOINED_AHEAD = re.compile(rf"\s(?:[^\W\d_]+\s){{1,6}}{either('surroundings', 'joining')}\s(?:\d|{_NUMBER}(?!\w))")


def _coordinated(context: Context, start: int, end: int) -> bool:
    """49 khoa, phòng và một trung tâm; một cầu treo và hai cống; not: một số xã, ba trận trước cùng một đội."""
    before = context.before(start)
    if _SAME.search(before) or _SOME.match(context.lower, end):
        return False
    return _JOINED.search(before) is not None or _JOINED_AHEAD.match(context.lower, end) is not None


# `duy nhất một hộ`, not `không chỉ có một nghề vững vàng`
_ONLY = re.compile(rf"(?<!\w)(?<!không\s){either('surroundings', 'only')}$")


def _is_only(context: Context, candidate: Candidate) -> bool:
    """Whether `một` tells how few: duy nhất một đại diện, ít nhất một lần."""
    numeral = candidate.numeral
    if _SOME.match(context.lower, numeral.end) or not context.tag_after(numeral.end).startswith("N"):
        return False
    before = context.before(numeral.start)
    return _ONLY.search(before) is not None or _FEW.search(before) is not None


# `chỉ ghi một bàn`; not `chỉ là một người lính`.
_FEW = re.compile(rf"(?<!\w)(?<!không\s)chỉ(?:\s(?!{either('surroundings', 'no_few')}(?!\w))[^\W\d_]+){{1,3}}$")
_YEAR_BEFORE = re.compile(rf"(?:\d|(?<!\w){either('surroundings', 'year_before')})$")
_YEAR_AFTER = re.compile(rf"\s*(?:\d|{either('surroundings', 'year_after')}(?!\w))")
# năm cô 17 tuổi
_AGED = re.compile(rf"\s(?:[^\W\d_]+\s){{1,2}}\d{{1,2}}\s{either('surroundings', 'aged')}(?!\w)")

# năm anh học lớp 8, năm mẹ mất
_OF_LIFE = re.compile(rf"\s{either('surroundings', 'one_person')}\s{either('surroundings', 'of_life')}(?!\w)")


def _is_five(context: Context, start: int, end: int) -> bool:
    """Whether `năm` is five: năm người chết. It is the year in cả năm, năm nay, mười năm."""
    if _YEAR_BEFORE.search(context.before(start)) or _YEAR_AFTER.match(context.lower, end):
        return False
    if _AGED.match(context.lower, end) or _OF_LIFE.match(context.lower, end):
        return False
    word = context.word_after(end)
    return bool(word) and word[0].islower() and context.tag_after(end).startswith("N")
