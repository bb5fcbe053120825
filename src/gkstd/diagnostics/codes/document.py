"""GK5xx: documents and workbooks."""

from gkstd.diagnostics.diagnostic import Code, Severity, Text

ERROR = Severity.ERROR

EMPTY_PART = Code("GK501", "empty-part", ERROR, Text("手册部分“{part}”没有引用任何内容", "the workbook part `{part}` refers to nothing"))
NO_CATALOG = Code("GK502", "domain-without-workbook", Severity.NOTE, Text("领域“{title}”没有进入任何手册", "the domain `{title}` is in no workbook"))
UNPRINTED = Code("GK503", "standard-not-printed", Severity.NOTE, Text("标准“{title}”没有进入任何手册", "the standard `{title}` is in no workbook"))
