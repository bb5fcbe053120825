"""How wide the columns of the official table are.

In: a catalog. Out: shares of the table in percent, in the order of its columns. The columns of ticks and of channels have the
width their content needs; what an optional column takes, the columns of running text give.
"""

from gkstd.render.views.catalog import CatalogView

SERIAL, CATEGORY, ITEM, BODY, CHANNELS, TICK, GROUP = 3.0, 6.0, 7.8, 6.0, 17.0, 3.5, 5.0
TEXT = (13.6, 15.1, 9.0)
"""公开内容, 公开依据 and 公开时限 in a table of fourteen columns."""


def shares(catalog: CatalogView) -> tuple[float, ...]:
    """One for each `col`; they add up to a hundred."""
    levels = len(catalog.levels)
    items = (CATEGORY, ITEM, ITEM) if catalog.nested else (CATEGORY, ITEM)
    stage = (TICK,) if catalog.staged else ()
    rest = (BODY, CHANNELS, TICK, GROUP, TICK, TICK, *[TICK] * levels)
    left = 100 - SERIAL - sum(items) - sum(stage) - sum(rest)
    text = [round(left * share / sum(TEXT), 2) for share in TEXT]
    return (SERIAL, *items, *stage, *text, *rest)
