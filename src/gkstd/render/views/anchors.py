"""Names of places in a standard, the same in print and on the portal: from ids, so that they stay when numbers move.

In: the kind of a target and its id. Out: the name of an anchor.
"""

from gkstd.render.views.page import safe

LIKE_ITEMS = ("item", "bullet")


def anchor(kind: str, id: str, home: str = "", prefix: str = "") -> str:
    """clause-scope, term-item, table-often …; what an annex shows (catalog:x) is found at the annex (`home`)."""
    if ":" in id:
        return f"{prefix}annex-{safe(home)}"
    return f"{prefix}{'item' if kind in LIKE_ITEMS else kind}-{safe(id)}"
