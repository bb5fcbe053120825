"""Lines of finished PDFs against 避头尾 (CLREQ): marks that may not begin or end a line, and runs broken in two.

In: a PDF. Out: each line that breaks a rule, with its page. `python tests/support/lines.py build` reads every PDF of a folder.
"""

import html
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NOT_FIRST = frozenset("、，。．；：！？）〕】》〉”’」』％‰℃·")
NOT_LAST = frozenset("（〔【《〈“‘「『№￥")
BOXES = frozenset("□■")
"""Parted from what they tick when they end a line."""
BROKEN = re.compile(r"(?<![—A-Za-z])—$|(?<!…)…$|〔\d{0,4}$")
LIST_MARK = "·"
"""May not begin a line within a name; it does where several items are listed below each other, as beside a step of a chart."""
NUMBER = re.compile(r"— ?\d+ ?—")
_PAGE = re.compile(r"<page .*?</page>", re.DOTALL)
_LINE = re.compile(r'<line xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</line>', re.DOTALL)
_WORD = re.compile(r"<word [^>]*>(.*?)</word>")
_NEAR = 12.0
"""In pt: what poppler tells apart but stands closer than this on one height is one line, cut where marks are squeezed."""


def faults(path: str | Path) -> Iterator[str]:
    """Lines that break a rule."""
    for number, placed in _pages(path):
        marked = [left for left, line in placed if line[0] == LIST_MARK]
        for left, line in placed:
            listed = line[0] == LIST_MARK and sum(abs(other - left) < 1 for other in marked) > 1
            first = line[0] in NOT_FIRST and not listed
            if (
                first
                or line[-1] in NOT_LAST
                or (len(line) > 1 and line[-1] in BOXES)
                or (len(line) > 2 and BROKEN.search(line))
            ):
                yield f"{number}: {line}"


def lines(path: str | Path) -> Iterator[tuple[int, str]]:
    """Page and text of each line."""
    for number, placed in _pages(path):
        yield from [(number, line) for _, line in placed]


def _pages(path: str | Path) -> Iterator[tuple[int, list[tuple[float, str]]]]:
    """Each page with its lines and where they begin."""
    text = subprocess.run(
        ["pdftotext", "-bbox-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    for number, page in enumerate(_PAGE.findall(text), 1):
        pieces = [([float(edge) for edge in piece[:4]], _words(piece[4])) for piece in _LINE.findall(page)]
        yield number, [pair for pair in _whole(pieces) if pair[1] and not NUMBER.fullmatch(pair[1])]


def _words(line: str) -> str:
    return " ".join(html.unescape(word) for word in _WORD.findall(line)).strip()


def _whole(pieces: list[tuple[list[float], str]]) -> Iterator[tuple[float, str]]:
    """Lines, put together again, with their left edges."""
    start, edge, middle, text = 0.0, 0.0, 0.0, ""
    for (left, top, right, bottom), words in sorted(
        pieces, key=lambda piece: (round(sum(piece[0][1::2]) / 8), piece[0][0])
    ):
        if text and abs((top + bottom) / 2 - middle) < 4 and -_NEAR < left - edge < _NEAR:
            text += words
        else:
            yield start, text
            start, text = left, words
        edge, middle = right, (top + bottom) / 2
    yield start, text


if __name__ == "__main__":
    found = [f"{path} {fault}" for path in sorted(Path(sys.argv[1]).rglob("*.pdf")) for fault in faults(path)]
    print("\n".join(found))
    sys.exit(bool(found))
