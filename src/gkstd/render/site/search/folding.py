"""Folding for search: one table of characters that stand for others, the same for the index and for what is typed.

In: the characters of an edition. Out: `Table`. The page applies the same table, so that both sides agree by construction.
Every character becomes one character or none: places in the folded text lead back to the original.
"""

from functools import cache

from msgspec import Struct

SPACES = "".join(
    map(chr, [*range(0x21), 0x7F, 0x85, 0xA0, 0xAD, 0x1680, *range(0x2000, 0x2010), 0x2028, 0x2029, 0x202F])
)
INVISIBLE = "".join(map(chr, [0x205F, *range(0x2060, 0x2065), 0x3000, *range(0xFE00, 0xFE10), 0xFEFF]))
DROPPED = SPACES + INVISIBLE
"""White space, controls and marks that nobody sees."""

_LIKE = {
    "(": "〔［[【〖{",
    ")": "〕］]】〗}",
    '"': "“”„‟″「」『』",
    "'": "‘’‛′",
    "-": "‐‑‒–—―−－",
    "~": "～〜∼",
    "·": "•・‧∙⋅",
    "/": "∕⁄",
    "〇": "○◯",
}
"""Brackets of document numbers, quotation marks and dashes are typed in many ways."""

_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))


class Table(Struct, frozen=True):
    """`before[i]` is read as `after[i]`; characters of `dropped` are not read at all."""

    before: str
    after: str
    dropped: str = DROPPED

    def fold(self, text: str) -> str:
        """The text as it is compared."""
        return text.translate(self.mapping())

    def mapping(self) -> dict[int, int | None]:
        """The table for `str.translate`."""
        pairs = zip(self.before, self.after, strict=True)
        return {ord(b): ord(a) for b, a in pairs} | dict.fromkeys(map(ord, self.dropped))


@cache
def whole() -> Table:
    """Case, width, marks, and every traditional character that has one simplified form (OpenCC's own data)."""
    pairs = {**_simplified(), **_signs()}
    return Table("".join(pairs), "".join(pairs.values()))


def table_for(characters: str) -> Table:
    """What is needed to find something in a text of these characters: signs, and characters that fold into them."""
    full = whole()
    there = set(full.fold(characters))
    signs = _signs()
    kept = [(b, a) for b, a in zip(full.before, full.after, strict=True) if a in there or b in signs]
    return Table("".join([b for b, _ in kept]), "".join([a for _, a in kept]))


def _signs() -> dict[str, str]:
    wide = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    signs = wide | {sign: mark for mark, signs in _LIKE.items() for sign in signs}
    upper = {chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    chained = {before: signs.get(after, after) for before, after in signs.items()}
    return {before: upper.get(after, after) for before, after in (chained | upper).items()}


def _simplified() -> dict[str, str]:
    """Traditional → simplified, one for one, within the basic plane."""
    import opencc

    characters = [chr(code) for first, last in _HAN for code in range(first, last)]
    converted = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = {b: a for b, a in zip(characters, converted, strict=True) if a != b and len(a) == 1 and ord(a) < 0x10000}
    return {before: pairs.get(after, after) for before, after in pairs.items()}
