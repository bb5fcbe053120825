"""What stands in and beside the symbol of each step: wrapped text and sizes in px.

In: `ProcessView`. Out: `Boxes`. Symbols of one chart have one size, decisions another; both follow from the text alone.
"""

from msgspec import Struct

from gkstd.render.flowchart.measure import width, wrap
from gkstd.render.views.process import ProcessView, StepView

TITLE, NOTE, LABEL = 14.0, 11.0, 12.0
TITLE_LINE, NOTE_LINE, LABEL_LINE = 19.0, 15.0, 14.0
BOX_WIDTH = 164.0
DIAMOND_WIDTH = 184.0
_EMS, _LINES = 9.0, 4
_NOTE_EMS, _NOTE_LINES = 11.0, 3
_LABEL_EMS, _LABEL_LINES = 6.0, 3
_MARGIN = 8.0
TAG_WIDTH = 30.0
_TAG_ROOM = "\ue000" * 3
"""Three characters that stand for the tag while the title after it is broken into lines."""


class NoteLine(Struct, frozen=True):
    """One line beside a symbol; `kind` is limit, tag (stands after the tag 公开), item or index."""

    kind: str
    text: str


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


def contents(view: ProcessView) -> tuple[Content, ...]:
    """For each step of the view, in its order."""
    others = [wrap(step.title, _EMS, _LINES) for step in view.steps if step.kind != "decision"]
    height = max(46.0, max(map(len, others), default=1) * TITLE_LINE + 24)
    ems, tall = _diamond([step.title for step in view.steps if step.kind == "decision"])
    found = []
    for step in view.steps:
        notes = _notes(step)
        wide = max((_note_width(note) for note in notes), default=0.0)
        if step.kind == "decision":
            found.append(Content(wrap(step.title, ems, _LINES), DIAMOND_WIDTH, tall, notes, wide))
        else:
            found.append(Content(wrap(step.title, _EMS, _LINES), BOX_WIDTH, height, notes, wide))
    return tuple(found)


def label_lines(label: str) -> tuple[str, ...]:
    """The condition of an exit."""
    return wrap(label, _LABEL_EMS, _LABEL_LINES)


def _diamond(titles: list[str]) -> tuple[float, float]:
    """Line length in em and height in px of the flattest rhombus that holds every title."""
    options = []
    for ems in (6.0, 7.0, 8.0, 9.0):
        lines = [wrap(title, ems, _LINES) for title in titles]
        options.append((max((_tall(wrapped) for wrapped in lines), default=64.0), ems))
    height, ems = min(options)
    return ems, height


def _tall(lines: tuple[str, ...]) -> float:
    """Height of a rhombus around the lines: both corners of each line lie inside."""
    half = 0.0
    for place, line in enumerate(lines):
        reach = abs(place - (len(lines) - 1) / 2) * TITLE_LINE + TITLE / 2
        room = 1 - width(line, TITLE) / (DIAMOND_WIDTH - _MARGIN)
        half = max(half, reach / max(room, 0.1))
    return max(64.0, 2 * half + 4)


def _notes(step: StepView) -> tuple[NoteLine, ...]:
    lines = [NoteLine("limit", text) for text in wrap(step.limit, _NOTE_EMS, _NOTE_LINES)]
    for item in step.discloses:
        first, *rest = wrap(_TAG_ROOM + item.title, _NOTE_EMS, _NOTE_LINES)
        lines.append(NoteLine("tag", first.removeprefix(_TAG_ROOM)))
        lines.extend(NoteLine("item", text) for text in rest)
        lines.append(NoteLine("index", item.index or item.id))
    return tuple(lines)


def _note_width(note: NoteLine) -> float:
    return width(note.text, NOTE) + (TAG_WIDTH if note.kind == "tag" else 0.0)
