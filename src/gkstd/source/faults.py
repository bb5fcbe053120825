"""What the schema stage says of a value that does not fit its declared type: GK101-GK104, with the nearest good word."""

import re
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints
from unicodedata import normalize

import msgspec

from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import schema as codes
from gkstd.model.hints import did_you_mean
from gkstd.model.values.nearest import closest
from gkstd.source.tree import Path, Tree

_TYPES: dict[Any, Text] = {
    str: Text("一行文字", "a line of text"),
    int: Text("整数", "a whole number"),
    bool: Text("true 或 false", "true or false"),
    date: Text("日期（年-月-日，如 2018-06-12）", "a date (such as 2018-06-12)"),
    NoneType: Text("空", "nothing"),
}

_WRITE = Text("写成“{written}”", "write `{written}`")
_LATER = Text("写上内容；还不知道的写 {written}", "say what it is; what is not yet known is {written}")
_QUOTES = "“”‘’「」\"' \u3000"
_DAY = re.compile(r"([0-9]{4})[-./年—－]([0-9]{1,2})[-./月—－]([0-9]{1,2})日?")


def unknown(tree: Tree, kind: type, name: str, path: Path, known: tuple[str, ...]) -> Diagnostic:
    """A field that the record does not have."""
    fields = Text(f"还可以写的字段：{'、'.join(known)}", f"fields not yet used: {', '.join(known)}")
    field = meant(kind, name, known)
    hints = did_you_mean(field, (field,)) if field else ((fields,) if known else ())
    owner = _owner(kind)
    return codes.UNKNOWN_FIELD.at(
        tree.span(path, key=True), hints=hints, field=name, owner_zh=owner.zh, owner_en=owner.en
    )


def meant(kind: type, name: str, known: tuple[str, ...]) -> str:
    """The field that a misspelt name stands for, or its name in the printed table (公开时限); "" if none is near."""
    if near := closest(name, known):
        return near
    told = {
        field: _described(hint) for field, hint in get_type_hints(kind, include_extras=True).items() if field in known
    }
    return next((field for field, text in told.items() if len(name) > 1 and text.startswith(name)), "")


def _described(hint: Any) -> str:
    metas = [meta for member in (hint, *_members(hint)) for meta in getattr(member, "__metadata__", ())]
    return next((meta.description for meta in reversed(metas) if meta.description), "")


def missing(tree: Tree, kind: type, name: str, path: Path) -> Diagnostic:
    """A required field that was not written; pointed at where the record begins."""
    owner = _owner(kind)
    hint = Text("在这里补上“{field}: …”", "add `{field}: …` here").fill(field=name)
    return codes.MISSING_FIELD.at(tree.span(path), hints=(hint,), field=name, owner_zh=owner.zh, owner_en=owner.en)


def too_few(tree: Tree, kind: Any, path: Path, least: int, size: int) -> Diagnostic:
    """A list that must have more members than the `size` it has, which may be none."""
    return codes.BAD_VALUE.at(
        tree.span(path),
        hints=(_LATER.fill(written="[〔待填：……〕]"),) if _takes_lines(kind) else (),
        field=_name(path),
        value="[…]" if size else "[]",
        rule_zh=f"至少要有 {least} 项" + (f"，这里有 {size} 项" if size else ""),
        rule_en=f"it takes at least {least}" + (f", here it has {size}" if size else ""),
    )


def wrong_value(tree: Tree, kind: Any, value: Any, path: Path, near: str = "") -> Diagnostic:
    """A value of the wrong type, or of the right type but not allowed; `near` is what it is known to stand for."""
    allowed = _literals(kind)
    if isinstance(value, str) and allowed:
        choice = Text(f"只能是 {'、'.join(allowed)}", f"it is one of {', '.join(allowed)}")
        return _bad(tree, value, path, choice, did_you_mean(near or value, allowed))
    if isinstance(value, str) and (rule := _rule(kind, value)):
        return _bad(tree, value, path, rule, _as_typed(kind, value))
    expected, found = _expected(kind), _found(value)
    return codes.WRONG_TYPE.at(
        tree.span(path),
        hints=_as_list(kind, value) or _as_date(kind, value) or _as_nothing(tree, kind, value, path),
        field=_name(path),
        expected_zh=expected.zh,
        expected_en=expected.en,
        found_zh=found.zh,
        found_en=found.en,
    )


def _as_list(kind: Any, value: Any) -> tuple[Text, ...]:
    """For one text where a list is due: the same as a list, cut where a printed table cuts it."""
    if not isinstance(value, str) or len(value) > 200 or not _takes_lines(kind) or not value.strip():
        return ()
    inner = value.strip().strip("【】［］[]").strip()
    members = [part.strip() for part in re.split(r"[、；;，,\n]", inner) if part.strip()]
    whole = any(mark in inner for mark in "《（([{\"'#:") or not members
    written = f"[{', '.join([inner] if whole else members)}]"
    return (Text("可以写成“{written}”", "write `{written}`").fill(written=written),)


def _as_date(kind: Any, value: Any) -> tuple[Text, ...]:
    """2018年12月31日, 2018.12.31, ２０１８-1-5: the day that is meant, as it is to be written."""
    if not isinstance(value, str) or date not in [_plain(member) for member in _members(kind)]:
        return ()
    parts = _DAY.fullmatch(normalize("NFKC", value).strip(_QUOTES))
    try:
        day = date(*map(int, parts.groups())) if parts else None
    except ValueError:
        return (Text("日历上没有这一天", "there is no such day"),)
    return (_WRITE.fill(written=day.isoformat()),) if day else ()


def _as_typed(kind: Any, value: str) -> tuple[Text, ...]:
    """For a value in Chinese quotes, full-width or in the other case: the same as it is to be written, if that will do."""
    plain = normalize("NFKC", value).strip(_QUOTES)
    for typed in (plain, plain.lower().replace("_", "-").replace(" ", "-"), plain.upper()):
        if typed and typed != value and not _rule(kind, typed):
            return (_WRITE.fill(written=typed),)
    return ()


def _as_nothing(tree: Tree, kind: Any, value: Any, path: Path) -> tuple[Text, ...]:
    """For nothing where something is due: what was written may have been taken for a remark or for a key."""
    if value is not None:
        return ()
    if path and "：" in str(path[-1]):
        written = str(path[-1]).replace("：", ": ", 1)
        return (
            Text("冒号要用半角，后面空一格：{written}", "use the half-width colon and a space: {written}").fill(
                written=written
            ),
        )
    if tree.file.text[tree.span(path).start :].partition("\n")[0].lstrip().startswith("#"):
        return (
            Text(
                "“#”后面是注释；值以 # 开头时用引号括起来",
                "what follows a `#` is a remark: put a value that begins with one in quotes",
            ),
        )
    text = str in [_plain(member) for member in _members(kind)] and not _rule(kind, "〔待填：……〕")
    return (_LATER.fill(written="〔待填：……〕"),) if text else ()


def _takes_lines(kind: Any) -> bool:
    lists = [plain for m in _members(kind) if get_origin(plain := _plain(m)) is tuple]
    return any(_plain(one) is str for plain in lists for one in _members(get_args(plain)[0]))


def _plain(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def unexplained(tree: Tree, kind: type) -> Diagnostic:
    """The decoder refused the file but the walk found nothing to point at."""
    try:
        msgspec.convert(tree.value, kind, strict=False)
    except msgspec.ValidationError as error:
        why = str(error)
    else:
        why = "?"
    return codes.BAD_VALUE.at(tree.span(()), field=tree.file.id, value="…", rule_zh=why, rule_en=why)


def least(kind: Any) -> int:
    """The least number of members the type asks for."""
    return max((m.min_length or 0 for m in getattr(kind, "__metadata__", ()) if isinstance(m, msgspec.Meta)), default=0)


def fits(kind: Any, value: Any) -> bool:
    """Whether a member of a union is of the value's shape (text, list, mapping)."""
    plain = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    origin = get_origin(plain)
    if isinstance(value, list):
        return origin is tuple
    if isinstance(value, dict):
        return origin is dict or (isinstance(plain, type) and issubclass(plain, msgspec.Struct))
    return (
        value is not None
        and origin is not tuple
        and origin is not dict
        and plain is not NoneType
        and not (isinstance(plain, type) and issubclass(plain, msgspec.Struct))
    )


def _bad(tree: Tree, value: str, path: Path, rule: Text, hints: tuple[Text, ...]) -> Diagnostic:
    shown = value if len(value) <= 40 else value[:40] + "…"
    return codes.BAD_VALUE.at(
        tree.span(path), hints=hints, field=_name(path), value=shown, rule_zh=rule.zh, rule_en=rule.en
    )


def _owner(kind: type) -> Text:
    doc = (kind.__doc__ or kind.__name__).strip()
    zh = re.split(r"[。：；:;\n]", doc)[0] or kind.__name__
    return Text(f"“{zh}”", f"`{kind.__name__.removesuffix('Record').removesuffix('File').lower()}`")


def _name(path: Path) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def _members(kind: Any) -> tuple[Any, ...]:
    plain = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if get_origin(plain) in (Union, UnionType):
        return tuple(m for member in get_args(plain) for m in _members(member))
    return (kind,)


def _literals(kind: Any) -> tuple[str, ...]:
    plain = (get_args(m)[0] if get_origin(m) is Annotated else m for m in _members(kind))
    return tuple(str(word) for m in plain if get_origin(m) is Literal for word in get_args(m))


def _rule(kind: Any, value: str) -> Text | None:
    for member in _members(kind):
        for meta in getattr(member, "__metadata__", ()):
            if meta.min_length and len(value) < meta.min_length:
                return Text("不能为空", "it must not be empty")
            if meta.max_length and len(value) > meta.max_length:
                return Text(f"最长 {meta.max_length} 字", f"at most {meta.max_length} characters")
            if meta.pattern and not re.search(meta.pattern, value):
                return _pattern(meta)
            if (meta.ge or meta.le) and re.fullmatch(r"-?\d+", value):
                return Text(f"应当在 {meta.ge} 到 {meta.le} 之间", f"it must be from {meta.ge} to {meta.le}")
    return None


def _pattern(meta: msgspec.Meta) -> Text:
    """The rule in words where the declaration gives them (`extra={"rule": (zh, en)}`), else the pattern itself."""
    zh, en = (meta.extra or {}).get("rule", (f"应当符合 {meta.pattern}", f"it must match {meta.pattern}"))
    return Text(zh, en)


def _expected(kind: Any) -> Text:
    names = [_one(m) for m in _members(kind)]
    shown = [n for n in dict.fromkeys(names) if n.zh != "空"] or names
    return Text("或".join(n.zh for n in shown), " or ".join(n.en for n in shown))


def _one(kind: Any) -> Text:
    plain = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if plain in _TYPES:
        return _TYPES[plain]
    if get_origin(plain) is tuple:
        return Text("列表（每项一行，以“- ”开头）", "a list")
    return Text("“键: 值”的映射", "a mapping of `key: value`")


def _found(value: Any) -> Text:
    if value is None:
        return Text("空", "nothing")
    if isinstance(value, list):
        return Text("列表", "a list")
    if isinstance(value, dict):
        return Text("映射", "a mapping")
    shown = value if len(value) <= 40 else value[:40] + "…"
    return Text(f"“{shown}”", f"`{shown}`")
