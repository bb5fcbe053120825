"""The YAML parser's complaints in words an editor understands, with the usual way to mend each."""

import re

from gkstd.diagnostics import Text

_QUOTE = Text(
    "文字里有冒号加空格、# 或以特殊符号开头时，请用引号把整个值括起来",
    'put the whole value in quotes when it holds ": ", " #" or begins with a special sign',
)
_INDENT = Text(
    "检查这一行的缩进：同一层的内容要对齐，每深一层多空两格，不用制表符",
    "check the indentation: equal levels line up, each deeper level is two more spaces, no tabs",
)
_CLOSE = Text(
    "检查前面的引号、方括号或花括号有没有成对", "check that every quote, bracket and brace before this is closed"
)

_ESCAPE = Text(
    "反斜杠“\\”在双引号里有特殊含义，改用单引号，或不用引号",
    "a backslash is special in double quotes: use single quotes, or none",
)
_COLON = Text(
    "键后面的冒号要用半角“:”，后面空一格，不能用全角“：”",
    "the colon after a key is the half-width `:` with a space after it, not the full-width one",
)
_YEAR = Text(
    "文号里的年份用六角括号，如“环发〔2006〕28号”；方括号在 YAML 里表示列表",
    "a document number has its year in 〔〕; square brackets begin a list in YAML",
)
_SQUARE_YEAR = re.compile(r"[^\s\[,:-]\[(?:19|20)\d{2}\]")
_WIDE_COLON = re.compile(r"[ \t]*(?:- +)?[a-z_]+ *：")

_KNOWN: tuple[tuple[str, Text, Text], ...] = (
    ("mapping values are not allowed", Text("这里不能再出现“键: 值”", "a `key: value` pair cannot stand here"), _QUOTE),
    ("cannot start any token", Text("这个字符不能作为开头", "nothing can begin with this character"), _QUOTE),
    ("could not find expected ':'", Text("这一行缺少冒号", "a `:` is missing on this line"), _INDENT),
    (
        "did not find expected key",
        Text("缩进不对，或前一个值没有写完", "the indentation is off, or the value before is not finished"),
        _INDENT,
    ),
    (
        "did not find expected '-' indicator",
        Text(
            "列表中的这一行没有以“- ”开头，或缩进不对", "this line of a list lacks its `- `, or the indentation is off"
        ),
        _INDENT,
    ),
    ("block sequence entries are not allowed", Text("这里不能开始列表", "a list cannot begin here"), _INDENT),
    (
        "did not find expected ',' or ']'",
        Text("方括号里的列表没有写完", "the list in brackets is not finished"),
        _CLOSE,
    ),
    (
        "did not find expected ',' or '}'",
        Text("花括号里的内容没有写完", "the mapping in braces is not finished"),
        _CLOSE,
    ),
    ("found unexpected end of stream", Text("文件在引号中间就结束了", "the file ends inside a quoted value"), _CLOSE),
    (
        "found unexpected document indicator",
        Text("引号里出现了文档分隔符", "a document marker stands inside a quoted value"),
        _CLOSE,
    ),
    ("escape code", Text("双引号里的转义写法有误", "this escape in double quotes is not valid"), _ESCAPE),
    ("escape character", Text("双引号里的转义写法有误", "this escape in double quotes is not valid"), _ESCAPE),
    ("unexpected", Text("这里的写法有误", "this is not expected here"), _CLOSE),
    ("did not find expected", Text("这里的写法有误", "something else is expected here"), _CLOSE),
)
_TAB = (
    Text("用制表符（Tab）缩进了", "a tab is used for indentation"),
    Text("把制表符换成空格", "use spaces instead of tabs"),
)


def explain(problem: str, text: str, at: int) -> tuple[Text, tuple[Text, ...]]:
    """The problem in both languages and hints; unknown problems keep the parser's own words."""
    if text[at : at + 1] == "\t":
        return _TAB[0], (_TAB[1],)
    for words, known, hint in _KNOWN:
        if words in problem:
            return known, (_slip(text, at) or hint,)
    return Text(problem, problem), ()


def _slip(text: str, at: int) -> Text | None:
    """What a line copied from a printed table often has in it, and YAML reads otherwise; on this line or the one before."""
    line = text.rfind("\n", 0, at) + 1
    lines = text[max(text.rfind("\n", 0, max(line - 1, 0)) + 1, 0) : at].split("\n")
    rest = text[at : end if (end := text.find("\n", at)) >= 0 else len(text)]
    lines[-1] += rest
    if any(_SQUARE_YEAR.search(each) for each in lines):
        return _YEAR
    return _COLON if any(_WIDE_COLON.match(each) for each in lines) else None
