"""standards/processes/<id>.yaml: steps, decisions, lanes, limits, and what each step discloses."""

from typing import Annotated, Literal

from msgspec import Meta

from gkstd.source.records.base import Line, PageSlug, Prose, Record, Slug, Unconfirmed, Word

StepKind = Literal[
    "start",
    "end",
    "step",
    "decision",
    "data",
    "document",
    "process",
    "manual",
    "input",
    "preparation",
    "parallel",
    "join",
]


class StepRecord(Record, frozen=True, kw_only=True):
    """一个步骤。`next` 写一个步骤编号，或（判断）“条件: 编号”，或（并行）编号列表；结束步骤不写。"""

    id: Slug
    kind: Annotated[
        StepKind,
        Meta(
            description="start 开始 · end 结束 · step 处理 · decision 判断 · document 文件 · data 数据 · process 特定处理（另一流程） · manual 人工操作 · input 人工输入 · preparation 准备 · parallel 并行 · join 汇合"
        ),
    ] = "step"
    lane: Annotated[Line | None, Meta(description="由谁办：lanes 中的一个名称")] = None
    title: Line
    limit: Annotated[Line | None, Meta(description="本步骤的时限，如 5个工作日内")] = None
    since: Annotated[Slug | None, Meta(description="时限自哪一步办完起算；不写则自上一步起算")] = None
    excluded: Annotated[bool, Meta(description="本步骤所需时间依法不计入办理期限")] = False
    discloses: Annotated[tuple[Slug, ...], Meta(description="在这一步公开的事项编号")] = ()
    basis: tuple[Line, ...] = ()
    forms: Annotated[tuple[Line, ...], Meta(description="用到或产生的文书、表格")] = ()
    process: Annotated[Slug | None, Meta(description="特定处理所指的流程编号")] = None
    next: Annotated[Word | tuple[Slug, ...] | dict[Line, Slug] | None, Meta(description="下一步")] = None
    note: Line | None = None
    unconfirmed: Unconfirmed = ()


class ClockRecord(Record, frozen=True, kw_only=True):
    """承诺期限、法定期限从哪一步办完起算，到哪一步办完为止。"""

    start: Slug
    end: Annotated[Word | tuple[Slug, ...], Meta(description="一个步骤，或几种结果各自的步骤")]


class DurationChange(Record, frozen=True, kw_only=True):
    """改革前后的总时限，如 120个工作日 → 45个工作日。"""

    before: Line
    after: Line
    note: Line | None = None


class ProcessFile(Record, frozen=True, kw_only=True):
    """standards/processes/<id>.yaml：一个公开流程。没有 domain 的是通用流程。"""

    id: PageSlug
    title: Line
    domain: Slug | None = None
    summary: Prose | None = None
    promise: Annotated[Line | None, Meta(description="承诺的总时限")] = None
    statutory: Annotated[Line | None, Meta(description="法定的总时限")] = None
    clock: Annotated[ClockRecord | None, Meta(description="promise 和 statutory 的起止步骤")] = None
    reform: DurationChange | None = None
    basis: tuple[Line, ...] = ()
    lanes: Annotated[tuple[Line, ...], Meta(min_length=1, description="泳道：机构或参与方，从左到右")]
    steps: Annotated[tuple[StepRecord, ...], Meta(min_length=2)]
    unconfirmed: Unconfirmed = ()
