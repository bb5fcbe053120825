"""How wide the columns of the official table are, and those of the steps of a process.

In: a catalog or a process. Out: shares of the table in percent, in the order of its columns. In the official table the columns of
ticks and of channels have the width their content needs; what an optional column takes, the columns of running text give. The
columns of steps are as wide as makes the table shortest.
"""

from collections.abc import Sequence
from math import ceil

from gkstd.render.views.catalog import CatalogView
from gkstd.render.views.process import ProcessView, StepView

SERIAL, CATEGORY, ITEM, BODY, CHANNELS, GROUP = 2.8, 6.6, 7.8, 7.8, 17.2, 5.5
"""行政处罚、, 县环境保护局 and 被征收人 take one line, and the boxes of the second column stay off the rule."""
TICK, NARROW_TICK = 3.5, 2.8
"""全社会, 依申请 and 五公开 have three characters; 主动 and the levels have two."""
TEXT = (12.6, 14.0, 9.8)
"""公开内容, 公开依据 and 公开时限 share what is left; 15个工作日内 takes one line."""


def shares(catalog: CatalogView) -> tuple[float, ...]:
    """One for each `col`; they add up to a hundred."""
    levels = len(catalog.levels)
    items = (CATEGORY, ITEM, ITEM) if catalog.nested else (CATEGORY, ITEM)
    stage = (TICK,) if catalog.staged else ()
    rest = (BODY, CHANNELS, TICK, GROUP, NARROW_TICK, TICK, *[NARROW_TICK] * levels)
    left = 100 - SERIAL - sum(items) - sum(stage) - sum(rest)
    text = [round(left * share / sum(TEXT), 2) for share in TEXT]
    return (SERIAL, *items, *stage, *text, *rest)


NUMBER = 6.0
"""步骤 takes this share of the table of steps."""
_EMS, _PADDING = 49.7, 0.9
"""A table of 158 mm in characters of 9 pt, and what a cell keeps free of them."""
_LEAST, _PIECE = 7.0, 0.5
_MARK = "核"
"""The small 待核, about as wide as one character."""


def _step_cells(step: StepView, marks: str) -> tuple[str, ...]:
    """内容, 办理主体, 时限和依据, 下一步 and 公开事项 of a step, as `_macros/chart.html` prints them."""
    exits = [(f"{e.label}：" if e.label else "") + f"转步骤{e.number}" for e in step.exits] or ["结束"]
    more = [f"〔{'、'.join(step.forms)}〕"] if step.forms else []
    more += [f"注：{step.note}"] if step.note else []
    doubted = _MARK if "limit" in step.unconfirmed else ""
    limits = [text for text in (step.limit + doubted, f"依据{marks}" if marks else "") if text]
    disclosed = [item.title for item in step.discloses]
    return tuple(["\n".join(cell) for cell in ([step.title, *more], [step.lane], limits, exits, disclosed)])


def step_shares(process: ProcessView) -> tuple[float, ...]:
    """From narrow columns on, what is left of the width goes where it saves the most lines for its size."""
    columns = list(zip(*map(_step_cells, process.steps, process.source_marks), strict=True)) or [()] * 5
    left = int((_EMS * (1 - NUMBER / 100) - _LEAST * len(columns)) / _PIECE)
    tall = [_talls(column, left) for column in columns]
    pieces = [0] * len(columns)
    while options := [found for at in range(len(columns)) if (found := _gain(tall, pieces, at, left))]:
        _, at, more = max(options)
        pieces[-at] += more
        left -= more
    widths = [_LEAST + (count + left / len(columns)) * _PIECE for count in pieces]
    return (NUMBER, *[round((100 - NUMBER) * width / sum(widths), 2) for width in widths])


Talls = list[tuple[int, ...]]
"""How many lines each cell of a column takes, for each number of pieces that the column is widened by."""


def _gain(tall: Sequence[Talls], pieces: Sequence[int], at: int, left: int) -> tuple[float, int, int] | None:
    """The lines that widening a column saves for each piece, its place negated, and how many pieces that takes."""
    others = [max(lines) for lines in zip(*[tall[n][pieces[n]] for n in range(len(tall)) if n != at], strict=True)]
    now, *wider = [sum(map(max, others, lines)) for lines in tall[at][pieces[at] : pieces[at] + left + 1]]
    gains = [((now - lines) / count, -at, count) for count, lines in enumerate(wider, 1) if lines < now]
    return max(gains, key=lambda gain: (gain[0], -gain[2]), default=None)


def _talls(column: Sequence[str], most: int) -> Talls:
    cells = [[_ems(line) for line in cell.split("\n")] for cell in column]
    widths = [_LEAST - _PADDING + count * _PIECE for count in range(most + 1)]
    return [tuple([sum([max(1, ceil(line / width)) for line in cell]) for cell in cells]) for width in widths]


def _ems(text: str) -> float:
    return sum(0.55 if char.isascii() else 1.0 for char in text)
