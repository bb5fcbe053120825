"""Items as CSV that is safe to open in a spreadsheet.

In: items. Out: the bytes of a CSV file: UTF-8 with BOM, CRLF, every row with the columns of `COLUMNS`.

A cell whose first visible character could begin a formula gets a leading apostrophe (CWE-1236); so does one that begins
with an apostrophe, which makes taking exactly one away the exact way back.
"""

import csv
from collections.abc import Callable, Iterable
from io import StringIO

from gkstd.render.data.table import BasisDatum, ChannelsDatum, ItemDatum

FORMULA = frozenset("=+-@\t\r\n\0＝＋－＠'")
"""What may not stand first in a cell."""

BOM = b"\xef\xbb\xbf"

COLUMNS: tuple[tuple[str, Callable[[ItemDatum], str]], ...] = (
    ("编号", lambda item: item.id),
    ("索引号", lambda item: item.index or ""),
    ("领域", lambda item: item.domain.title),
    ("序号", lambda item: str(item.serial)),
    ("一级事项", lambda item: item.category.title),
    ("二级事项", lambda item: item.parent or item.title),
    ("公开内容（要素）", lambda item: "；".join(e.text if e.required else f"{e.text}（可选）" for e in item.content)),
    ("公开依据", lambda item: _basis(item.basis)),
    ("公开时限", lambda item: item.limit.text),
    ("公开主体", lambda item: "、".join(body.name for body in item.bodies)),
    ("公开渠道和载体", lambda item: _channels(item.channels)),
    (
        "公开对象",
        lambda item: f"{item.audience.kind}：{item.audience.text}" if item.audience.text else item.audience.kind,
    ),
    ("公开方式", lambda item: item.method),
    ("公开层级", lambda item: "、".join(item.levels)),
    ("五公开", lambda item: item.stage or ""),
    ("公开流程", lambda item: item.process or ""),
    ("执行标准", lambda item: item.standard or ""),
    ("发布日期", lambda item: item.published.isoformat() if item.published else ""),
    ("网页", lambda item: item.page),
    ("说明", lambda item: item.note or ""),
    ("三级事项", lambda item: item.title if item.parent else ""),
)
"""Header and value of each column. New columns go to the end."""


def sheet(items: Iterable[ItemDatum]) -> bytes:
    """The file."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([header for header, _ in COLUMNS])
    writer.writerows([[guard(value(item)) for _, value in COLUMNS] for item in items])
    return BOM + text.getvalue().encode()


def guard(cell: str) -> str:
    """The cell as text that no spreadsheet takes for a formula."""
    first = cell[:1], cell.lstrip()[:1]
    return f"'{cell}" if any(mark in FORMULA for mark in first if mark) else cell


def _basis(basis: tuple[BasisDatum, ...]) -> str:
    return "；".join([entry.text for entry in basis])


def _channels(channels: ChannelsDatum) -> str:
    marked = [("", use) for use in channels.required] + [("（可选）", use) for use in channels.optional]
    return "；".join(
        [f"{use.channel}：{use.text}{mark}" if use.text else f"{use.channel}{mark}" for mark, use in marked]
    )
