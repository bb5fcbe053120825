"""Numbers of standards and of documents in running text: they are read in one piece and stay on one line.

In: text or HTML. Out: HTML in which each such number is a `run`, which the style sheet does not let break.
"""

import re

from markupsafe import Markup, escape

STANDARD = r"[A-Z]{1,5}(?:/[A-Z]{1,4})? ?\d+(?:\.\d+)*(?:—\d{4})?"
"""GB/T 1.1—2020, Q/JBZW 206—2018, GB/T 1526; and whatever else is capital letters and a number."""
DOCUMENT = r"[\u4e00-\u9fff]{0,4}〔\d{4}〕(?:第?\d+号)?"
"""国办发〔2017〕42号."""

_RUN = re.compile(rf"(<[^>]*>)|({STANDARD}|{DOCUMENT})")
_SIGNS = ("—", "〔", "/T ")
"""Without one of them nothing would be broken; most texts have none."""


def unbroken(text: str) -> Markup:
    """The text, its tags as they are; what is no HTML yet is escaped."""
    html = escape(text)
    if not any(sign in html for sign in _SIGNS):
        return html
    return Markup(_RUN.sub(lambda found: found[1] or f'<span class="run">{found[2]}</span>', html))  # noqa: S704 - escaped above
