"""How far a time goes on: from a report's sentence to the next, not from one thing told to another."""

import re

from extractor.facts.layout import Layout, within
from extractor.reading.spans import Reading
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import settle

# Words of a comment at most, and what stands in none.
LONGEST_COMMENT = 16
# Comments in a row at most.
MOST_COMMENTS = 8
_TOLD = re.compile(r"[\d“”\"«»:?]")
# Acts without a number in a row, after which the day of a story is no longer held to go on.
ACTS = 2


def states_figures(reading: Reading, first: int, last: int) -> bool:
    """Whether the sentence states a number, so that its time goes on to the figures behind it."""
    return any(not quantity.refused for quantity in within(reading.quantities, first, last))


def comments(reading: Reading, layout: Layout, index: int) -> bool:
    """Whether the sentence of this index and those up to the figures before it only comment on them."""
    for at in range(index, max(0, index - MOST_COMMENTS), -1):
        if not _is_comment(reading, layout, at):
            return False
        if states_figures(reading, *layout.sentences[at - 1]):
            return True
    return False


def _is_comment(reading: Reading, layout: Layout, index: int) -> bool:
    """Whether the sentence only comments on what is before it in its paragraph: `Bà con ai cũng phấn khởi`.

    It names nobody and no place, tells no time, no act that is over, and nothing that anybody said.
    """
    first, last = layout.sentences[index]
    text, before = reading.text[first:last], layout.sentences[index - 1]
    words, told = text.split(), settle(text)
    if len(words) > LONGEST_COMMENT or _TOLD.search(text) or before[0] < layout.paragraph(first)[0]:
        return False
    if any(word[:1].isupper() for word in words[1:]) or within(reading.periods, first, last) or tells(text):
        return False
    if states_figures(reading, first, last):
        return False  # `Ba hộ được tặng quà`
    if told.startswith(word_forms("cues", "continuing")):
        return False
    over = word_pattern("verbs", "perfect").search(told) or word_pattern("cues", "formerly").search(told)
    return over is None


def ranks(reading: Reading, first: int, last: int) -> bool:
    """Whether the sentence only ranks the figure before it: `Đây là mức cao nhất trong 5 năm qua`."""
    told = settle(reading.text[first:last])
    ranked = word_pattern("cues", "ranked_highest").search(told) is not None
    return ranked and told.startswith(word_forms("cues", "this_is")) and not states_figures(reading, first, last)


def turns(text: str, before: tuple[int, int], here: tuple[int, int]) -> bool:
    """Whether the sentence `here` leaves the story of the one before: somebody speaks, a court judges, or it
    tells of earlier times or of what was done just now.

    `Đêm 5/3, An lấy 2 xe máy. Tòa tuyên phạt An |9 năm tù|`: not that night.
    """
    told, tells_now = settle(text[slice(*before)]), settle(text[slice(*here)])
    judged = word_pattern("cues", "judging").search(tells_now)
    earlier = word_pattern("cues", "formerly").search(tells_now)
    return (
        bool(earlier)
        or len(word_pattern("cues", "just_done").findall(tells_now)) == 1  # none of `vừa làm, vừa học`
        or tells(tells_now)
        or bool(judged and not word_pattern("cues", "judging", "court").search(told))
    )


def narrates(reading: Reading, story: tuple[int, int], here: tuple[int, int]) -> bool:
    """Whether the sentence `here` is the next act of a day's story, whose sentences before tell no numbers.

    `Trưa 3/11, An tới tiệm vàng. Hắn rút súng đe dọa. Hắn lấy |35 chiếc nhẫn|`; not `An đã lấy 90 chiếc nhẫn`.
    """
    told, tells_now = settle(reading.text[slice(*story)]), settle(reading.text[slice(*here)])
    today = any(period.form == "now" for period in within(reading.periods, story[0], here[1]))
    apart = word_pattern("verbs", "perfect").search(tells_now) or word_pattern("cues", "formerly").search(
        f"{told} {tells_now}"
    )
    return not (today or apart or tells(told) or turns(reading.text, story, here))


def tells(text: str) -> bool:
    """Whether somebody is said to tell something: cho biết, cho rằng."""
    return word_pattern("cues", "telling").search(settle(text)) is not None
