"""Evidence: the shortest verbatim piece of the text that holds a span and stands in the text only once."""

_SENTENCE_ENDS = tuple(".!?…")


def ground(text: str, start: int, end: int, *, reach: int = 160) -> tuple[int, int]:
    """`start:end` widened word by word to the left, then to the right, until its quote is unique in `text`.

    It leaves its sentence only where that does not suffice, and never its line; a number that it meets on its way
    keeps the word before it (`|tháng 3 giảm 0,7%|`). Gives up after `reach` characters and returns what it has.
    """
    while start > 0 and not text[start - 1].isspace() and not text[start].isspace():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    own, limit_left, limit_right = start, max(0, start - reach), min(len(text), end + reach)
    while text.count(text[start:end]) > 1 or (start < own and text[start].isdigit()):
        left, right = _word_left(text, start, limit_left), _word_right(text, end, limit_right)
        begins = left is None or text[max(0, start - 2) : start].rstrip().endswith(_SENTENCE_ENDS)
        ends = right is None or text[end - 1] in _SENTENCE_ENDS
        if left is not None and (not begins or ends):
            start = left
        elif right is not None and text.count(text[start:end]) > 1:
            end = right
        else:
            break
    return start, end


def _word_left(text: str, start: int, limit: int) -> int | None:
    at = start
    while at > limit and text[at - 1].isspace() and text[at - 1] != "\n":
        at -= 1
    if at <= limit or text[at - 1] == "\n":
        return None
    while at > limit and not text[at - 1].isspace():
        at -= 1
    return at


def _word_right(text: str, end: int, limit: int) -> int | None:
    at = end
    while at < limit and text[at].isspace() and text[at] != "\n":
        at += 1
    if at >= limit or text[at] == "\n":
        return None
    while at < limit and not text[at].isspace():
        at += 1
    return at
