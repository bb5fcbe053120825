"""GK6xx: the drafting of standards. GK601 to GK609 are about numbers and references inside a standard."""

from gkstd.diagnostics.diagnostic import Code, Severity, Text

ERROR = Severity.ERROR

UNKNOWN_TARGET = Code(
    "GK601",
    "unknown-target",
    ERROR,
    Text("本标准里没有编号为“{id}”的章条、附录、术语、表、图、式或列项", "nothing in this standard has the id `{id}`"),
)
DUPLICATE_TARGET = Code(
    "GK602",
    "duplicate-target",
    ERROR,
    Text("编号“{id}”在本标准里不止指一处", "the id `{id}` means more than one place of this standard"),
)
UNNUMBERED_ITEM = Code(
    "GK603",
    "unnumbered-item",
    ERROR,
    Text("“{id}”是没有编号的列项，不能引用", "`{id}` is an item without a number and cannot be referred to"),
)
UNKNOWN_FOOTNOTE = Code(
    "GK604",
    "unknown-footnote",
    ERROR,
    Text("脚注标记“{label}”没有对应的脚注", "the footnote mark `{label}` has no footnote"),
)
UNUSED_FOOTNOTE = Code(
    "GK605", "unused-footnote", ERROR, Text("脚注“{label}”没有标记", "the footnote `{label}` has no mark")
)
EMPTY_CAPTION = Code("GK606", "empty-caption", ERROR, Text("{what_zh}", "{what_en}"))
UNKNOWN_SOURCE = Code(
    "GK607", "unknown-source", ERROR, Text("没有“{source}”这个{what_zh}", "there is no {what_en} `{source}`")
)
UNEVEN_ROW = Code(
    "GK608",
    "uneven-row",
    ERROR,
    Text("这一行有 {count} 格，而表有 {columns} 栏", "this row has {count} cells, but the table has {columns} columns"),
)
