"""Writes docs/reference/ from the program: `python docs/generate.py`. With `--check` it only names what is stale (exit 1).

In: the commands (click), the registry of codes with their explanations, the declared records, the edition in standards/.
Out: Markdown, the same bytes every time. Nothing on these pages is typed by hand, so nothing on them can be out of date.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from gkstd.cli.main import COMMANDS
from gkstd.cli.outcome import Exit
from gkstd.diagnostics.explain import Example, pages
from gkstd.diagnostics.format import WORDS
from gkstd.diagnostics.registry import CODES
from gkstd.model.doubts import kind_of
from gkstd.source.kinds import KINDS
from gkstd.source.records import base

HERE = Path(__file__).parent / "reference"
MADE = "<!-- made by docs/generate.py; do not edit -->\n\n"
PLAIN = {
    str: "文字", int: "整数", bool: "`true` 或 `false`", NoneType: "空", base.Slug: "编号",
    base.PageSlug: "编号，不能是 `index`", base.Line: "一行文字", base.Prose: "Markdown 文字", base.Day: "日期",
    base.Unconfirmed: "字段名的列表",
}  # fmt: skip
COMPOSED = {
    "domains": ("哪几个领域；报道只有数目", "which domains; the account gives their number"),
    "categories": ("一级事项的名称", "names of the categories"),
    "items": ("二级事项的名称、要素、主体和渠道", "names, elements, bodies and channels of the items"),
    "processes": ("步骤、泳道，报道没有的承诺期限", "steps, lanes, and promises the account does not give"),
    "services": ("承诺期限、材料份数", "promises and numbers of copies"),
    "documents": ("自编标准的题目、编号和全文", "titles, numbers and text of the own standards"),
    "workbooks": ("手册的文字和编排", "words and arrangement of the handbooks"),
    "tables": ("各行的内容；合计有出处的写在资料来源里", "their rows; a published total is named as the source"),
}
LISTED = ("laws", "references", "bodies", "domains", "items", "processes", "services", "documents", "tables", "figures")
ENDINGS = {
    Exit.OK: ("成功", "all is well"),
    Exit.DIAGNOSTICS: ("源文件有问题（见 `--fail-on`）", "findings at or above `--fail-on`"),
    Exit.USAGE: ("命令写错", "the command is not understood"),
    Exit.ENVIRONMENT: ("电脑缺东西，或读写失败", "something is missing on the machine, or reading or writing failed"),
    Exit.INTERNAL: ("gkstd 自身的缺陷", "a bug in gkstd"),
    Exit.INTERRUPTED: ("被中断（Ctrl-C）", "interrupted"),
    Exit.TERMINATED: ("被终止（SIGTERM）", "terminated"),
}


def made() -> dict[str, str]:
    """Every generated page by file name."""
    return {
        "cli.md": cli("en"),
        "cli.zh-CN.md": cli("zh"),
        "codes.md": codes(),
        "source-language.md": language(),
        "unconfirmed.md": unconfirmed(),
    }


# Commands


def cli(lang: str) -> str:
    """Every command's help, as the program prints it."""
    en = lang == "en"
    title = "# Commands" if en else "# 命令"
    head = "In Chinese: [cli.zh-CN.md](cli.zh-CN.md)." if en else "英文版见 [cli.md](cli.md)。"
    sections = [f"## gkstd {name}\n\n```text\n{_help(lang, name)}\n```\n" for name in COMMANDS]
    codes = "\n".join(f"| {code.value} | {ENDINGS[code][en]} |" for code in Exit)
    ends = (
        f"## Exit codes\n\n| code | means |\n|---|---|\n{codes}\n"
        if en
        else f"## 退出码\n\n| 码 | 含义 |\n|---|---|\n{codes}\n"
    )
    return f"{MADE}{title}\n\n{head}\n\n```text\n{_help(lang)}\n```\n\n" + "\n".join([*sections, ends])


def _help(lang: str, *command: str) -> str:
    return _said(lang, *command, "--help")


def _said(lang: str, *words: str) -> str:
    """What the program prints."""
    environ = {**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1", "NO_COLOR": "1", "GKSTD_LANG": lang}
    start = "import sys; sys.argv[0] = 'gkstd'; from gkstd.cli.main import main; main()"
    call = [sys.executable, "-c", start, *words]
    return subprocess.run(
        call, env=environ, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout.rstrip()


# Codes


def codes() -> str:
    """Every code with its message and explanation, in both languages, with the examples that the tests run."""
    rows = "\n".join(
        f"| [{c.id}](#{c.id.lower()}-{c.name}) | `{c.name}` | {WORDS[c.severity].zh} {c.severity.value} | {_cell(c.message.zh)} |"
        for c in CODES.values()
    )
    intro = (
        "`gkstd explain 代码` 在终端里显示同样的内容。`gkstd explain CODE` shows the same in the terminal.\n\n"
        "代码一经使用就不再改号，也不再用于别的问题。A code is never renumbered and never reused.\n"
    )
    body = "\n".join(_page(page) for page in pages())
    return f"{MADE}# 诊断代码 Diagnostics\n\n{intro}\n| 代码 | 名称 | 级别 | 报告的话 |\n|---|---|---|---|\n{rows}\n\n{body}"


def _page(page: Any) -> str:
    parts = [f"## {page.id} {page.name}\n", page.zh + "\n", page.en + "\n"]
    for title, example in (("这样会报告 Reported", page.fails), ("这样可以 Fine", page.passes)):
        if example:
            parts.append(f"{title}{_day(example)}：\n")
            parts += [f"```yaml\n# {_titled(block)}\n{_shown(block.text)}\n```\n" for block in example.blocks]
    if page.situation[0]:
        parts.append(f"例子 Example：{page.situation[0]} {page.situation[1]}\n")
    return "\n".join(parts)


def _titled(block: Any) -> str:
    return f"{block.file}: {block.part}" if block.part else str(block.file)


def _shown(text: str) -> str:
    """As `gkstd explain` shows it: invisible characters by their numbers."""
    return "".join(c if c == "\n" or c.isprintable() else f"\\u{ord(c):04x}" for c in text.rstrip())


def _day(example: Example) -> str:
    return f"（`--as-of {example.on}`）" if example.on else ""


# The source language


def language() -> str:
    """Every field of every kind of file, from the records that decode them."""
    intro = (
        "键用英文，值照官方表格印刷的写法写。每类文件放在固定的文件夹里，放错地方的文件会报错。"
        "“必填”之外的字段都可以不写；不知道的不要编，留空或列入 `unconfirmed`（待核）。\n\n"
        "Keys are English; values are written as they are printed in the official tables. "
        "`gkstd schema KIND` prints the same as JSON Schema for your editor.\n"
    )
    return f"{MADE}# 源语言 Source language\n\n{intro}\n" + "\n".join(_kind(kind) for kind in KINDS)


def _kind(kind: Any) -> str:
    path = (
        kind.pattern.replace("(towns/|villages/)?", "").replace(r"\.", ".").replace(r"[a-z0-9]+(-[a-z0-9]+)*", "<id>")
    )
    records = list(dict.fromkeys(_records(kind.record)))
    return f"## {kind.name}\n\n`{path}`\n\n" + "\n".join(_record(record, record is kind.record) for record in records)


def _records(record: type) -> Iterator[type]:
    yield record
    for hint in get_type_hints(record, include_extras=True).values():
        for part in _parts(hint):
            if part is not record:
                yield from _records(part)


def _parts(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield hint
    for argument in get_args(hint):
        yield from _parts(argument)


def _record(record: type, is_file: bool) -> str:
    hints = get_type_hints(record, include_extras=True)
    name = record.__name__.removesuffix("Record")
    doc = (record.__doc__ or "").strip().replace("\n", " ")
    config = record.__struct_config__  # type: ignore[attr-defined]
    rows = [f"| `{config.tag_field}` | `{config.tag}` | √ | 这一类的标记 |"] if config.tag_field and config.tag else []
    rows += [_field(field, hints[field.name]) for field in msgspec.structs.fields(record)]
    head = "" if is_file else f"### {name}\n\n"
    table = (
        "| 字段 | 类型 | 必填 | 说明 |\n|---|---|---|---|\n" + "\n".join(rows) + "\n" if rows else "没有别的字段。\n"
    )
    return f"{head}{_cell(doc)}\n\n{table}" if doc.partition("：")[2] or not is_file else f"{head}{table}"


def _field(field: Any, hint: Any) -> str:
    default = field.default
    shown = f"不写时为 {default}" if isinstance(default, str | int) and not isinstance(default, bool) else ""
    told = [*_described(hint), shown]
    return f"| `{field.encode_name}` | {_cell(_type(hint))} | {'√' if field.required else ''} | {_cell('；'.join(t for t in told if t))} |"


def _described(hint: Any) -> list[str]:
    """What the declaration says of the field itself (not of the common words it is made of)."""
    if get_origin(hint) in (Union, UnionType):
        return [text for member in get_args(hint) for text in _described(member)]
    own = [meta for meta in _split(hint)[1] if isinstance(meta, msgspec.Meta)]
    return [m.description for m in own if m.description] + [
        m.extra["rule"][0] for m in own if m.extra and "rule" in m.extra
    ]


def _split(hint: Any) -> tuple[str, tuple[Any, ...]]:
    """The common word a type is made of ("" for none) and what the declaration adds to it (Annotated types are flat)."""
    for word, name in PLAIN.items():
        known = getattr(word, "__metadata__", ())
        same = get_origin(hint) is Annotated and known and get_args(hint)[0] == get_args(word)[0]
        if same and hint.__metadata__[: len(known)] == known:
            return name, hint.__metadata__[len(known) :]
    return "", getattr(hint, "__metadata__", ())


def _type(hint: Any) -> str:
    if named := (PLAIN.get(hint) or _split(hint)[0]):
        return named
    if get_origin(hint) is Annotated:
        return _type(get_args(hint)[0])
    return _compound(hint)


def _compound(hint: Any) -> str:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return " 或 ".join(dict.fromkeys(_type(m) for m in get_args(hint) if m is not NoneType))
    if origin is Literal:
        return " · ".join(f"`{word}`" for word in get_args(hint))
    if origin is tuple:
        member = _type(get_args(hint)[0])
        return f"（{member}）的列表" if " 或 " in member else f"{member}的列表"
    if origin is dict:
        key, value = get_args(hint)
        return f"“{_type(key)}: {_type(value)}”的映射"
    name = hint.__name__.removesuffix("Record")
    return f"[{name}](#{name.lower()})"


# The edition


def unconfirmed() -> str:
    """What stands behind the edition: published figures, what was composed, and fields that were not verified, counted."""
    entries = {kind: _entries(kind) for kind in dict.fromkeys((*LISTED, *COMPOSED))}
    figures = "\n".join(
        f"| {_cell(one['title'])} | {_cell(one['value'])} | {_cell(one['source'])} |" for one in entries["figures"]
    )
    composed = "\n".join(f"| `{kind}` | {len(entries[kind])} | {zh}<br>{en} |" for kind, (zh, en) in COMPOSED.items())
    doubts = "\n".join(_doubts(kind, entries[kind]) for kind in LISTED)
    return (
        f"{MADE}# 待核 Unconfirmed\n\n"
        "这一版（`standards/`）的内容凭什么：公布的数、拟定的内容、列入 `unconfirmed`（待核）的字段。"
        "`gkstd list 种类 --unconfirmed` 逐条列出。\n\n"
        "What stands behind the edition in `standards/`; [what the three mean](../explanation/what-is-sourced.md). "
        "`gkstd list KIND --unconfirmed` lists the doubts.\n\n"
        f"## 公布的数 Published figures\n\n| 指标 figure | 数 value | 出处 source |\n|---|---|---|\n{figures}\n\n"
        f"## 拟定的内容 Composed\n\n| 种类 kind | 条目 entries | 什么是拟定的 what is composed |\n|---|---|---|\n{composed}\n\n"
        "## 待核的字段 Unconfirmed fields\n\n| 种类 kind | 条目 entries | 无待核 without doubts | 有待核 with doubts | 字段 fields |\n"
        f"|---|---|---|---|---|\n{doubts}\n"
    )


def _entries(kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        _said("en", "list", kind, "--project", str(HERE.parents[1]), "--format", "json")
    )
    return found


def _doubts(kind: str, entries: list[dict[str, Any]]) -> str:
    fields = Counter(kind_of(field) for entry in entries for field in entry["unconfirmed"])
    told = " · ".join(f"`{field}` {count}" for field, count in sorted(fields.items(), key=lambda f: (-f[1], f[0])))
    doubtful = sum(bool(entry["unconfirmed"]) for entry in entries)
    return f"| `{kind}` | {len(entries)} | {len(entries) - doubtful} | {doubtful} | {told} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main() -> int:
    """Write the pages, or with `--check` name those that differ."""
    texts = made()
    stale = [
        name for name, text in texts.items() if not (HERE / name).is_file() or (HERE / name).read_text("utf-8") != text
    ]
    if "--check" not in sys.argv:
        for name in stale:
            (HERE / name).write_text(texts[name], "utf-8", newline="\n")
    for name in stale:
        print(f"docs/reference/{name}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
