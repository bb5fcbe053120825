"""GK52x: tables, figures and targets."""

from gkstd.diagnostics.diagnostic import Code, Severity, Text

ROW_LENGTH = Code(
    "GK520",
    "row-length",
    Severity.ERROR,
    Text("这一行有 {count} 格，而表有 {columns} 栏", "this row has {count} cells, but the table has {columns} columns"),
)
TARGET_MISSED = Code(
    "GK521",
    "target-missed",
    Severity.WARNING,
    Text("“{name}”现在是 {count}，应有数是 {target}", "`{name}` is {count}, but the target is {target}"),
)
UNKNOWN_FIGURE = Code(
    "GK522", "unknown-figure", Severity.ERROR, Text("没有名为“{name}”的统计数", "there is no figure named `{name}`")
)
