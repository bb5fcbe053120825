"""A laid-out process as the values its SVG template prints. In: `ProcessView`, `Layout`. Out: `Chart`: numbers and text only."""

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from gkstd.render.flowchart.boxes import FOOT_LINE, INDENTS, LABEL_LINE, NOTE_LINE, SMALLEST, TITLE, TITLE_LINE
from gkstd.render.flowchart.cut import CONNECTOR
from gkstd.render.flowchart.layout import XY, Drawn, Layout, Placed
from gkstd.render.flowchart.measure import flow, width, wrap
from gkstd.render.flowchart.shapes import SLANT, Place, number, outline, path, text_shift
from gkstd.render.views.process import KINDS, ProcessView, StepView

_HEADING, _TITLE_SIZE, _TITLE_LINE, _META_LINE = 28.0, 20.0, 27.0, 20.0
_LANE_EMS_MARGIN, _LANE_SIZE, _LANE_LINE, _LANE_LINES = 5.0, 13.0, 17.0, 6
_KEY_WIDTH, _KEY_HEIGHT, _KEY_GAP = 28.0, 15.0, 14.0
_NOBODY = "nobody"
"""The lane of a process that names none."""
_ROUND, _HOP, _HEAD, _HEAD_HALF = 5.0, 4.0, 9.0, 4.0


class Dress(Struct, frozen=True):
    """What is around a chart: `titled` has its title and its terms above, `foot` are texts below, `key` explains the symbols.

    `margin` and the least `width` are px. With `linked`, what leads elsewhere is marked as a link (the site says where to).
    """

    titled: bool = True
    foot: tuple[str, ...] = ()
    key: bool = True
    margin: float = 20.0
    width: float = 0.0
    linked: bool = False


class Text(Struct, frozen=True):
    """One line of text at its anchor point on the baseline; `item` is the id of the item it names."""

    x: str
    y: str
    text: str
    kind: str = ""
    item: str = ""


class LaneMark(Struct, frozen=True):
    """A lane: its rectangle, its heading in lines; `id` is that of its actor."""

    id: str
    title: str
    x: str
    width: str
    heading: tuple[Text, ...]


class ExitMark(Struct, frozen=True):
    """A flow line: path data, arrow head, label in lines."""

    source: str
    target: str
    label: str
    path: str
    head: str
    back: bool
    critical: bool
    anchor: str
    lines: tuple[Text, ...]


class StepMark(Struct, frozen=True):
    """A symbol with its text; `badge` is where its number stands, `notes` what stands beside it, `leader` leads to the notes.

    `critical` steps and exits are those of the longest way through the process.
    """

    step: StepView
    outline: str
    inner: tuple[str, ...]
    title: tuple[Text, ...]
    badge: XY
    leader: str
    bracket: str
    notes: tuple[Text, ...]
    tags: tuple[XY, ...]
    description: str
    critical: bool


class KeyMark(Struct, frozen=True):
    """A symbol and its name."""

    kind: str
    outline: str
    inner: tuple[str, ...]
    name: Text


class Chart(Struct, frozen=True):
    """All that the template prints; coordinates are px, `printed` is the size in pt for paper, which may lie `across`."""

    view: ProcessView
    width: str
    height: str
    centre: str
    title: tuple[Text, ...]
    meta: str
    meta_y: str
    top: str
    body_height: str
    heading: str
    margin: str
    lanes: tuple[LaneMark, ...]
    steps: tuple[StepMark, ...]
    exits: tuple[ExitMark, ...]
    foot: tuple[Text, ...]
    key: tuple[KeyMark, ...]
    linked: bool = False
    critical: bool = False
    printed: XY | None = None
    across: bool = False


class Frame(Struct, frozen=True):
    """What is around a layout, and where: `wide` is the chart, `corner` its place of (0, 0)."""

    width: float
    height: float
    wide: float
    corner: XY
    top: float
    heading: float
    title: tuple[str, ...]
    meta: str
    meta_y: float
    lanes: list[tuple[float, float, tuple[str, ...]]]
    key: tuple[KeyMark, ...]
    foot: tuple[Text, ...]


def framed(view: ProcessView, plan: Layout, dress: Dress) -> Frame:
    """Title, lane headings, key and foot: all that says how large a chart is."""
    margin, wide = dress.margin, max(plan.width, 420.0 if dress.titled else 0.0)
    broad = max(wide, dress.width)
    aside = margin + (broad - wide) / 2
    title = wrap(view.title, wide / _TITLE_SIZE, 3) if dress.titled else ()
    meta = _meta(view) if dress.titled else ""
    meta_y = margin + len(title) * _TITLE_LINE + 10
    top = (meta_y + (_META_LINE if meta else 0.0) - 4) if dress.titled else margin
    lanes = _lanes(view, plan, wide)
    heading = _HEADING + (max((len(lane) for _, _, lane in lanes), default=1) - 1) * _LANE_LINE
    y = top + heading
    key, foot_y = _key(view, margin, broad, y + plan.height) if dress.key else ((), y + plan.height)
    foot = _foot(dress, broad, foot_y)
    height = foot_y + margin + len(foot) * FOOT_LINE + (8 if foot else 0)
    return Frame(broad + 2 * margin, height, wide, (aside, y), top, heading, title, meta, meta_y, lanes, key, foot)


def chart(view: ProcessView, plan: Layout, dress: Dress) -> Chart:
    """The chart with its title, lane headings and foot."""
    frame = framed(view, plan, dress)
    aside, y = frame.corner
    ways = _critical(view)
    longest = {id for way in ways for id in way}
    return Chart(
        view=view,
        width=number(frame.width),
        height=number(frame.height),
        centre=number(aside + frame.wide / 2),
        title=_centred(frame.title, aside + frame.wide / 2, dress.margin + _TITLE_SIZE, _TITLE_LINE),
        meta=frame.meta,
        meta_y=number(frame.meta_y),
        top=number(frame.top),
        body_height=number(frame.heading + plan.height),
        heading=number(frame.heading),
        margin=number(dress.margin),
        lanes=tuple(_lane(view, at, lane, (aside, frame.top), frame.heading) for at, lane in enumerate(frame.lanes)),
        steps=tuple(
            _step(step, placed, (aside, y), critical=step.id in longest)
            for step, placed in zip(view.steps, plan.steps, strict=True)
        ),
        exits=tuple(_exit(view, drawn, (aside, y), ways) for drawn in plan.exits),
        foot=frame.foot,
        key=frame.key,
        linked=dress.linked,
        critical=bool(ways),
    )


def _critical(view: ProcessView) -> frozenset[tuple[str, str]]:
    """The exits of the longest way, as (step, next step); none where no step has a limit."""
    if view.time is None or not view.time.timed:
        return frozenset()
    return frozenset(pairwise(step.id for step in view.time.path))


def _meta(view: ProcessView) -> str:
    """承诺期限 and 法定期限 on one line."""
    terms = (("承诺期限", view.promise), ("法定期限", view.statutory), ("改革", view.reform))
    return "　　".join(f"{name}：{text}" for name, text in terms if text)


def _foot(dress: Dress, wide: float, y: float) -> tuple[Text, ...]:
    """The texts below the chart, broken into lines."""
    lines = [line for text in dress.foot for line in flow(text, wide / SMALLEST)]
    return tuple(
        [Text(number(dress.margin), number(y + 8 + (at + 1) * FOOT_LINE - 4), line) for at, line in enumerate(lines)]
    )


def _key(view: ProcessView, margin: float, wide: float, y: float) -> tuple[tuple[KeyMark, ...], float]:
    """The symbols this chart uses, in rows, and where they end."""
    kinds = [kind for kind in (*KINDS, CONNECTOR) if any(step.kind == kind for step in view.steps)]
    marks: list[KeyMark] = []
    x, row = margin, y + 20
    for kind in dict.fromkeys("start" if kind == "end" else kind for kind in kinds):
        name = _KEY_NAMES.get(kind) or KINDS[kind]
        size = _KEY_WIDTH + 5 + width(name, SMALLEST)
        if x + size > margin + wide and x > margin:
            x, row = margin, row + 20
        wide_mark = _KEY_HEIGHT if kind == CONNECTOR else _KEY_WIDTH
        closed, *inner = outline(kind, Place(x + _KEY_WIDTH / 2, row, wide_mark, _KEY_HEIGHT), 0.42)
        marks.append(KeyMark(kind, closed, tuple(inner), Text(number(x + _KEY_WIDTH + 5), number(row + 4.3), name)))
        x += size + _KEY_GAP
    return tuple(marks), (row + 10 if marks else y)


_KEY_NAMES = {"start": "开始、结束", CONNECTOR: "连接符（同字母相接）"}


def _lanes(view: ProcessView, plan: Layout, wide: float) -> list[tuple[float, float, tuple[str, ...]]]:
    """(left, width, heading) of each lane; the last one takes what is left of the width."""
    found = []
    for at, (left, right) in enumerate(plan.lanes):
        end = wide if at == len(plan.lanes) - 1 else right
        title = view.lanes[at] if at < len(view.lanes) else ""
        found.append((left, end - left, wrap(title, (end - left - _LANE_EMS_MARGIN) / _LANE_SIZE, _LANE_LINES)))
    return found


def _lane(
    view: ProcessView, at: int, lane: tuple[float, float, tuple[str, ...]], corner: XY, heading: float
) -> LaneMark:
    left, wide, lines = lane[0] + corner[0], lane[1], lane[2]
    first = corner[1] + heading / 2 - (len(lines) - 1) * _LANE_LINE / 2 + _LANE_SIZE * 0.36
    id, title = (view.lane_ids[at], view.lanes[at]) if at < len(view.lanes) else (_NOBODY, "")
    centred = _centred(lines, left + wide / 2, first, _LANE_LINE)
    return LaneMark(id, title, number(left), number(wide), centred)


def _centred(lines: Sequence[str], x: float, y: float, line: float) -> tuple[Text, ...]:
    return tuple(Text(number(x), number(y + place * line), text) for place, text in enumerate(lines))


def _step(step: StepView, placed: Placed, corner: XY, *, critical: bool) -> StepMark:
    content = placed.content
    x, y = corner[0] + placed.x, corner[1] + placed.y
    closed, *inner = outline(step.kind, Place(x, y, content.width, content.height))
    first = y + text_shift(step.kind) - (len(content.title) - 1) * TITLE_LINE / 2 + TITLE * 0.36
    left = corner[0] + placed.notes
    notes, tags = _notes(placed, left + 8, y)
    half = content.notes_height / 2 + 1
    return StepMark(
        step=step,
        outline=closed,
        inner=tuple(inner),
        title=_centred(content.title, x, first, TITLE_LINE),
        badge=_badge(step.kind, x, y, content.width, content.height),
        leader=path("M", x + content.width / 2 - _inset(step.kind), y, "H", left) if notes else "",
        bracket=path("M", left + 5, y - half, "H", left, "V", y + half, "H", left + 5) if notes else "",
        notes=notes,
        tags=tags,
        description=_description(step),
        critical=critical,
    )


def _inset(kind: str) -> float:
    return 7.0 if kind in ("data", "manual") else 0.0


def _notes(placed: Placed, left: float, y: float) -> tuple[tuple[Text, ...], tuple[XY, ...]]:
    """Lines beside the symbol, the tags before some of them."""
    first = y - placed.content.notes_height / 2
    texts: list[Text] = []
    tags: list[XY] = []
    for place, note in enumerate(placed.content.notes):
        base = first + place * NOTE_LINE + 11.6
        indent = INDENTS.get(note.kind, 0.0)
        texts.append(Text(number(left + indent), number(base), note.text, note.kind, note.item))
        if note.kind == "tag":
            tags.append((round(left, 1), round(base - 10.9, 1)))
    return tuple(texts), tuple(tags)


def _badge(kind: str, x: float, y: float, wide: float, tall: float) -> XY:
    """The number of a step sits on the outline, at its upper left."""
    if kind == "decision":
        right, down = wide * 0.15 - 6, tall * 0.35 - 7
    elif kind in ("start", "end"):
        right, down = (
            -2.5,
            0.275 * min(wide, tall),
        )  # beside the text, and low enough to leave the arrow heads above it free
    elif kind == "input":
        right, down = 0.0, SLANT
    else:
        right = down = 5.0 if kind in ("preparation", "data") else 0.0
    return round(x - wide / 2 + right, 1), round(y - tall / 2 + down, 1)


def _description(step: StepView) -> str:
    """The step in words, for those who hear the chart."""
    words = [step.kind_title, step.lane, step.said_limit]
    words += [f"公开：{item.title}" for item in step.discloses]
    words += [f"{exit.label or '下一步'}：{exit.number} {exit.title}" for exit in step.exits]
    words += [f"待核：{step.pending}" if step.pending else ""]
    return "；".join(word for word in words if word)


def _exit(view: ProcessView, drawn: Drawn, corner: XY, ways: Container[tuple[str, str]]) -> ExitMark:
    source, target = view.steps[drawn.line.source], view.steps[drawn.line.target]
    points = [(x + corner[0], y + corner[1]) for x, y in drawn.points]
    x, y = drawn.label_at[0] + corner[0], drawn.label_at[1] + corner[1]
    return ExitMark(
        source=source.id,
        target=target.id,
        label=source.exits[drawn.line.place].label,
        path=_rounded(points, [(x + corner[0], y + corner[1]) for x, y in drawn.hops]),
        head=_arrow(points),
        back=drawn.line.back,
        critical=(source.id, target.id) in ways,
        anchor=drawn.anchor,
        lines=tuple(Text(number(x), number(y + place * LABEL_LINE), text) for place, text in enumerate(drawn.label)),
    )


def _rounded(points: list[XY], hops: list[XY]) -> str:
    """A path with rounded corners that ends where its arrow head ends and leaps over the lines it crosses."""
    points = [p for place, p in enumerate(points) if place == 0 or p != points[place - 1]]
    parts: list[str | float] = ["M", *points[0]]
    start = points[0]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_ROUND, _distance(before, corner) / 2, _distance(corner, after) / 2)
        end = _toward(corner, before, radius)
        parts += [*_leaps(start, end, hops), "L", *end, "Q", *corner, *(start := _toward(corner, after, radius))]
    return path(*parts, *_leaps(start, points[-1], hops), "L", *points[-1])


def _leaps(start: XY, end: XY, hops: list[XY]) -> Iterator[str | float]:
    """Half circles over the lines that a level piece crosses: a line that is crossed goes straight on."""
    ahead = 1 if start[0] < end[0] else -1
    for x, y in sorted(hops, reverse=ahead < 0):
        if (
            start[1] == y == end[1]
            and min(abs(x - start[0]), abs(end[0] - x)) > _HOP
            and (x - start[0]) * (end[0] - x) > 0
        ):
            yield from ("L", x - ahead * _HOP, y)
            yield from ("A", _HOP, _HOP, f"0 0 {int(ahead > 0)}", x, y - _HOP)
            yield from ("A", _HOP, _HOP, f"0 0 {int(ahead > 0)}", x + ahead * _HOP, y)


def _arrow(points: list[XY]) -> str:
    """A solid triangle with its tip at the end of the line."""
    (x, y), before = points[-1], next(p for p in reversed(points[:-1]) if p != points[-1])
    bx, by = _toward((x, y), before, _HEAD)
    dx, dy = (0.0, _HEAD_HALF) if by == y else (_HEAD_HALF, 0.0)
    return path("M", x, y, "L", bx + dx, by + dy, "L", bx - dx, by - dy, "Z")


def _distance(one: XY, two: XY) -> float:
    return abs(one[0] - two[0]) + abs(one[1] - two[1])


def _toward(start: XY, goal: XY, by: float) -> XY:
    """A point on the way from one to another along an axis."""
    x, y = start
    step = by / max(_distance(start, goal), 1e-9)
    return x + (goal[0] - x) * step, y + (goal[1] - y) * step
