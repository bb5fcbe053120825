"""What stands in and beside the symbol of each step: wrapped text and sizes in px.

In: `ProcessView`. Out: `Boxes`. Symbols of one chart have one size, decisions another; both follow from the text alone.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from gkstd.render.flowchart.legend import Legend, legend
from gkstd.render.flowchart.measure import ELLIPSIS, width, wrap
from gkstd.render.flowchart.shapes import ROUND
from gkstd.render.views.process import DisclosureView, ProcessView, StepView

TITLE, NOTE, LABEL = 13.0, 12.0, 12.0
TITLE_LINE, NOTE_LINE, LABEL_LINE = 17.0, 14.5, 14.0
CIRCLE = 24.0
FOOT_LINE = 16.0
SMALLEST = 12.0
"""The smallest letters of a chart: paper and posters are scaled by it."""
_LINES, _NOTE_LINES = 6, 8
_SLANTED = frozenset(("manual", "data", "input", "preparation"))
_LABEL_EMS, _LABEL_LINES = 5.0, 3
_MARGIN = 6.0
_FLAT = 0.8
"""How tall a terminal may be for its width."""
DOT_WIDTH = 12.0
INDENTS = {"tag": 32.0, "more": DOT_WIDTH}
"""What lines of notes of some kinds are set in by: past the tag, past the dot of the first line."""
_TAG_ROOM = "\ue000" * 3
"""Three characters that stand for the tag while the title after it is broken into lines."""


class Measure(Struct, frozen=True):
    """Widths: of symbols in px, of their lines and of lines of notes in em."""

    box: float
    diamond: float
    title: float
    note: float


NORMAL = Measure(98.0, 130.0, 6.0, 7.4)
TIGHTER = (
    Measure(98.0, 130.0, 6.0, 6.3),
    Measure(96.0, 118.0, 6.0, 6.3),
    Measure(82.0, 116.0, 5.0, 6.3),
    Measure(72.0, 108.0, 4.2, 6.3),
)
"""For paper that is not wide enough, in this order."""


class NoteLine(Struct, frozen=True):
    """One line beside a symbol; `kind` is limit, mark (of basis and forms), tag (stands after the tag 公开), item, or in a list of
    items dot (begins one) and more.

    `item` is the id of the item whose title it is.
    """

    kind: str
    text: str
    item: str = ""


class Content(Struct, frozen=True):
    """`title` in lines, the size of the symbol, `notes` on its right and their width (0 without any)."""

    title: tuple[str, ...]
    width: float
    height: float
    notes: tuple[NoteLine, ...]
    notes_width: float

    @property
    def notes_height(self) -> float:
        """Height of all notes."""
        return len(self.notes) * NOTE_LINE


def circle(mark: str) -> Content:
    """A connector: its letter in a circle."""
    return Content((mark,), CIRCLE, CIRCLE, (), 0.0)


def contents(view: ProcessView, by: Measure = NORMAL) -> tuple[Content, ...]:
    """For each step of the view, in its order. Terminals are no taller than they need, lest they look like circles."""
    others = [_lines(step, by) for step in view.steps if step.kind != "decision"]
    height = max(42.0, max(map(len, others), default=1) * TITLE_LINE + 20)
    ems, tall = _diamond([step.title for step in view.steps if step.kind == "decision"], by.diamond)
    found = []
    marks = legend(view)
    for step in view.steps:
        notes = _notes(step, marks, by.note)
        wide = max((_note_width(note) for note in notes), default=0.0)
        if step.kind == "decision":
            found.append(Content(wrap(step.title, ems, _LINES), by.diamond, tall, notes, wide))
        else:
            lines = _lines(step, by)
            own = min(height, max(42.0, len(lines) * TITLE_LINE + 20)) if step.kind in ROUND else height
            found.append(Content(lines, by.box, own, notes, wide))
    return tuple(found)


def _lines(step: StepView, by: Measure) -> tuple[str, ...]:
    """The title in lines: shorter ones where the sides slant, or where the ends are round and the lines many. A word is broken rather
    than a terminal made as tall as it is broad.
    """
    for less in range(4):
        ems = by.title - (step.kind in _SLANTED) - less
        lines = wrap(step.title, ems, _LINES)
        if step.kind in ROUND and len(lines) > _flat(by):
            lower = wrap(step.title, ems, _flat(by))
            lines = lines if lower[-1].endswith(ELLIPSIS) else lower
        if step.kind not in ROUND or _in_round(lines, by.box):
            break
    return lines


def _flat(by: Measure) -> int:
    """How many lines a terminal has at most that does not look like a circle."""
    return int((_FLAT * by.box - 20) / TITLE_LINE)


def _in_round(lines: tuple[str, ...], wide: float) -> bool:
    """Whether the corners of all lines lie within round ends; a taller symbol than these lines need has more room."""
    tall = len(lines) * TITLE_LINE + 20
    radius = min(tall, wide) / 2
    for place, line in enumerate(lines):
        reach = abs(place - (len(lines) - 1) / 2) * TITLE_LINE + TITLE * 0.55
        over = max(0.0, reach - (tall / 2 - radius))
        room = wide / 2 - radius + max(0.0, radius**2 - over**2) ** 0.5
        if width(line, TITLE) / 2 > room - 1:
            return False
    return True


def label_lines(label: str) -> tuple[str, ...]:
    """The condition of an exit."""
    return wrap(label, _LABEL_EMS, _LABEL_LINES)


def _diamond(titles: list[str], broad: float) -> tuple[float, float]:
    """Line length in em and height in px of the flattest rhombus that holds every title."""
    options = []
    for ems in (4.0, 5.0, 6.0, 7.0):
        lines = [wrap(title, ems, _LINES) for title in titles]
        cut = sum(wrapped[-1:] != () and wrapped[-1].endswith(ELLIPSIS) for wrapped in lines)
        options.append((cut, max((_tall(wrapped, broad) for wrapped in lines), default=60.0), ems))
    _, height, ems = min(options)
    return ems, height


def _tall(lines: tuple[str, ...], broad: float) -> float:
    """Height of a rhombus around the lines: both corners of each line lie inside."""
    half = 0.0
    for place, line in enumerate(lines):
        reach = abs(place - (len(lines) - 1) / 2) * TITLE_LINE + TITLE / 2
        room = 1 - width(line, TITLE) / (broad - _MARGIN)
        half = max(half, reach / max(room, 0.1))
    return max(60.0, 2 * half + 4)


def _notes(step: StepView, marks: Legend, ems: float) -> tuple[NoteLine, ...]:
    lines = [
        NoteLine("limit", text)
        for part in step.said_limit.split("，")
        for text in wrap(part, ems, _NOTE_LINES, hang=True)
    ]
    lines += [NoteLine("mark", text) for text in wrap(marks.of(step), ems, 3)]
    lines += [NoteLine("mark", text) for text in wrap(_doubt(step), ems, 2)]
    lines += _disclosed(step.discloses, ems)
    return tuple(lines)


def _doubt(step: StepView) -> str:
    return f"待核：{step.pending}" if step.pending else ""


def _disclosed(items: Sequence[DisclosureView], ems: float) -> Iterator[NoteLine]:
    """What a step discloses: the title of one item after the tag, several as a list below it."""
    if len(items) == 1:
        first, *rest = wrap(_TAG_ROOM + items[0].title, ems, _NOTE_LINES, hang=True)
        yield NoteLine("tag", first.removeprefix(_TAG_ROOM), items[0].id)
        yield from [NoteLine("item", text, items[0].id) for text in rest]
        return
    if items:
        yield NoteLine("tag", f"{len(items)}项")
    for item in items:
        first, *rest = wrap(item.title, ems - DOT_WIDTH / NOTE, _NOTE_LINES, hang=True)
        yield NoteLine("dot", f"·{first}", item.id)
        yield from [NoteLine("more", text, item.id) for text in rest]


def _note_width(note: NoteLine) -> float:
    return width(note.text, NOTE) + INDENTS.get(note.kind, 0.0)
