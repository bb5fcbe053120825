"""The words all records share. One declaration gives decoding, validation, the JSON Schema and the reference page.

Keys are English; values are written as they are printed in the official tables. Everything is text in the YAML; the
type declared here decides what it becomes.
"""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

# `$` alone would allow a line break at the end, as `"…\n"` in quotes has it.
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)"
Slug = Annotated[
    str,
    Meta(
        pattern=SLUG_PATTERN,
        max_length=80,
        extra={
            "rule": (
                "编号只能用小写字母、数字和连字符，如 eia-acceptance",
                "an id is lower-case letters, digits and hyphens, such as eia-acceptance",
            )
        },
        description="编号：小写字母、数字和连字符，同类中唯一，永不重用",
    ),
]
PageSlug = Annotated[
    str,
    Meta(
        pattern=rf"^(?!index$){SLUG_PATTERN.removeprefix('^')}",
        max_length=80,
        extra={
            "rule": (
                "编号只能用小写字母、数字和连字符，如 eia-acceptance；不能就写 index，网页的目录页用这个名字",
                "an id is lower-case letters, digits and hyphens, such as eia-acceptance; not `index`, as the page that lists the others is called",
            )
        },
        description="编号：小写字母、数字和连字符，同类中唯一，永不重用；不能是 index",
    ),
]
"""Of what has a page of its own beside those of its kind."""
Line = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=400,
        pattern=r"^[^\n]+$(?!\n)",
        extra={"rule": ("只能是一行", "it must be a single line")},
        description="一行文字，照官方表格印刷的写法",
    ),
]
# In a union with a list or a mapping a text must bear no pattern: msgspec frees the pattern once too often there
# (msgspec/msgspec#717), which ends a run in a segmentation fault. Names and ids are looked up later all the same.
Word = Annotated[str, Meta(min_length=1, max_length=400, description="一行文字，照官方表格印刷的写法")]
Prose = Annotated[str, Meta(min_length=1, description="Markdown 文字；不接受 HTML")]
Day = Annotated[date, Meta(description="日期：YYYY-MM-DD")]
Unconfirmed = Annotated[tuple[str, ...], Meta(description="尚待核实的字段名，草案中印作“待核”")]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mapping of the source language; unknown fields are refused. Subclasses repeat `frozen` (for the type checker) and `kw_only` (not inherited)."""
