"""标准体系结构图: a tree of boxes, laid out in millimetres for a landscape page.

In: boxes with what stands in them. Out: one chart, or an overview and a chart for each branch where one would be too wide.
Solid lines say what belongs to what, dashed ones what the system goes with (GB/T 13016—2018).
"""

from collections.abc import Iterator

from msgspec import Struct

WIDTH, GAP = 246.0, 2.4
MOST = 12
"""Boxes side by side; more are too narrow for the number of a standard."""
ROOT, RELATED, LEVEL, DROP = 12.0, 8.0, 14.0, 7.0
"""Heights of the root, of the box above it, of a branch, and of the lines between two levels."""
LINE, CODE, NAME, COUNT, EDGES = 3.2, 3.6, 4.0, 3.6, 2.4
"""Heights in a leaf: the number of a standard, the code, a line of the title, the count, and what is left above and below."""
LETTER = 3.0
"""Width of a character of the title."""
SHOWN = 20
"""Numbers of standards in one box; the rest are counted."""


class NodeBox(Struct, frozen=True):
    """A branch before it has a place."""

    code: str
    title: str
    count: int
    numbers: tuple[str, ...]
    below: tuple["NodeBox", ...]


class Box(Struct, frozen=True):
    """A box with its place. `kind` is root, related, branch or leaf."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    code: str
    title: str
    count: int
    numbers: tuple[str, ...] = ()


class Stroke(Struct, frozen=True):
    """A level or upright line; `width` or `height` is 0."""

    x: float
    y: float
    width: float
    height: float
    dashed: bool = False


class ChartView(Struct, frozen=True):
    """One chart. `title` tells several apart; "" for a chart that shows all."""

    title: str
    width: float
    height: float
    boxes: tuple[Box, ...]
    strokes: tuple[Stroke, ...]


def charts(title: str, count: int, related: tuple[str, ...], nodes: tuple[NodeBox, ...]) -> tuple[ChartView, ...]:
    """One chart of everything if it fits; else the first level, then each branch."""
    root = NodeBox("", title, count, (), nodes)
    if sum(_leaves(node) for node in nodes) <= MOST:
        return (_chart("", root, related),)
    over = tuple([NodeBox(node.code, node.title, node.count, (), ()) for node in nodes])
    return (
        _chart("总图", NodeBox("", title, count, (), over), related),
        *[_chart(f"{node.code}　{node.title}", node, ()) for node in nodes],
    )


def _leaves(node: NodeBox) -> int:
    return sum(_leaves(one) for one in node.below) or 1


def _chart(title: str, root: NodeBox, related: tuple[str, ...]) -> ChartView:
    boxes: list[Box] = []
    strokes: list[Stroke] = []
    top = 0.0
    if related:
        text = "　".join(related)
        width = min(WIDTH, 12 + 3.7 * len(text))
        boxes.append(Box("related", (WIDTH - width) / 2, 0, width, RELATED, "", text, 0))
        strokes.append(Stroke(WIDTH / 2, RELATED, 0, DROP * 0.7, dashed=True))
        top = RELATED + DROP * 0.7
    column = (WIDTH + GAP) / max(_leaves(root), 6)
    start = (WIDTH + GAP - column * _leaves(root)) / 2
    for box, lines in _place(root, start, top, column, 0):
        boxes.append(box)
        strokes += lines
    lowest = max(box.y + box.height for box in boxes)
    return ChartView(title, WIDTH, round(lowest, 2), tuple([_rounded(box) for box in boxes]), tuple(strokes))


def _place(node: NodeBox, left: float, top: float, column: float, depth: int) -> Iterator[tuple[Box, list[Stroke]]]:
    """A box in the middle above those below it, and the lines to them."""
    span = column * _leaves(node) - GAP
    middle = left + span / 2
    if depth == 0:
        width, height = max(70.0, 16 + 5.2 * len(node.title)), ROOT
    elif node.below:
        width, height = min(span, 56.0), LEVEL
    else:
        width, height = column - GAP, _leaf_height(node, column - GAP)
    kind = "root" if depth == 0 else "branch" if node.below else "leaf"
    numbers = node.numbers
    if len(numbers) > SHOWN:
        numbers = (*numbers[:SHOWN], f"等{len(numbers)}项")
    box = Box(kind, middle - width / 2, top, width, height, node.code, node.title, node.count, numbers)
    lines: list[Stroke] = []
    placed: list[tuple[Box, list[Stroke]]] = []
    if node.below:
        beneath, at, centres = top + height + DROP, left, list[float]()
        for one in node.below:
            wide = column * _leaves(one)
            centres.append(at + (wide - GAP) / 2)
            placed += _place(one, at, beneath, column, depth + 1)
            at += wide
        bar = top + height + DROP / 2
        lines.append(Stroke(middle, top + height, 0, DROP / 2))
        lines.append(Stroke(centres[0], bar, centres[-1] - centres[0], 0))
        lines += [Stroke(centre, bar, 0, DROP / 2) for centre in centres]
    yield box, [Stroke(round(s.x, 2), round(s.y, 2), round(s.width, 2), round(s.height, 2)) for s in lines]
    yield from placed


def _leaf_height(node: NodeBox, width: float) -> float:
    lines = -(-len(node.title) * LETTER // (width - 1.6))
    numbers = LINE * min(len(node.numbers), SHOWN + 1) + 2.0 if node.numbers else 0.0
    return EDGES + (CODE if node.code else 0.0) + NAME * lines + COUNT + numbers


def _rounded(box: Box) -> Box:
    x, y, width, height = (round(value, 2) for value in (box.x, box.y, box.width, box.height))
    return Box(box.kind, x, y, width, height, box.code, box.title, box.count, box.numbers)
