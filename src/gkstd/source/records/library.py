"""standards/clauses/<id>.yaml: a clause that several standards share, written once."""

from typing import Annotated

from msgspec import Meta, field

from gkstd.source.records.base import Line, Prose, Record, Slug
from gkstd.source.records.documents import Allow, ClauseRecord


class LibraryFile(Record, frozen=True, kw_only=True):
    """standards/clauses/<id>.yaml：共用条款。文字里的 {参数} 由引用处的 with 填入；引用处可另写标题。"""

    id: Slug
    title: Line
    note: Annotated[Prose | None, Meta(description="给编者看的说明，不印出")] = None
    parameters: Annotated[dict[Line, Line], Meta(description="参数名及其说明，如 领域: 领域名称")] = field(
        default_factory=dict
    )
    text: Prose | None = None
    clauses: tuple[ClauseRecord, ...] = ()
    allow: Allow = field(default_factory=dict)
