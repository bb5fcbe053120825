"""Processes to draw, and an SVG read back: steps, lines and texts as geometry."""

import re
from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree

from gkstd.model.item import Named
from gkstd.model.process import Exit, Process, Step
from gkstd.model.project import Project
from gkstd.render import templates as templates_module
from gkstd.render.base import Job, Target
from gkstd.render.flowchart.measure import width
from gkstd.render.templates import TemplateSet
from gkstd.render.views.process import ProcessView, process_view

XY = tuple[float, float]
Box = tuple[float, float, float, float]
SVG = "{http://www.w3.org/2000/svg}"
_FOLDER = Path(templates_module.__file__).parents[1] / "templates" / "flowchart"
TEMPLATES = TemplateSet({f"flowchart/{path.name}": path.read_text() for path in sorted(_FOLDER.iterdir())})


def step(
    id: str, *exits: str | tuple[str, str], kind: str = "step", lane: str = "甲", title: str = "", **more: Any
) -> Step:
    """A step; an exit is a target or (label, target)."""
    ways = tuple(Exit(e, "") if isinstance(e, str) else Exit(e[1], e[0]) for e in exits)
    values = {"limit": None, "limit_text": "", "excluded": False, "discloses": (), "basis": (), "forms": ()}
    values |= {"process": "", "note": "", **more}
    return Step(id=id, kind=kind, lane=lane, title=title or id, exits=ways, **cast("Any", values))


def process(*steps: Step, lanes: Sequence[str] = ("甲", "乙"), id: str = "p", title: str = "流程") -> Process:
    named = tuple(Named(lane, "") for lane in lanes)
    return Process(id, title, "", "", None, None, None, (), named, steps, ())


def view(
    *steps: Step, lanes: Sequence[str] = ("甲", "乙"), id: str = "p", title: str = "流程", items: Any = None
) -> ProcessView:
    one = process(*steps, lanes=lanes, id=id, title=title)
    empty: dict[str, Any] = {}
    project = Project(cast("Any", None), empty, empty, empty, empty, items or {}, {id: one}, empty, empty)
    return process_view(project, id)[0]


def job(shown: ProcessView) -> Job:
    return Job(Target(f"flowcharts/{shown.id}", "flowchart", shown))


class Chart:
    """What a reader of the SVG finds."""

    def __init__(self, svg: str) -> None:
        self.root = ElementTree.fromstring(svg)
        self.steps = {_id(g, "step-"): g for g in self._groups() if g.get("id", "").startswith("step-")}
        self.outlines = {id: flatten(_path(g, "fc-symbol")) for id, g in self.steps.items()}
        self.exits = [g for g in self._groups() if "fc-exit" in (g.get("class") or "").split()]
        self.lines = [flatten(_path(g, "fc-line")) for g in self.exits]

    def _groups(self) -> list[ElementTree.Element]:
        return list(self.root.iter(f"{SVG}g"))

    def badges(self) -> list[tuple[str, tuple[float, float, float]]]:
        """The circles of the step numbers: x, y, radius."""
        found = []
        for id, group in self.steps.items():
            for circle in group.iter(f"{SVG}circle"):
                x, y, radius = (float(circle.get(key, "0")) for key in ("cx", "cy", "r"))
                found.append((id, (x, y, radius)))
        return found

    def on_head(self, badge: tuple[float, float, float]) -> bool:
        """Whether a circle hides more than the rim of the end of a line."""
        x, y, radius = badge
        return any(hypot(line[-1][0] - x, line[-1][1] - y) < radius - 1 for line in self.lines)

    @property
    def edges(self) -> list[tuple[str, str, str]]:
        return [(g.get("data-from", ""), g.get("data-to", ""), g.get("data-label", "")) for g in self.exits]

    def lane(self, step: str) -> Box:
        actor = self.steps[step].get("data-lane")
        group = next(g for g in self._groups() if g.get("id") == f"lane-{actor}")
        rect = next(group.iter(f"{SVG}rect"))
        x, y, w, h = (float(rect.get(key, "0")) for key in ("x", "y", "width", "height"))
        return (x, y, x + w, y + h)

    def texts(self, step: str, kind: str = "fc-text", size: float = 13.0, anchor: str = "middle") -> list[Box]:
        found = [t for t in self.steps[step].iter(f"{SVG}text") if kind in (t.get("class") or "").split()]
        return [text_box(t, size, anchor) for t in found]

    def labels(self) -> list[Box]:
        found = [t for t in self.root.iter(f"{SVG}text") if "fc-label" in (t.get("class") or "").split()]
        return [text_box(t, 12.0, "end" if "fc-from-end" in (t.get("class") or "") else "start") for t in found]

    def title(self, step: str) -> str:
        """The whole title, as assistive technology reads it: number and text."""
        return self.steps[step].find(f"{SVG}title").text or ""  # type: ignore[union-attr]


def _id(group: ElementTree.Element, prefix: str) -> str:
    return (group.get("id") or "").removeprefix(prefix)


def _path(group: ElementTree.Element, kind: str) -> str:
    return next(p.get("d") or "" for p in group.iter(f"{SVG}path") if p.get("class") == kind)


def text_box(text: ElementTree.Element, size: float, anchor: str) -> Box:
    x, y = float(text.get("x", "0")), float(text.get("y", "0"))
    wide = width(text.text or "", size)
    left = {"middle": x - wide / 2, "end": x - wide, "start": x}[anchor]
    return (left, y - size * 0.86, left + wide, y + size * 0.12)


def flatten(data: str) -> list[XY]:
    """Path data of our own shapes (absolute M L H V Q A Z) as points."""
    tokens = re.findall(r"[A-Z]|-?[0-9.]+", data)
    points: list[XY] = []
    start: XY = (0.0, 0.0)
    place, letter = 0, ""
    while place < len(tokens):
        if tokens[place].isalpha():
            letter, place = tokens[place], place + 1
        taken = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "A": 7, "Z": 0}[letter]
        numbers = [float(token) for token in tokens[place : place + taken]]
        place += taken
        points.extend(_flat(letter, numbers, points[-1] if points else start, start))
        if letter == "M":
            start = points[-1]
    return points


def _flat(letter: str, n: list[float], at: XY, start: XY) -> list[XY]:
    if letter == "Z":
        return [start]
    if letter == "H":
        return [(n[0], at[1])]
    if letter == "V":
        return [(at[0], n[0])]
    if letter == "Q":
        return [
            tuple((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c for a, b, c in zip(at, n[:2], n[2:], strict=True))
            for t in (0.125 * k for k in range(1, 9))
        ]  # type: ignore[misc]
    if letter == "A":
        return _quarter(at, (n[5], n[6]), clockwise=bool(n[4]))
    return [(n[0], n[1])]


def _quarter(at: XY, end: XY, *, clockwise: bool) -> list[XY]:
    """A quarter of a circle: clockwise its centre is beside the start where the end is beyond, else beyond; the other way round it is
    the other one.
    """
    from math import atan2, cos, pi, sin

    (x, y), (u, v) = at, end
    centre = (x, v) if ((u - x) * (v - y) > 0) == clockwise else (u, y)
    radius, turn = abs(u - x), pi / 2 if clockwise else -pi / 2
    first = atan2(y - centre[1], x - centre[0])
    return [
        (centre[0] + radius * cos(first + turn * k / 8), centre[1] + radius * sin(first + turn * k / 8))
        for k in range(1, 9)
    ]


def bounds(points: Sequence[XY]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def overlap(one: Box, two: Box, slack: float = 0.0) -> bool:
    return one[0] < two[2] - slack and two[0] < one[2] - slack and one[1] < two[3] - slack and two[1] < one[3] - slack


def distance(point: XY, outline: Sequence[XY]) -> float:
    """From a point to the nearest place of an outline."""
    best = 1e9
    for (x, y), (u, v) in pairwise(outline):
        length = (u - x) ** 2 + (v - y) ** 2
        t = 0.0 if not length else max(0.0, min(1.0, ((point[0] - x) * (u - x) + (point[1] - y) * (v - y)) / length))
        best = min(best, ((x + t * (u - x) - point[0]) ** 2 + (y + t * (v - y) - point[1]) ** 2) ** 0.5)
    return best


def inside(point: XY, outline: Sequence[XY]) -> bool:
    hit = False
    for (x, y), (u, v) in pairwise(outline):
        if (y > point[1]) != (v > point[1]) and point[0] < (u - x) * (point[1] - y) / (v - y) + x:
            hit = not hit
    return hit


def samples(line: Sequence[XY], step: float = 4.0) -> list[XY]:
    found = []
    for (x, y), (u, v) in pairwise(line):
        count = max(1, int((abs(u - x) + abs(v - y)) / step))
        found += [(x + (u - x) * k / count, y + (v - y) * k / count) for k in range(count + 1)]
    return found


def shared(one: Sequence[XY], two: Sequence[XY]) -> float:
    """Length for which two lines run on top of each other."""
    total = 0.0
    for (a, b), (c, d) in pairwise(one):
        for (e, f), (g, h) in pairwise(two):
            if a == c == e == g:
                total += max(0.0, min(max(b, d), max(f, h)) - max(min(b, d), min(f, h)))
            elif b == d == f == h:
                total += max(0.0, min(max(a, c), max(e, g)) - max(min(a, c), min(e, g)))
    return total


def corners(box: Box) -> list[XY]:
    return [(box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3])]


def faults(shown: ProcessView, svg: str) -> list[str]:
    """Everything that is wrong with a drawing of a process; [] for a good one."""
    chart = Chart(svg)
    expected = sorted((s.id, e.target, e.label) for s in shown.steps for e in s.exits)
    found = [] if sorted(chart.edges) == expected else ["the graph is another one"]
    found += [] if list(chart.steps) == [s.id for s in shown.steps] else ["the steps are others"]
    boxes = {id: bounds(points) for id, points in chart.outlines.items()}
    names = list(boxes)
    for at, one in enumerate(names):
        found += [f"{one} and {two} overlap" for two in names[at + 1 :] if overlap(boxes[one], boxes[two])]
        lane = chart.lane(one)
        if not (
            lane[0] <= boxes[one][0]
            and boxes[one][2] <= lane[2]
            and lane[1] <= boxes[one][1]
            and boxes[one][3] <= lane[3]
        ):
            found.append(f"{one} leaves its lane")
        for text in chart.texts(one):
            if not all(inside(corner, chart.outlines[one]) for corner in corners(text)):
                found.append(f"the title of {one} leaves its box")
    found += _line_faults(chart, boxes)
    found += _text_faults(chart, boxes)
    return found


def _line_faults(chart: Chart, boxes: dict[str, Box]) -> list[str]:
    found = []
    notes = {id: chart.texts(id, "fc-note", 12.0, "start") for id in boxes}
    for (source, target, label), line in zip(chart.edges, chart.lines, strict=True):
        name = f"{source} → {target} {label}"
        if distance(line[0], chart.outlines[source]) > 1.0 or distance(line[-1], chart.outlines[target]) > 1.0:
            found.append(f"{name} does not end at its boxes")
        for point in samples(line):
            for id, box in boxes.items():
                near = box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]
                if near and inside(point, chart.outlines[id]) and distance(point, chart.outlines[id]) > 1.5:
                    found.append(f"{name} runs through {id}")
                if any(t[0] <= point[0] <= t[2] and t[1] <= point[1] <= t[3] for t in notes[id]):
                    found.append(f"{name} runs through the notes of {id}")
        for text in chart.labels():
            if any(text[0] < x < text[2] and text[1] + 2 < y < text[3] for x, y in samples(line)):
                found.append(f"{name} runs through a label")
    found += [f"the number of {id} lies on an arrow head" for id, badge in chart.badges() if chart.on_head(badge)]
    found += [f"the number of {id} lies on its title" for id, badge in chart.badges() if _on_title(chart, id, badge)]
    for at, one in enumerate(chart.edges):
        for place in range(at + 1, len(chart.edges)):
            two = chart.edges[place]
            if one[0] != two[0] and one[1] != two[1] and shared(chart.lines[at], chart.lines[place]) > 3.0:
                found.append(f"{one} and {two} run on top of each other")
    return sorted(set(found))


def crossings(chart: Chart) -> list[tuple[tuple[str, str, str], tuple[str, str, str]]]:
    """Pairs of lines to different steps of which one runs straight through the other, without a leap."""
    found = []
    for at, one in enumerate(chart.lines):
        for place, two in enumerate(chart.lines):
            if chart.edges[at][1] != chart.edges[place][1] and _straight_through(one, two):
                found.append((chart.edges[at], chart.edges[place]))
    return found


def leaps(chart: Chart) -> int:
    """How often lines leap over others: each leap is two quarters of a circle."""
    return sum(len(re.findall(" A 4 4 ", _path(group, "fc-line"))) for group in chart.exits) // 2


def strays(chart: Chart) -> list[tuple[str, str, str]]:
    """Lines that lead on from a step to another of its lane and leave the lane on their way."""
    found = []
    for edge, line, group in zip(chart.edges, chart.lines, chart.exits, strict=True):
        left, _, right, _ = chart.lane(edge[0])
        same = chart.lane(edge[1])[0] == left and "fc-back" not in (group.get("class") or "")
        if same and not all(left <= x <= right for x, _ in line):
            found.append(edge)
    return found


def _straight_through(upright: Sequence[XY], level: Sequence[XY]) -> bool:
    return any(
        a == c and f == h and min(e, g) < a < max(e, g) and min(b, d) < f < max(b, d)
        for (a, b), (c, d) in pairwise(upright)
        for (e, f), (g, h) in pairwise(level)
    )


def _on_title(chart: Chart, id: str, badge: tuple[float, float, float]) -> bool:
    """Whether the circle of a number comes nearer to the words than a hair."""
    x, y, radius = badge
    gaps = [(max(box[0] - x, 0.0, x - box[2]), max(box[1] - y, 0.0, y - box[3])) for box in chart.texts(id)]
    return any(hypot(*gap) < radius + 0.5 for gap in gaps)


def _text_faults(chart: Chart, boxes: dict[str, Box]) -> list[str]:
    """Labels keep clear of boxes, notes and each other; notes keep clear of boxes and stay in their lane."""
    labels = chart.labels()
    notes = [(id, box) for id in boxes for box in chart.texts(id, "fc-note", 12.0, "start")]
    found = [f"a label lies on {id}" for label in labels for id, box in boxes.items() if _on(chart, id, label, box)]
    found += ["a label lies on notes" for label in labels for _, box in notes if overlap(label, box)]
    found += [
        "two labels overlap" for at, one in enumerate(labels) for two in labels[at + 1 :] if overlap(one, two, 1.0)
    ]
    found += [f"notes of {of} lie on {id}" for of, note in notes for id, box in boxes.items() if overlap(note, box)]
    found += [f"notes of {of} leave its lane" for of, note in notes if note[2] > chart.lane(of)[2] + 1]
    return found


def _on(chart: Chart, id: str, label: Box, box: Box) -> bool:
    return overlap(label, box) and any(inside(corner, chart.outlines[id]) for corner in corners(label))
