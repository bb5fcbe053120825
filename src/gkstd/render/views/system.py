"""The standard system as printed: 标准体系结构图, 标准明细表, 标准统计表 (GB/T 13016—2018), all counted from the data.

In: the project. Out: `SystemView`: the tree for lists, one or several charts with boxes in millimetres, and tables.
"""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from gkstd.model.document import Document
from gkstd.model.project import Project
from gkstd.model.register import Reference
from gkstd.model.system import ORDER, Branch, flat, level_of
from gkstd.render.views import printed
from gkstd.render.views.grid import GridColumn, GridView, marked
from gkstd.render.views.seen import Seen
from gkstd.render.views.system_chart import ChartView, NodeBox, charts

ADOPTED, DIRECT = "采用的国家标准", "直接隶属的标准"


class MemberView(Struct, frozen=True):
    """One standard of the system. `kind` and `id` say what it is in the model; `unconfirmed` names fields."""

    kind: str
    id: str
    code: str
    number: str
    title: str
    level: str
    effective: str
    state: str
    note: str
    unconfirmed: tuple[str, ...]


class NodeView(Struct, frozen=True):
    """A branch with its own standards and the branches below; `count` is that of all of them."""

    code: str
    title: str
    count: int
    members: tuple[MemberView, ...]
    branches: tuple["NodeView", ...]


class SystemView(Struct, frozen=True):
    """The whole system as of a day."""

    title: str
    note: str
    as_of: str
    related: tuple[str, ...]
    count: int
    nodes: tuple[NodeView, ...]
    charts: tuple[ChartView, ...]
    details: GridView
    statistics: tuple[GridView, ...]


def has_system(project: Project) -> bool:
    """Whether there is anything to show: a standard of the edition belongs to a branch."""
    return any(one.adopted and one.system for one in project.references.values()) or any(
        one.system for one in project.documents.values()
    )


def system_view(project: Project, seen: Seen) -> SystemView:
    """The system of an edition that has one."""
    system = project.system or flat(f"{project.identity.region.short}标准体系", _named(project))
    nodes = tuple([_node(project, branch, seen) for branch in system.branches])
    members = [member for node in nodes for member in _members(node)]
    return SystemView(
        title=system.title,
        note=system.note,
        as_of=printed.day(project.identity.as_of),
        related=system.related,
        count=len(members),
        nodes=nodes,
        charts=charts(system.title, len(members), system.related, _boxes(nodes)),
        details=_details(members),
        statistics=(_by_level(project, members), _by_branch(nodes, members)),
    )


def _named(project: Project) -> dict[str, None]:
    named = [one.system for one in project.references.values() if one.adopted]
    return dict.fromkeys([name for name in (*named, *[d.system for d in project.documents.values()]) if name])


def _node(project: Project, branch: Branch, seen: Seen) -> NodeView:
    members: list[MemberView] = []
    as_of = project.identity.as_of
    for one in project.references.values():
        if one.adopted and one.system == branch.title:
            seen.add("reference", one.id)
            begins = one.effective or one.issued
            state = "废止" if one.ended(as_of) else "未实施" if begins and begins > as_of else "现行"
            after = [project.references[id].number for id in one.successors if id in project.references]
            note = f"由{'、'.join(after)}代替" if after and one.ended(as_of) else ""
            members.append(_member("reference", one, state, note))
    for own in sorted((d for d in project.documents.values() if d.system == branch.title), key=lambda d: d.number):
        seen.add("document", own.id)
        state = "废止" if own.withdrawn and own.withdrawn <= as_of else "现行"
        if own.effective and own.effective > as_of:
            state = "未实施"
        note = f"代替{'、'.join(own.replaces)}" if own.replaces else ""
        members.append(_member("document", own, state, note))
    coded = tuple([replace(member, code=f"{branch.code}—{n:02}") for n, member in enumerate(members, 1)])
    inner = tuple([_node(project, one, seen) for one in branch.branches])
    return NodeView(branch.code, branch.title, len(coded) + sum(one.count for one in inner), coded, inner)


def _member(kind: str, one: Reference | Document, state: str, note: str) -> MemberView:
    effective = printed.day(one.effective)
    return MemberView(
        kind,
        one.id,
        "",
        one.number,
        printed.title(one.title),
        level_of(one.number),
        effective,
        state,
        note,
        one.unconfirmed,
    )


def _members(node: NodeView) -> Iterator[MemberView]:
    yield from node.members
    for one in node.branches:
        yield from _members(one)


def _boxes(nodes: tuple[NodeView, ...]) -> tuple[NodeBox, ...]:
    return tuple([_box(node) for node in nodes])


def _box(node: NodeView) -> NodeBox:
    """A branch with both standards and branches shows its standards in a box of their own."""
    numbers = tuple([member.number for member in node.members])
    if not node.branches:
        return NodeBox(node.code, node.title, node.count, numbers, ())
    own: tuple[NodeBox, ...] = ()
    if numbers:
        title = ADOPTED if all(member.kind == "reference" for member in node.members) else DIRECT
        own = (NodeBox("", title, len(numbers), numbers, ()),)
    return NodeBox(node.code, node.title, node.count, (), (*own, *_boxes(node.branches)))


def _details(members: list[MemberView]) -> GridView:
    heads = (
        ("序号", 5.0), ("体系编号", 9.0), ("标准号", 17.0), ("标准名称", 34.0), ("级别", 8.0), ("实施日期", 13.0), ("状态", 6.0), ("备注", 8.0),
    )  # fmt: skip
    rows = tuple(
        [
            (str(n), m.code, m.number, m.title, m.level, m.effective or "—", m.state, m.note)
            for n, m in enumerate(members, 1)
        ]
    )
    columns = tuple([GridColumn(*head, number=False) for head in heads])
    pending = marked(rows, [m.unconfirmed for m in members], {"number": 2, "title": 3, "effective": 5})
    open = sum("adopted" in m.unconfirmed for m in members)
    doubts = f"{open}项标准是否采用待核。" if open else ""
    return GridView("system-details", "标准明细表", "", columns, rows, (), "", "", pending, doubts)


def _by_level(project: Project, members: list[MemberView]) -> GridView:
    """应有数 is what gkstd.yaml expects, 现有数 what there is."""
    now = Counter(member.level for member in members)
    own = next((level_of(d.number) for d in project.documents.values()), "企业标准")
    names = {"standards.national": "国家标准", "standards.own": own}
    wanted = {
        level: project.identity.expected[name] for name, level in names.items() if name in project.identity.expected
    }
    levels = [level for level in ORDER if now[level] or wanted.get(level)]
    rows = tuple([_share(level, wanted.get(level), now[level]) for level in levels])
    whole = project.identity.expected.get("standards.total") or (sum(wanted.values()) if wanted else None)
    heads = (
        ("级别", 31.0, False),
        ("应有数（项）", 23.0, True),
        ("现有数（项）", 23.0, True),
        ("现有数占应有数（%）", 23.0, True),
    )
    columns = tuple([GridColumn(*head) for head in heads])
    return GridView(
        "system-levels", "标准统计表（按级别）", "", columns, rows, _share("合计", whole, len(members)), "", ""
    )


def _share(name: str, wanted: int | None, now: int) -> tuple[str, ...]:
    share = f"{100 * now / wanted:.1f}".removesuffix(".0") if wanted else "—"
    return name, str(wanted) if wanted else "—", str(now), share


def _by_branch(nodes: tuple[NodeView, ...], members: list[MemberView]) -> GridView:
    levels = [level for level in ORDER if any(member.level == level for member in members)]
    rows: list[tuple[str, ...]] = []
    for node in nodes:
        for depth, one, its in _counted(node, 0):
            count = Counter(member.level for member in its)
            name = f"{'　' * depth}{one}"
            rows.append((name, *[str(count[level]) for level in levels], str(len(its))))
    total = Counter(member.level for member in members)
    width = round(60 / (len(levels) + 1), 2)
    columns = (
        GridColumn("体系分支", 40, number=False),
        *[GridColumn(f"{n}（项）", width, number=True) for n in (*levels, "合计")],
    )
    totals = ("合计", *[str(total[level]) for level in levels], str(len(members)))
    return GridView("system-branches", "标准统计表（按体系分支）", "", columns, tuple(rows), totals, "", "")


def _counted(node: NodeView, depth: int) -> Iterator[tuple[int, str, list[MemberView]]]:
    """A branch with everything below it, then what is its own, then the branches below."""
    yield depth, f"{node.code}　{node.title}", list(_members(node))
    if node.branches and node.members:
        title = ADOPTED if all(member.kind == "reference" for member in node.members) else DIRECT
        yield depth + 1, f"其中：{title}", list(node.members)
    for one in node.branches:
        yield from _counted(one, depth + 1)
