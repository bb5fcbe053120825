"""Numerals as the tables and laws write them: 20, ２０, 二十, 两, 二〇一六.

In: a numeral. Out: an `int`, or `None` when it is none. And back: `to_chinese`. Never raises on text.
"""

NUMERAL = "[0-9０-９〇零一二三四五六七八九十百千万两]+"
"""The pattern of a numeral, for larger patterns; `to_int` decides whether it has a value."""

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_DIGITS |= {chr(base + value): value for base in (0x30, 0xFF10) for value in range(10)}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_NAMES = "零一二三四五六七八九"
LONGEST = 9
"""Digits a numeral may have; nothing in the tables needs more, and `int` stays cheap."""


def to_int(numeral: str) -> int | None:
    """The value of `numeral`, or `None`. 两百零五 → 205, 二〇一六 → 2016, １５ → 15."""
    if not numeral or len(numeral) > LONGEST:
        return None
    if all(char in _DIGITS for char in numeral):
        return _positional(numeral)
    high, wan, low = numeral.partition("万")
    if not wan:
        return _below_wan(numeral)
    upper, lower = _below_wan(high), _below_wan(low) if low else 0
    return None if upper is None or lower is None else upper * 10_000 + lower


def _positional(numeral: str) -> int:
    value = 0
    for char in numeral:
        value = value * 10 + _DIGITS[char]
    return value


def _below_wan(numeral: str) -> int | None:
    """千百十 form; powers must fall, and 十 alone at the head means 一十."""
    total, digit, last = 0, None, 10_000
    for place, char in enumerate(numeral):
        power = _POWERS.get(char)
        if power is None:
            if char not in _DIGITS or digit:
                return None
            digit = _DIGITS[char]
        elif power >= last or (digit is None and place):
            return None
        else:
            total, digit, last = total + (1 if digit is None else digit) * power, None, power
    return total + (digit or 0) if numeral else None


def to_chinese(value: int) -> str:
    """Chinese numeral of 0 ≤ value < 100 000 000, as laws number articles: 10 → 十, 105 → 一百零五."""
    if value < 10:
        return _NAMES[value]
    high, low = divmod(value, 10_000)
    if high:
        tail = "" if not low else ("零" if low < 1000 else "") + _spell(low)
        return _spell(high) + "万" + tail
    words = _spell(value)
    return words[1:] if words.startswith("一十") else words


def _spell(value: int) -> str:
    words, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, power)
        if digit:
            words += ("零" if gap and words else "") + _NAMES[digit] + name
            gap = False
        else:
            gap = True
    return words
