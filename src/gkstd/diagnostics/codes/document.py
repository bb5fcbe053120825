"""GK5xx: documents and workbooks."""

from gkstd.diagnostics.diagnostic import Code, Severity, Text

ERROR = Severity.ERROR

EMPTY_PART = Code(
    "GK501",
    "empty-part",
    ERROR,
    Text("手册部分“{part}”没有引用任何内容", "the workbook part `{part}` refers to nothing"),
)
NO_CATALOG = Code(
    "GK502",
    "domain-without-workbook",
    Severity.NOTE,
    Text("领域“{title}”没有进入任何手册", "the domain `{title}` is in no workbook"),
)
UNPRINTED = Code(
    "GK503",
    "standard-not-printed",
    Severity.NOTE,
    Text("标准“{title}”没有进入任何手册", "the standard `{title}` is in no workbook"),
)
PRINTED_TWICE = Code(
    "GK504", "printed-twice", ERROR, Text("“{id}”在这本手册里印了两次", "`{id}` is shown twice in this workbook")
)
LITERAL_MARKUP = Code(
    "GK505", "literal-markup", Severity.WARNING, Text("这里不能用“{markup}”", "`{markup}` cannot be used here")
)
BOLD_HEADING = Code(
    "GK506",
    "bold-heading",
    Severity.WARNING,
    Text(
        "整段加粗不是标题：不进书签，读屏软件认不出",
        "a bold paragraph is no heading: no bookmark leads to it, and it is not read out as one",
    ),
)

USE_AND_CONTENT = Code(
    "GK510",
    "use-and-content",
    ERROR,
    Text("取用共用条款的条不能另写内容", "a clause that uses a shared one has no content of its own"),
)
UNDECLARED = Code(
    "GK511",
    "undeclared-parameter",
    ERROR,
    Text(
        "共用条款里的参数“{name}”没有在 parameters 里说明",
        "the parameter `{name}` of this shared clause is not declared in `parameters`",
    ),
)
MISSING_PARAMETER = Code(
    "GK512",
    "missing-parameter",
    ERROR,
    Text("取用共用条款“{clause}”时缺少参数“{name}”", "the shared clause `{clause}` needs the parameter `{name}`"),
)
UNKNOWN_PARAMETER = Code(
    "GK513",
    "unknown-parameter",
    ERROR,
    Text("共用条款“{clause}”没有参数“{name}”", "the shared clause `{clause}` has no parameter `{name}`"),
)
NESTED_USE = Code(
    "GK514", "nested-use", ERROR, Text("共用条款里不能再取用别的共用条款", "a shared clause cannot use another one")
)
ADD_PARAMETER = Text("在 with 里写上 {name}（{meaning}）", "add {name} ({meaning}) to `with`")
