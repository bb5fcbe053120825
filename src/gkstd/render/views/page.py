"""Where on the portal something stands: permanent addresses, which pages link to, open data tells and books print as codes.

In: index numbers and ids. Out: paths relative to the site's root. No character of the source reaches a path unless it is a
letter, a digit or a hyphen.
"""

import re

_UNSAFE = re.compile(r"[^0-9A-Za-z-]")


def safe(text: str) -> str:
    """`text` as part of a file name; different texts give different names (`/` becomes `_2f_`)."""
    return _UNSAFE.sub(lambda m: f"_{ord(m[0]):x}_", text)


def item_address(index: str, id: str) -> str:
    """By index number; an item that has none yet stands under its id, marked so that it can never clash."""
    return f"items/{safe(index) if index else '_' + safe(id)}.html"


def domain_address(id: str) -> str:
    """The catalog of a domain."""
    return f"domains/{safe(id)}.html"


def document_address(id: str) -> str:
    """A standard of the county's own."""
    return f"standards/{safe(id)}.html"
