"""A process → DOT source for `dot`, and what `dot -Tplain` answers → places of steps.

In: `ProcessView`. Out: text; from the answer, the x of each step. Pure. No text of a project is ever more than a quoted
string here: ids are n0, n1 …, attributes are those of `_ALLOWED`, and every value goes through `quote`.

What dot is asked: in which order the steps of one row stand inside their lanes, so that few lines cross. Rows are ours (they
give the step numbers), lanes are clusters held open from top to bottom by an invisible line.
"""

import re
from collections.abc import Iterator, Mapping

from gkstd.render.views.process import ProcessView

_ALLOWED = frozenset(
    (
        "class",
        "comment",
        "fixedsize",
        "height",
        "label",
        "mclimit",
        "newrank",
        "nodesep",
        "nslimit",
        "nslimit1",
        "rank",
        "ranksep",
        "shape",
        "weight",
        "width",
    )
)
_LONGEST = 60
_MANY = 60
_HURRY = {"nslimit": "1", "nslimit1": "1", "mclimit": "0.3"}
"""For so many steps dot is told to be content with less: its search for the best places can take minutes."""
_NODE = re.compile(r"^node n([0-9]+) (-?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?) ", re.MULTILINE)
_PLAIN = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": " ", "\r": " ", "\0": " "})


def quote(text: str) -> str:
    """A DOT string that means exactly `text`, line ends and NUL as spaces; never an HTML-like label, since it is quoted."""
    return f'"{text.translate(_PLAIN)}"'


def attributes(values: Mapping[str, str]) -> str:
    """`[a="…", b="…"]`; an attribute that is not on the list is a bug."""
    for name in values:
        if name not in _ALLOWED:
            raise ValueError(name)
    return "[" + ", ".join(f"{name}={quote(value)}" for name, value in values.items()) + "]"


def source(view: ProcessView) -> str:
    """The DOT graph of a process."""
    return "\n".join(_lines(view)) + "\n"


def _lines(view: ProcessView) -> Iterator[str]:
    yield "digraph g {"
    limits = _HURRY if len(view.steps) > _MANY else {}
    yield f"graph {attributes({'comment': view.title[:_LONGEST], 'newrank': 'true', 'nodesep': '0.3', 'ranksep': '0.3', **limits})};"
    yield f"node {attributes({'label': '', 'shape': 'box', 'fixedsize': 'true', 'width': '2', 'height': '0.6'})};"
    for lane, title in enumerate(view.lanes):
        yield from _lane(view, lane, title)
    yield from _rows(view)
    names = {step.id: f"n{at}" for at, step in enumerate(view.steps)}
    for step in view.steps:
        for place, exit in enumerate(step.exits):
            ends = (names[exit.target], names[step.id]) if exit.back else (names[step.id], names[exit.target])
            weight = "1" if exit.back or place else "3"
            if ends[0] != ends[1]:
                yield f"{ends[0]} -> {ends[1]} {attributes({'comment': exit.label[:_LONGEST], 'weight': weight})};"
    yield "}"


def _lane(view: ProcessView, lane: int, title: str) -> Iterator[str]:
    yield f"subgraph cluster_{lane} {{ graph {attributes({'comment': title[:_LONGEST]})};"
    for at, step in enumerate(view.steps):
        if step.column == lane:
            yield f"n{at} {attributes({'class': step.kind, 'comment': step.title[:_LONGEST]})};"
    yield f"t{lane}; b{lane}; t{lane} -> b{lane} {attributes({'weight': '9'})}; }}"


def _rows(view: ProcessView) -> Iterator[str]:
    """The heads of the lanes from left to right, the rows below them, the feet."""
    same = attributes({"rank": "same"})
    ends = range(len(view.lanes))
    rows = sorted({step.row for step in view.steps})
    yield f"{{ graph {same}; " + " -> ".join(f"t{lane}" for lane in ends) + "; }"
    for row in rows:
        members = " ".join(f"n{at};" for at, step in enumerate(view.steps) if step.row == row)
        yield f"{{ graph {same}; r{row} {attributes({'width': '0.01'})}; {members} }}"
    yield f"{{ graph {same}; " + " ".join(f"b{lane};" for lane in ends) + " }"
    chain = ["t0", *(f"r{row}" for row in rows), "b0"]
    yield " -> ".join(chain) + ";"


def places(plain: str) -> dict[int, float]:
    """Number of the step → x, from one answer of `dot -Tplain` (`node NAME X Y …`; names are ours, so they hold no space)."""
    return {int(found[1]): float(found[2]) for found in _NODE.finditer(plain)}
