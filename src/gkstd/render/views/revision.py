"""修订说明: what a handbook has that the edition before it had not, in plain words.

In: the project, the project of the edition before or None, and what the book shows. Out: `RevisionView`. Compared are items (added,
withdrawn, and each printed column that differs), time limits among them, standards, bodies and laws. The order is that of the
edition; the same two editions give the same words.
"""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from gkstd.model.item import Item
from gkstd.model.project import Project
from gkstd.render.views import printed


class Changes(Struct, frozen=True):
    """One kind of thing and what has become of it, a sentence each."""

    title: str
    lines: tuple[str, ...]


class RevisionView(Struct, frozen=True):
    """`first`: there is no edition before. `before`: its title. `known`: its sources were there to compare with."""

    first: bool
    before: str
    known: bool
    groups: tuple[Changes, ...]
    items: int
    standards: int
    as_of: str


class Scope(Struct, frozen=True):
    """What a book shows: ids of domains and of own standards."""

    domains: frozenset[str]
    documents: frozenset[str]


COLUMNS: tuple[tuple[str, Callable[[Item], str]], ...] = (
    ("名称", lambda item: item.title),
    ("所属二级事项", lambda item: item.parent),
    ("索引号", lambda item: item.index),
    ("公开内容", lambda item: "；".join(element.text for element in item.content)),
    ("公开依据", lambda item: "".join(printed.citation(basis.citation) for basis in item.basis)),
    ("公开主体", lambda item: "、".join(body.written for body in item.bodies)),
    (
        "公开渠道",
        lambda item: "、".join(f"{use.channel}" for use in (*item.channels.required, *item.channels.optional)),
    ),
    ("公开对象", lambda item: item.audience.text or str(item.audience.kind)),
    ("公开方式", lambda item: str(item.method)),
    ("公开层级", lambda item: "、".join(map(str, item.levels))),
)
LIMIT = ("公开时限", lambda item: printed.limit(item.limit))


def revision_view(project: Project, before: Project | None, scope: Scope) -> RevisionView:
    """What has changed in the scope of a book."""
    identity = project.identity
    named = identity.edition.previous
    groups = tuple(_groups(project, before, scope)) if before else ()
    return RevisionView(
        first=named is None,
        before=named.title if named else "",
        known=before is not None,
        groups=tuple([group for group in groups if group.lines]),
        items=sum(1 for item in project.items.values() if item.domain in scope.domains),
        standards=len(scope.documents),
        as_of=printed.day(identity.as_of),
    )


def _groups(now: Project, before: Project, scope: Scope) -> Iterator[Changes]:
    items = _of(now.items, scope.domains)
    earlier = _of(before.items, scope.domains)
    yield Changes("公开事项", (*_items(items, earlier), *_columns(items, earlier, COLUMNS)))
    yield Changes("公开时限", tuple(_columns(items, earlier, (LIMIT,))))
    yield Changes("标准", tuple(_standards(now, before, scope.documents)))
    yield Changes("公开主体", tuple(_bodies(now, before, (items, earlier))))
    yield Changes("公开依据", tuple(_laws(now, before, (items, earlier))))


def _of(items: Mapping[str, Item], domains: frozenset[str]) -> dict[str, Item]:
    return {id: item for id, item in items.items() if item.domain in domains}


def _items(now: Mapping[str, Item], before: Mapping[str, Item]) -> Iterator[str]:
    for id, item in now.items():
        if id not in before:
            yield f"新增“{item.title}”（{item.index}）。"
    for id, item in before.items():
        if id not in now:
            yield f"取消“{item.title}”（{item.index}），索引号作废，不再使用。"


def _columns(
    now: Mapping[str, Item], before: Mapping[str, Item], columns: tuple[tuple[str, Callable[[Item], str]], ...]
) -> Iterator[str]:
    for id, item in now.items():
        for name, printed_as in columns:
            if id in before and (old := printed_as(before[id])) != (new := printed_as(item)):
                yield f"“{item.title}”的{name}{_turned(old, new)}。"


def _turned(old: str, new: str) -> str:
    if not old:
        return f"新定为“{new}”"
    return f"由“{old}”改为“{new}”" if new else f"“{old}”取消"


def _standards(now: Project, before: Project, ids: frozenset[str]) -> Iterator[str]:
    for id, document in now.documents.items():
        if id in ids and id not in before.documents:
            yield f"新增{document.number}《{document.title}》。"
        elif id in ids and document != before.documents[id]:
            yield f"修改{document.number}《{document.title}》。"
    for id, document in before.documents.items():
        if id in ids and id not in now.documents:
            yield f"不再收入{document.number}《{document.title}》。"


Both = tuple[Mapping[str, Item], Mapping[str, Item]]


def _bodies(now: Project, before: Project, items: Both) -> Iterator[str]:
    new, old = [
        dict.fromkeys(name.body for item in some.values() for name in item.bodies if name.body) for some in items
    ]
    for id in new:
        if id in now.bodies and id in before.bodies and now.bodies[id].name != before.bodies[id].name:
            yield f"{before.bodies[id].name}更名为{now.bodies[id].name}。"
        elif id in now.bodies and id not in old:
            yield f"新增{now.bodies[id].name}。"
    for id in old:
        if id not in new and id in before.bodies:
            yield f"不再有{before.bodies[id].name}的事项。"


def _laws(now: Project, before: Project, items: Both) -> Iterator[str]:
    new, old = [
        dict.fromkeys(basis.law for item in some.values() for basis in item.basis if basis.law) for some in items
    ]
    for id in new:
        if id in now.laws and id not in old:
            yield f"新增{printed.titled(now.laws[id])}。"
    for id in old:
        if id not in new and id in before.laws:
            yield f"不再引用{printed.titled(before.laws[id])}。"
