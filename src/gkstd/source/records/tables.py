"""standards/tables/, standards/forms/, standards/registers/figures.yaml: the two general kinds beside items and processes.

A table is a titled register with typed columns (training plan, assessment sheet, list of regulations); a figure is a number
with its source; a form is what is printed blank and filled in by hand.
"""

from typing import Annotated, Literal

from msgspec import Meta

from gkstd.source.records.base import Day, Line, Prose, Record, Slug, Unconfirmed

ColumnKind = Literal["text", "integer", "decimal", "percent", "date", "body", "law"]
Cell = Annotated[str, Meta(max_length=2000)] | None


class ColumnRecord(Record, frozen=True, kw_only=True):
    """表的一栏。"""

    id: Slug
    title: Line
    kind: Annotated[
        ColumnKind,
        Meta(description="text 文字 · integer 整数 · decimal 小数 · percent 百分数 · date 日期 · body 机构 · law 依据"),
    ] = "text"
    unit: Line | None = None
    width: Annotated[int, Meta(ge=1, le=100, description="相对栏宽")] | None = None
    total: Annotated[bool, Meta(description="末行是否合计")] = False


class TableFile(Record, frozen=True, kw_only=True):
    """standards/tables/<id>.yaml：一张有标题、分栏有类型的表。"""

    id: Slug
    title: Line
    domain: Slug | None = None
    summary: Prose | None = None
    source: Annotated[Line | None, Meta(description="资料来源")] = None
    counts: (
        Annotated[
            str,
            Meta(
                pattern=r"^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?$(?!\n)",
                description="行数计入哪个统计数，如 regulations.disclosure",
            ),
        ]
        | None
    ) = None
    columns: Annotated[tuple[ColumnRecord, ...], Meta(min_length=1, max_length=12)]
    rows: Annotated[
        tuple[tuple[Cell, ...], ...], Meta(min_length=1, description="每行一个列表，格数与栏数相同；空格写 ~")
    ]
    note: Prose | None = None
    unconfirmed: Unconfirmed = ()


class FieldRecord(Record, frozen=True, kw_only=True):
    """表格中要填写的一栏。"""

    label: Line
    lines: Annotated[int, Meta(ge=1, le=20, description="留几行")] = 1
    half: Annotated[bool, Meta(description="与下一栏并排")] = False
    choices: Annotated[tuple[Line, ...], Meta(description="供勾选的内容")] = ()


class FormFile(Record, frozen=True, kw_only=True):
    """standards/forms/<id>.yaml：空白表格，打印后填写。"""

    id: Slug
    title: Line
    domain: Slug | None = None
    lead: Annotated[Prose | None, Meta(description="表前说明")] = None
    fields: Annotated[tuple[FieldRecord, ...], Meta(min_length=1)]
    note: Annotated[Prose | None, Meta(description="填表说明")] = None


class FigureRecord(Record, frozen=True, kw_only=True):
    """一个有出处的数字。"""

    id: Slug
    title: Line
    value: Annotated[
        str,
        Meta(
            pattern=r"^[0-9]+(\.[0-9]+)?$(?!\n)",
            extra={"rule": ("只写数字，单位写在 unit", "digits only; the unit goes into `unit`")},
            description="数值",
        ),
    ]
    unit: Line | None = None
    about: Annotated[bool, Meta(description="约数")] = False
    date: Day | None = None
    group: Annotated[Line | None, Meta(description="归在哪一组下显示")] = None
    source: Line
    note: Line | None = None
    unconfirmed: Unconfirmed = ()


class FiguresFile(Record, frozen=True, kw_only=True):
    """standards/registers/figures.yaml"""

    figures: tuple[FigureRecord, ...]
