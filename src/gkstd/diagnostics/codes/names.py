"""GK2xx: names that point at nothing, at two things, or are used twice."""

from gkstd.diagnostics.diagnostic import Code, Severity, Text

ERROR = Severity.ERROR

DUPLICATE_ID = Code(
    "GK201", "duplicate-id", ERROR, Text("{kind_zh}编号“{id}”已经用过", "the {kind_en} id `{id}` is already taken")
)
DUPLICATE_INDEX = Code(
    "GK202", "duplicate-index", ERROR, Text("索引号“{index}”已经用过", "the index number `{index}` is already taken")
)
DANGLING = Code(
    "GK203", "dangling-reference", ERROR, Text("没有编号为“{id}”的{kind_zh}", "no {kind_en} has the id `{id}`")
)
UNKNOWN_BODY = Code(
    "GK204", "unknown-body", ERROR, Text("机构名录里没有“{name}”", "the bodies register has no `{name}`")
)
UNKNOWN_LAW = Code(
    "GK205", "unknown-law", ERROR, Text("依据名录里没有《{name}》", "the laws register has no 《{name}》")
)
UNKNOWN_STANDARD = Code(
    "GK206", "unknown-standard", ERROR, Text("引用标准名录里没有“{name}”", "the references register has no `{name}`")
)
AMBIGUOUS = Code(
    "GK207",
    "ambiguous-name",
    ERROR,
    Text("名称“{name}”同时指向：{ids}", "the name `{name}` stands for several entries: {ids}"),
)
INDEX_SCHEME = Code(
    "GK208",
    "index-scheme",
    ERROR,
    Text(
        "索引号“{index}”不符合本项目的编号规则：{scheme}",
        "the index number `{index}` does not follow the project's scheme: {scheme}",
    ),
)
UNUSED_ENTRY = Code(
    "GK209",
    "unused-entry",
    Severity.NOTE,
    Text("{kind_zh}“{name}”没有被任何内容引用", "the {kind_en} `{name}` is not referred to by anything"),
)
FILE_ID = Code(
    "GK210",
    "file-id",
    ERROR,
    Text("文件名“{file}”与其中的编号“{id}”不一致", "the file name `{file}` differs from the id in it, `{id}`"),
)
NUMBER_MISMATCH = Code(
    "GK211",
    "number-mismatch",
    ERROR,
    Text(
        "《{title}》的文号是{expected}，这里写成了{found}",
        "《{title}》 has the number {expected}, but {found} is written here",
    ),
)
UNKNOWN_BRANCH = Code(
    "GK212", "unknown-branch", ERROR, Text("标准体系里没有分支“{title}”", "the standard system has no branch {title}")
)
DUPLICATE_BRANCH = Code(
    "GK213",
    "duplicate-branch",
    ERROR,
    Text("标准体系里已经有{what_zh}“{value}”", "the standard system has a branch with the {what_en} {value} already"),
)
