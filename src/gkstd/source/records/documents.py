"""standards/documents/<id>.yaml: the county's own standards, in the structure of GB/T 1.1."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from gkstd.source.records.base import Day, Line, PageSlug, Prose, Record, Slug, Unconfirmed

Allow = Annotated[
    dict[Line, Line],
    Meta(description="不报告哪些起草规则及其理由，如 {GK683: 期限由上级文件另定}；在这里写的，对其中所有内容有效"),
]


class TermRecord(Record, frozen=True, kw_only=True):
    """术语条目。"""

    id: Slug
    term: Line
    english: Line | None = None
    admitted: Annotated[tuple[Line, ...], Meta(description="许用术语")] = ()
    definition: Line
    notes: tuple[Line, ...] = ()
    source: Annotated[Line | None, Meta(description="来源，如 GB/T 20000.1—2014，5.3")] = None
    allow: Allow = msgspec.field(default_factory=dict)


class ClauseRecord(Record, frozen=True, kw_only=True):
    """章或条。`kind` 标出有固定写法的章：scope 范围、references 规范性引用文件、terms 术语和定义。"""

    id: Slug
    use: Annotated[Slug | None, Meta(description="内容取自共用条款 standards/clauses/<编号>.yaml")] = None
    given: Annotated[dict[Line, Line], Meta(description="共用条款的参数，如 {领域: 环境保护}")] = msgspec.field(
        name="with", default={}
    )
    kind: Literal["scope", "references", "terms", "clause"] = "clause"
    title: Line | None = None
    text: Prose | None = None
    references: Annotated[tuple[Line, ...], Meta(description="规范性引用文件：标准号，照 references 名录")] = ()
    terms: tuple[TermRecord, ...] = ()
    clauses: "tuple[ClauseRecord, ...]" = ()
    allow: Allow = msgspec.field(default_factory=dict)


class AnnexRecord(Record, frozen=True, kw_only=True):
    """附录：可以放文字、条，也可以从数据拉入目录表或流程图。"""

    id: Slug
    title: Line
    kind: Literal["规范性", "资料性"] = "资料性"
    text: Prose | None = None
    clauses: tuple[ClauseRecord, ...] = ()
    catalog: Annotated[Slug | None, Meta(description="放入哪个领域的目录表")] = None
    process: Annotated[Slug | None, Meta(description="放入哪个流程图")] = None
    table: Annotated[Slug | None, Meta(description="放入哪张表")] = None
    form: Annotated[Slug | None, Meta(description="放入哪张空白表格")] = None
    allow: Allow = msgspec.field(default_factory=dict)


class ForewordRecord(Record, frozen=True, kw_only=True):
    """前言中由编者填写的部分；固定句由编译器给出。"""

    proposed_by: Line | None = None
    managed_by: Annotated[Line | None, Meta(description="归口单位")] = None
    drafted_by: Annotated[tuple[Line, ...], Meta(description="起草单位")] = ()
    drafters: Annotated[tuple[Line, ...], Meta(description="主要起草人")] = ()
    text: Prose | None = None


class DocumentFile(Record, frozen=True, kw_only=True):
    """standards/documents/<id>.yaml：一项自编标准。"""

    id: PageSlug
    number: Line
    title: Line
    title_en: Line | None = None
    drafting: Literal["GB/T 1.1—2009", "GB/T 1.1—2020"] = "GB/T 1.1—2009"
    issued: Day | None = None
    effective: Day | None = None
    withdrawn: Day | None = None
    issuer: Line | None = None
    ics: Line | None = None
    ccs: Line | None = None
    level: Annotated[Line | None, Meta(description="封面上的类别，如 榆林市地方标准；不写的照标准号，如 企业标准")] = (
        None
    )
    system: Annotated[Line | None, Meta(description="在标准体系中的分支")] = None
    domain: Slug | None = None
    foreword: ForewordRecord = ForewordRecord()
    introduction: Prose | None = None
    clauses: Annotated[tuple[ClauseRecord, ...], Meta(min_length=1)]
    annexes: Annotated[tuple[AnnexRecord, ...], Meta(max_length=26, description="附录，A 至 Z")] = ()
    bibliography: tuple[Line, ...] = ()
    replaces: Annotated[tuple[Line, ...], Meta(description="所代替标准的标准号")] = ()
    index: Annotated[bool, Meta(description="末尾印术语索引")] = False
    unconfirmed: Unconfirmed = ()
    allow: Allow = msgspec.field(default_factory=dict)
