"""The groups of outputs, named once: what can be asked for, and the helpers that a build makes on the way."""

from collections.abc import Mapping

from gkstd.diagnostics import Text

WANTED: Mapping[str, Text] = {
    "workbooks": Text("手册", "workbooks"),
    "standards": Text("标准", "standards"),
    "flowcharts": Text("流程图", "flowcharts"),
    "posters": Text("挂图", "posters"),
    "site": Text("网站", "site"),
    "data": Text("数据", "data"),
}
GROUPS = tuple(WANTED)
"""What can be asked for, in the order in which people name it."""

PRINTED = ("workbooks", "standards")
"""What an office printer or the press gets unless told otherwise."""

LABELS: Mapping[str, Text] = {
    **WANTED,
    "html": Text("版面", "layout sources"),
    "fonts": Text("字体", "fonts"),
    "sheets": Text("分页图", "chart sheets"),
    "poster": Text("挂图用图", "poster drawings"),
}
"""Every group a progress display may meet."""
