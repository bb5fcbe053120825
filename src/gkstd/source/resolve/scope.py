"""What every resolver shares: the day, the places, the name tables, and the list of what is wrong."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from gkstd.diagnostics import Code, Diagnostic, Text
from gkstd.diagnostics.codes import content, names, schema
from gkstd.model.allowance import Allowance
from gkstd.model.doubts import Doubtful
from gkstd.model.values.channel import Channel
from gkstd.model.values.fault import WORDING, Fault
from gkstd.source.places import SourcePlaces
from gkstd.source.resolve.unknown import Unknowns
from gkstd.source.resolve.wordings import Key, Read
from gkstd.source.tree import Path, Tree
from gkstd.text import Span

T = TypeVar("T")
Parser = Callable[[str], tuple[T, tuple[Fault, ...]]]

KINDS = {
    "body": Text("机构", "body"),
    "law": Text("依据", "law"),
    "reference": Text("引用标准", "reference"),
    "domain": Text("领域", "domain"),
    "category": Text("一级事项", "category"),
    "item": Text("事项", "item"),
    "process": Text("流程", "process"),
    "document": Text("标准", "document"),
    "workbook": Text("手册", "workbook"),
    "step": Text("步骤", "step"),
    "clause": Text("章条", "clause"),
    "term": Text("术语", "term"),
    "annex": Text("附录", "annex"),
    "guide": Text("服务指南", "service guide"),
    "service": Text("服务事项", "service"),
    "clauses": Text("共用条款", "shared clause"),
    "table": Text("表", "table"),
    "column": Text("栏", "column"),
    "form": Text("空白表格", "form"),
    "figure": Text("数字", "figure"),
    "synonym": Text("简称", "short form"),
}
_NUMBERS = Text(
    "文号如 国办发〔2017〕42号、国令第711号；标准号如 GB/T 1.1—2020、DB61/T 1000—2016",
    "a document number is like 国办发〔2017〕42号 or 国令第711号, a standard's like GB/T 1.1—2020 or DB61/T 1000—2016",
)
USUAL = {
    "parse_limit": Text(
        "常用的写法：自信息形成或者变更之日起20个工作日内；公示不少于10个工作日；每年1月31日前；及时公开；长期公开",
        "usual forms: 自信息形成或者变更之日起20个工作日内; 公示不少于10个工作日; 每年1月31日前; 及时公开; 长期公开",
    ),
    "parse_citation": Text(
        "写成“《名称》（文号）第几条”，如《中华人民共和国环境影响评价法》第二十一条、《建设项目环境保护管理条例》（国令第682号）",
        "write 《title》（number）article, such as 《中华人民共和国环境影响评价法》第二十一条 or 《建设项目环境保护管理条例》（国令第682号）",
    ),
    "parse_duration": Text(
        "写一个时长，如 5个工作日内、30日、当场", "write a length of time, such as 5个工作日内, 30日 or 当场"
    ),
    "normalise_document_number": _NUMBERS,
    "parse_standard_number": _NUMBERS,
    "parse_channel": Text(
        f"可以写：{'、'.join(Channel)}（其他的写“其他：名称”）",
        f"one of: {'、'.join(Channel)} (others as “其他：name”)",
    ),
    "parse_audience": Text("写“全社会”，或“特定群体：被征收人”", "write 全社会, or 特定群体：被征收人"),
}
"""The forms in use by the parser of a value, for where there is nothing near what was written."""
UNKNOWN = frozenset(
    ("empty", "unknown-form", "unknown-word", "no-time", "no-unit", "number-without-title", "unknown-note")
)
"""Kinds of faults that do not themselves say what to write."""

UNDOUBTED = ("id", "unconfirmed")
"""Fields that are ours, not the office's: there is nothing to verify in them."""


class Scope:
    """Collects while resolving. `as_of` decides which of several laws or bodies of one name is meant."""

    def __init__(self, as_of: date, broken: frozenset[str], known: Mapping[Key, Read] = {}) -> None:
        self.as_of = as_of
        self.broken = broken
        self.places = SourcePlaces()
        self.found: list[Diagnostic] = []
        self.unknowns = Unknowns()
        self.allowances: list[Allowance] = []
        self.repeated: list[tuple[str, str, Span]] = []
        """Index number, domain and place of each item that was left out because its id is taken."""
        self.homes: frozenset[str] = frozenset()
        """Names of all files that could be read."""
        self._ids: dict[tuple[str, str], tuple[Tree, Path]] = {}
        self.read: dict[Key, Read] = {}
        self._known = known

    def claim(self, kind: str, id: str, tree: Tree, path: Path, *, within: str = "", field: str = "id") -> bool:
        """Note an object and its place; False (and GK201) when the id is taken. `within` makes ids local to an owner."""
        unique = f"{within}/{id}" if within else id
        here = (tree, (*path, field))
        first = self._ids.setdefault((kind, unique), here)
        if first is not here:
            label = (first[0].span(first[1]), Text("已在这里用过", "first used here"))
            span, named = tree.span(here[1]), KINDS[kind]
            self.found.append(names.DUPLICATE_ID.at(span, labels=(label,), kind_zh=named.zh, kind_en=named.en, id=id))
            return False
        self.places.add(kind, unique, tree, path)
        return True

    def allow(self, kind: str, id: str, codes: Mapping[str, str], home: str = "", home_id: str = "") -> None:
        """Note what the editor allows in an object; `home` is the object where it was written, if another."""
        for code, reason in codes.items():
            self.allowances.append(Allowance(kind, id, code.upper(), reason, home or kind, home_id or id, code))

    def parse(self, parser: Parser[T], code: Code, text: str, tree: Tree, path: Path) -> T:
        """Run a value parser; its faults become diagnostics inside the value.

        The same limits and laws are written hundreds of times; each wording is read once.
        """
        known = self.read.get((parser, text))
        if known is None:
            known = self.read[parser, text] = self._known.get((parser, text)) or parser(text)
        value: T = known[0]
        for fault in known[1]:
            self.found.append(self.fault(code, fault, tree, path, USUAL.get(parser.__name__)))
        return value

    def fault(self, code: Code, fault: Fault, tree: Tree, path: Path, usual: Text | None = None) -> Diagnostic:
        """A parser's fault at its place, with what is wrong, and the nearest good form or the usual ones as hints."""
        zh, en = WORDING.get(fault.kind, (fault.kind, fault.kind))
        hints = [Text(zh, en)]
        if fault.nearest:
            hints.append(Text("可以写成“{near}”", "write `{near}`").fill(near=fault.nearest))
        elif usual and fault.kind in UNKNOWN:
            hints.append(usual)
        span = tree.span(path, within=(fault.start, max(fault.end, fault.start + 1)))
        return code.at(span, hints=tuple(hints), found=fault.found)

    def doubts(self, r: Doubtful, tree: Tree, path: Path = ()) -> tuple[str, ...]:
        """The fields that a record marks as unconfirmed, each once; a mark on no value of it would mean nothing (GK105)."""
        fields = tuple([name for name in r.__struct_fields__ if name not in UNDOUBTED])
        for i, name in enumerate(r.unconfirmed):
            if name not in fields:
                span = tree.span((*path, "unconfirmed", i))
                self.found.append(schema.UNKNOWN_DOUBT.at(span, hints=_meant(type(r), name, fields), field=name))
        return tuple(dict.fromkeys(r.unconfirmed))

    def word(self, parser: Parser[T | None], known: Iterable[str], text: str, tree: Tree, path: Path) -> T | None:
        """A word of a closed vocabulary (GK305)."""
        value, faults = parser(text)
        for fault in faults:
            hints = (Text("可以写成“{near}”", "write `{near}`").fill(near=fault.nearest),) if fault.nearest else ()
            field = next((str(p) for p in reversed(path) if isinstance(p, str)), "")
            span = tree.span(path, within=(fault.start, max(fault.end, fault.start + 1)))
            listed = "、".join(known)
            self.found.append(content.VOCABULARY.at(span, hints=hints, field=field, found=fault.found, known=listed))
        return value

    def link(self, kind: str, id: str | None, known: Iterable[str], tree: Tree, path: Path) -> str:
        """An id that must name an object of the kind; "" when it does not (GK203, unless that kind's file was refused)."""
        if id is None:
            return ""
        table = known if isinstance(known, dict | frozenset) else dict.fromkeys(known)
        if id in table:
            return id
        if kind not in self.broken:
            named = KINDS[kind]
            span = tree.span(path)
            self.unknowns.note(names.DANGLING, span, lambda: tuple(table), id=id, kind_zh=named.zh, kind_en=named.en)
        return ""


def _meant(kind: type, name: str, fields: tuple[str, ...]) -> tuple[Text, ...]:
    from gkstd.source.faults import meant

    near = meant(kind, name, fields)
    return (Text("您是不是想写“{name}”？", "did you mean `{name}`?").fill(name=near),) if near else ()
