"""公开渠道和载体 in a narrow cell: the boxes two to a line, the second column straight.

In: boxes. Out: one text with line breaks. Text, not markup: a box in an element of its own costs a sixth of the layout.
"""

from collections.abc import Sequence

from gkstd.render.views.catalog import Box

COLUMN = 6
"""Characters the first column takes, box included; 公开查阅点 just fills it."""
PAIR = 8
"""Characters of a box that may still stand second on a line."""


def lines(boxes: Sequence[Box]) -> str:
    """■政府网站　　□政府公报, and so on; a long box has a line to itself."""
    rows: list[str] = []
    waiting = ""
    for box in boxes:
        text = f"{box.mark}{box.text}"
        if waiting and len(text) <= PAIR:
            rows.append(f"{waiting}{'　' * (COLUMN - len(waiting))} {text}")
            waiting = ""
        else:
            rows.extend([waiting] if waiting else [])
            waiting = text if len(text) <= COLUMN else ""
            rows.extend([] if waiting else [text])
    return "\n".join([*rows, *([waiting] if waiting else [])])
