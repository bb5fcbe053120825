"""Markdown of text fields → HTML that is safe to print. The only module that knows the Markdown parser.

In: the text an editor wrote. Out: `Markup`. HTML in the text stays text, images are refused (nothing is fetched), links
keep only schemes that cannot run anything; headings are moved down so that they stay below the heading of their place.
"""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup


def markup(text: str, *, under: int = 1) -> Markup:
    """The text as HTML blocks; the highest heading in it is one level below `under` (1 to 5)."""
    parser = _parser()
    tokens = parser.parse(text)
    heads = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    highest = min([int(token.tag[1:]) for token in heads], default=1)
    for token in heads:
        token.tag = f"h{min(6, int(token.tag[1:]) - highest + 1 + under)}"
    return Markup(parser.renderer.render(tokens, parser.options, {}))  # noqa: S704 - the parser escapes all text


def inline(text: str) -> Markup:
    """One line as HTML without a paragraph around it, for cells and definitions."""
    parser = _parser()
    return Markup(parser.renderInline(text))  # noqa: S704 - as above


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables, and nothing that reaches out of the page."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "html_block", "html_inline"])
    parser.add_render_rule("softbreak", _soft_break)
    return parser


def _soft_break(_renderer: object, tokens: list[Token], place: int, *_: object) -> str:
    """A line break in the source is a space between Latin words and nothing between Chinese characters."""
    before = tokens[place - 1].content[-1:] if place else ""
    after = tokens[place + 1].content[:1] if place + 1 < len(tokens) else ""
    return "\n" if before.isascii() and after.isascii() else ""


def plain(text: str) -> str:
    """The words of the text alone, no marks; blocks and cells are apart by a line break."""
    lines = [_words(token) for token in _parser().parse(text)]
    return "\n".join([line for line in lines if line])


def _words(token: Token) -> str:
    if token.type in ("text", "code_inline", "fence", "code_block"):
        return token.content.strip("\n")
    return "".join([_words(inner) for inner in token.children or []])
