"""Every way to say a whole number in Vietnamese, for the laws of the number readers."""

from itertools import product

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
LINKS = ("linh", "lẻ")
SCALES = ((10**9, ("tỷ", "tỉ")), (10**6, ("triệu",)), (10**3, ("nghìn", "ngàn")))


def spell(number: int) -> list[str]:
    """All spellings of a number below 10,000, and the plain ones of larger numbers."""
    if number < 1000:
        return below_thousand(number)
    scale, words = next(entry for entry in SCALES if number >= entry[0])
    most, rest = divmod(number, scale)
    heads = [f"{head} {word}" for head, word in product(spell(most)[:4], words)]
    return [f"{head} {tail}".strip() for head, tail in product(heads, tails(rest, scale))]


def tails(rest: int, scale: int) -> list[str]:
    """What follows a scale: nothing, a half, or the rest with its filler (không trăm linh năm)."""
    if rest == 0:
        return [""]
    halves = ["rưỡi"] if rest == scale // 2 else []
    if rest >= 100:
        return [*halves, *spell(rest)[:6]]
    if rest >= 10:
        return [f"không trăm {tens}" for tens in below_hundred(rest)]
    units = unit_after_link(rest)
    return [f"{filler}{link} {unit}" for filler, link, unit in product(("không trăm ", ""), LINKS, units)]


def below_thousand(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    if hundreds == 0:
        return below_hundred(rest)
    head = f"{DIGITS[hundreds]} trăm"
    if rest == 0:
        return [head]
    if rest < 10:
        return [f"{head} {link} {unit}" for link, unit in product(LINKS, unit_after_link(rest))]
    short = [unit for unit in unit_after_tens(rest // 10) if unit != "năm"] if rest % 10 == 0 else []
    halves = ["rưỡi"] if rest == 50 else []
    return [f"{head} {tail}" for tail in (*below_hundred(rest), *short, *halves)]


def below_hundred(number: int) -> list[str]:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return ["bảy", "bẩy"] if unit == 7 else [DIGITS[unit]]
    if tens == 1:
        return ["mười"] if unit == 0 else [f"mười {word}" for word in unit_after_ten(unit)]
    head = DIGITS[tens]
    if unit == 0:
        return [f"{head} mươi", f"{head} chục"]
    full = [f"{head} mươi {word}" for word in unit_after_tens(unit)]
    swallowed = [f"{head} {word}" for word in unit_after_tens(unit) if word in ("mốt", "tư", "lăm", "nhăm")]
    twenties = [f"hăm {word}" for word in unit_after_tens(unit)] if tens == 2 else []
    return full + swallowed + twenties


def unit_after_ten(unit: int) -> list[str]:
    return {4: ["bốn", "tư"], 5: ["lăm", "nhăm"], 7: ["bảy", "bẩy"]}.get(unit, [DIGITS[unit]])


def unit_after_tens(unit: int) -> list[str]:
    extra = {1: ["mốt", "một"], 4: ["tư", "bốn"], 5: ["lăm", "nhăm"], 7: ["bảy", "bẩy"]}
    return extra.get(unit, [DIGITS[unit]])


def unit_after_link(unit: int) -> list[str]:
    return {4: ["bốn", "tư"], 7: ["bảy", "bẩy"]}.get(unit, [DIGITS[unit]])
