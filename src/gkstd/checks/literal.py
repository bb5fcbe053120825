"""GK505, GK506: markup that is printed as it stands, and bold paragraphs in place of headings.

In: a context. Out: findings in running text. HTML is off everywhere, and links lead only to `#id`, https, http and mailto; what
else looks like markup reaches the reader letter for letter, which the editor sees only in print.
"""

import re
from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.written_text import Piece, pieces
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import document

_ELEMENTS = (
    "a|abbr|b|big|blockquote|br|button|caption|center|code|col|colgroup|dd|del|details|div|dl|dt|em|embed|figure|font|form|h[1-6]"
    "|hr|i|iframe|img|input|ins|kbd|label|li|link|mark|math|meta|object|ol|option|p|pre|q|s|script|section|select|small|span|strike"
    "|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|tr|tt|u|ul|video"
)
_MARKUP = re.compile(
    r"(?P<code>(?<!\\)(`+).*?(?<!`)\2(?!`))"
    rf"|(?P<html><(?:{_ELEMENTS})(?:\s[^<>\n]*)?/?>|<!--)"
    r"|(?<!\\)(?P<image>!?)\[[^\[\]\n]*\]\((?P<target>[^()\s#<>][^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)[^()\n]*\)",
    re.IGNORECASE | re.DOTALL,
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_LEADS = frozenset({"http", "https", "mailto"})
_SHOWN = 40
_PROSE = frozenset({"clause", "annex", "term", "document"})
"""Texts of standards, in which an image of the project is a figure: GK607 speaks of those it does not have."""
HTML = Text("这里只用 Markdown：**粗体**、列表、表格", "only Markdown here: **bold**, lists, tables")
IMAGE = Text(
    "手册的文字里不放图像；标准里的图放在 standards/images",
    "there are no images in the text of workbooks; those of standards are in standards/images",
)
ALONE = Text("图单独占一行才排成图", "an image is a figure only on a line of its own")
_BOLD = re.compile(
    r"(?:(?<=\n\n)|\A)\*\*(?P<title>[^*\n]{1,30}(?<![。！？；，、：…”）\s]))\*\*(?=[ \t]*(?:\n\n|\n?\Z))"
)
"""A short paragraph, bold from end to end, that does not end like a sentence."""


def literal_markup(ctx: Context) -> Iterator[Diagnostic]:
    """HTML, and links and images whose targets are not allowed."""
    for piece in pieces(ctx.project):
        if "<" in piece.text or "](" in piece.text:
            for hit in _MARKUP.finditer(piece.text):
                if hints := _hints(hit, piece):
                    shown = hit[0] if len(hit[0]) <= _SHOWN else f"{hit[0][:_SHOWN]}…"
                    span = ctx.places.span(piece.kind, piece.id, *piece.path, within=hit.span())
                    yield document.LITERAL_MARKUP.at(span, hints=hints, markup=shown)


def bold_headings(ctx: Context) -> Iterator[Diagnostic]:
    """Paragraphs of workbooks that are bold from end to end and no sentence; in standards GK681 speaks of them."""
    for piece in pieces(ctx.project):
        if piece.kind == "workbook" and "**" in piece.text:
            for hit in _BOLD.finditer(piece.text):
                span = ctx.places.span(piece.kind, piece.id, *piece.path, within=hit.span())
                hint = Text(f"写成“## {hit['title']}”", f"write `## {hit['title']}`")
                yield document.BOLD_HEADING.at(span, hints=(hint,))


def _hints(hit: re.Match[str], piece: Piece) -> tuple[Text, ...]:
    """How to mend it; () for what is no slip."""
    if hit["code"] is not None:
        return ()
    if hit["html"] is not None:
        return (HTML,)
    if hit["image"]:
        return (IMAGE,) if piece.kind not in _PROSE else () if _alone(hit) else (ALONE,)
    scheme = _SCHEME.match(hit["target"])
    if scheme and scheme[1].lower() in _LEADS:
        return ()
    what = (f"不许用 {scheme[1]}:", f"not by {scheme[1]}:") if scheme else ("不指向文件", "not to files")
    return (
        Text(f"链接只写 #编号、https:// 或者 mailto:，{what[0]}", f"links lead to #id, https:// or mailto:, {what[1]}"),
    )


def _alone(hit: re.Match[str]) -> bool:
    """Whether it stands on a line of its own."""
    before, after = hit.string[: hit.start()].rpartition("\n")[2], hit.string[hit.end() :].partition("\n")[0]
    return not before.strip() and not after.strip()
