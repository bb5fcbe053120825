"""The YAML parser's complaints in words an editor understands, with the usual way to mend each."""

import re

from msgspec import Struct

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
_YEAR = Text(
    "文号里的年份用六角括号，如“环发〔2006〕28号”；方括号在 YAML 里表示列表",
    "a document number has its year in 〔〕; square brackets begin a list in YAML",
)
_BRACKETS = Text(
    "列表用半角方括号“[ ]”，各项之间用半角逗号“, ”",
    "a list takes the half-width brackets `[ ]`, with half-width commas between its entries",
)


class Slip(Struct, frozen=True):
    """What a line has in it that was typed or pasted, and YAML reads otherwise; `at` in the pattern is the place to show.

    `problem` is None where the parser's own words say it.
    """

    pattern: re.Pattern[str]
    problem: Text | None
    hint: Text


_CONFLICT = Slip(
    re.compile(r"^(?P<at><{7} .*|\|{7} .*|={7}|>{7} .*)$", re.MULTILINE),
    Text("这里有没解决的合并冲突", "a merge conflict is left unresolved here"),
    Text(
        "两种写法留下一种，再删去 <<<<<<<、=======、>>>>>>> 这几行",
        "keep one of the two versions, then delete the lines <<<<<<<, ======= and >>>>>>>",
    ),
)
_NO_SPACE = (
    Text("“-”后面少一个空格", "a space is missing after the `-`"),
    Text("写成“- …”，“-”后面空一格", "write `- …`, with a space after the `-`"),
)
_SLIPS = (
    Slip(
        re.compile(r"[ \t]*(?P<at>[\u00a0\u2002-\u200a\u202f\u3000]+)\s*(?:- *)?[a-z_]+ *[:：]"),
        Text("用全角空格或别的特殊空格缩进了", "the indentation has a full-width or other special space in it"),
        Text(
            "删去行首的空格，用半角空格重新缩进（关掉中文输入法再按空格键）",
            "delete the spaces at the start of the line and type ordinary ones",
        ),
    ),
    Slip(re.compile(r" *(?P<at>-)[a-z_]+:(?: |$)"), *_NO_SPACE),
    Slip(
        re.compile(r" *(?:- +)?[a-z_]+ *(?P<at>：)"),
        Text("键后面的冒号是全角的“：”", "the colon after the key is the full-width “：”"),
        Text("改成半角冒号“:”，后面空一格", "use the half-width `:` with a space after it"),
    ),
    Slip(
        re.compile(r" *(?:- +)?[a-z_]+(?P<at>:)[^\s:/]"),
        Text("冒号后面少一个空格", "a space is missing after the colon"),
        Text("写成“title: 名称”，冒号后面空一格", "write `title: name`, with a space after the colon"),
    ),
    Slip(re.compile(r".*?[^\s\[,:-](?P<at>\[)(?:19|20)\d{2}\]"), None, _YEAR),
)
_OWN = (
    Slip(
        re.compile(r" *(?:- +)?[a-z_]+: *(?P<at>[｛［【])"),
        Text("括号是全角的", "the bracket is full-width"),
        Text(
            "改成半角的 { } 或 [ ]，里面的逗号和冒号也用半角",
            "use { } or [ ], with half-width commas and colons inside",
        ),
    ),
    Slip(
        re.compile(r" *(?:- +)?[a-z_]+(?P<at>(?: *[=＝] *| +))[^\s:：]"),
        Text("键后面没有冒号", "there is no colon after the key"),
        Text("写成“limit: 5个工作日内”，冒号后面空一格", "write `limit: 5个工作日内`, with a space after the colon"),
    ),
)
"""Slips that only the very line that cannot be read can have."""
_ENTRIES = (
    Slip(re.compile(r" *(?P<at>-)[^\s-]"), *_NO_SPACE),
    Slip(
        re.compile(r" *(?P<at>[－—–•·●○]|[（(]?(?:[0-9]+|[一二三四五六七八九十]+)[)）、.．])"),
        Text("列表里的这一条没有以“- ”开头", "this entry of a list does not begin with `- `"),
        Text("每一条以半角的“- ”开头，不写序号", "each entry begins with `- `, without a number"),
    ),
)
"""Slips in a list of texts, where the line before is an entry as well."""
_TEXT = Text(
    "这一行如果是上面文字的一部分，要比它的键多缩进两格；否则前面少了“键: ”",
    "if this line is part of the text above, indent it two spaces more than its key; else its `key: ` is missing",
)
_AFTER_QUOTE = (
    Text("引号后面还有文字", "there is text after the closing quote"),
    Text(
        "值里有引号时，把整个值用单引号括起来，或把里面的引号改成中文引号“”",
        "when a value has quotes in it, put all of it in single quotes, or use “” inside",
    ),
)
_ASKEW = Text("这一行没有与上面各行对齐", "this line does not line up with those above")
_DEEPER = Text("这一行比上一行多缩进了", "this line is indented further than the one before")
_PAIR = re.compile(r" *(?:- +)?[a-z_]+:(?: |$)")

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
    (
        "found unexpected end of stream",
        Text("从这里开始的引号没有结束", "the quote that begins here is never closed"),
        _CLOSE,
    ),
    (
        "found unexpected document indicator",
        Text("引号里出现了文档分隔符", "a document marker stands inside a quoted value"),
        _CLOSE,
    ),
    ("escape code", Text("双引号里的转义写法有误", "this escape in double quotes is not valid"), _ESCAPE),
    ("escape character", Text("双引号里的转义写法有误", "this escape in double quotes is not valid"), _ESCAPE),
    (
        "alphabetic or numeric character",
        Text("“*”“&”开头有特殊含义", "a value that begins with `*` or `&` means something else"),
        _QUOTE,
    ),
    ("unexpected", Text("这里的写法有误", "this is not expected here"), _CLOSE),
    ("did not find expected", Text("这里的写法有误", "something else is expected here"), _CLOSE),
)
_TAB = (
    Text("用制表符（Tab）缩进了", "a tab is used for indentation"),
    Text("把制表符换成空格", "use spaces instead of tabs"),
)


def explain(problem: str, text: str, at: int, opened: int | None = None) -> tuple[int, Text, tuple[Text, ...]]:
    """Where it is, what it is in both languages, and hints; unknown problems keep the parser's own words.

    `at` is where the parser stopped, which is often one line too late; `opened` where the thing it was reading began.
    """
    if opened is not None and "expected ':'" in problem:
        at = opened
    if text[at : at + 1] == "\t":
        return at, _TAB[0], (_TAB[1],)
    if found := _slip(text, at):
        place, slip = found
        return place, slip.problem or _known(problem)[0], (slip.hint,)
    if askew := _askew(problem, text, at):
        return askew
    known, hint = _known(problem)
    if ("expected ':'" in problem or "'-' indicator" in problem) and "\u4e00" <= text[at : at + 1] <= "\u9fff":
        hint = (_TEXT,)
    if opened is not None and _unfinished(text, at, opened, problem):
        return opened, known, (_BRACKETS,) if re.match(r"\[.*[】］〕，]", text[opened:]) else hint
    return at, known, hint


def _askew(problem: str, text: str, at: int) -> tuple[int, Text, tuple[Text, ...]] | None:
    """A line whose place, not whose words, is wrong, and text after a closing quote."""
    lines = _lines(text, at)
    before = text[lines[-1] : at].rstrip()
    if "expected key" in problem and before.endswith(('"', "'")):
        return at, _AFTER_QUOTE[0], (_AFTER_QUOTE[1],)
    if "mapping values" in problem and len(lines) > 1 and _PAIR.fullmatch(f"{before}: ") and _shallower(text, lines):
        return lines[-1] + len(before) - len(before.lstrip()), _DEEPER, (_INDENT,)
    if "'-' indicator" in problem and _PAIR.match(text[lines[-1] :].partition("\n")[0]):
        return at, _ASKEW, (_INDENT,)
    return None


def _known(problem: str) -> tuple[Text, tuple[Text, ...]]:
    return next(((known, (hint,)) for words, known, hint in _KNOWN if words in problem), (Text(problem, problem), ()))


def _lines(text: str, at: int) -> tuple[int, ...]:
    """Where the line of `at` begins and, before it, the nearest one that is not empty."""
    line = text.rfind("\n", 0, at) + 1
    end = len(text[:line].rstrip())
    return (text.rfind("\n", 0, end) + 1, line) if end else (line,)


def _slip(text: str, at: int) -> tuple[int, Slip] | None:
    """The slip on the line of `at` or the one before, or a conflict anywhere, which makes all else uncertain."""
    if conflict := _CONFLICT.pattern.search(text):
        return conflict.start(), _CONFLICT
    *_, here = lines = _lines(text, at)
    for start in lines:
        line = text[start:].partition("\n")[0]
        more = (*_OWN, *(_ENTRIES if _beside_entry(text, lines) else ())) if start == here else ()
        for slip in (*_SLIPS, *more):
            if found := slip.pattern.match(line):
                return start + found.start("at"), slip
    return None


def _beside_entry(text: str, lines: tuple[int, ...]) -> bool:
    """Whether the line before is an entry of a list that begins as far to the right."""
    before, *this = (text[start:].partition("\n")[0] for start in lines)
    return bool(this) and before.lstrip(" ").startswith("- ") and _indent(before) == _indent(this[0])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _shallower(text: str, lines: tuple[int, ...]) -> bool:
    """Whether the line before is a key with its value that begins further left."""
    before, this = (text[start:].partition("\n")[0] for start in lines)
    key = before.lstrip(" -")
    return bool(_PAIR.match(key)) and len(before) - len(key) < len(this) - len(this.lstrip())


def _unfinished(text: str, at: int, opened: int, problem: str) -> bool:
    """Whether the place where the unfinished thing began tells more: the end of the file, or a later line, tells nothing."""
    if at >= len(text.rstrip()) or "alphabetic" in problem:
        return True
    return "expected ','" in problem and "\n" in text[opened:at]
