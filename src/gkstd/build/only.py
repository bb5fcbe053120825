"""What an id of `--only` stands for: the objects that its outputs show, or why nothing is compiled for it.

In: a project, the groups asked for, ids. Out: references to objects, and words. Pure.
"""

from collections.abc import Iterator, Mapping

from gkstd.build.plan import object_of
from gkstd.diagnostics import Text
from gkstd.model.project import Project
from gkstd.model.values.nearest import closest
from gkstd.render.site.pages import pages
from gkstd.render.views.process import process_view
from gkstd.render.views.seen import Ref, Refs
from gkstd.render.views.standard import standard_view
from gkstd.render.views.system import has_system
from gkstd.render.views.workbook import SYSTEM_BOOK, system_book, workbook_view

_COMPILED = ("workbooks", "standards", "flowcharts")
"""Groups of which each object has files of its own. Posters are those of flowcharts; the pages of the site show everything."""

KINDS: Mapping[str, Text] = {
    "workbooks": Text("手册", "a workbook"),
    "documents": Text("标准", "a standard"),
    "processes": Text("流程", "a process"),
    "domains": Text("领域", "a domain"),
    "items": Text("事项", "an item"),
    "guides": Text("服务指南", "a service guide"),
    "services": Text("服务事项", "a service"),
    "tables": Text("表", "a table"),
    "forms": Text("空白表格", "a form"),
    "bodies": Text("机构", "a body"),
    "laws": Text("依据", "a law"),
    "references": Text("引用标准", "a cited standard"),
    "figures": Text("数字", "a figure"),
}
_REFS = {"workbooks": "workbook", "documents": "document", "processes": "process", "bodies": "body"}


def concerned(project: Project, groups: tuple[str, ...], only: tuple[str, ...]) -> frozenset[Ref] | None:
    """All objects that the outputs of these ids show; None for everything, when no id is given."""
    if not only:
        return None
    found = {
        ref for group, id in _outputs(project) if id in only and group in groups for ref in _refs(project, id, group)
    }
    if "posters" in groups:
        found |= {ref for id in only if id in project.processes for ref in process_view(project, id)[1]}
    if "site" in groups:
        found |= {ref for page in pages(project) if object_of(f"site/{page.path}") in only for ref in page.refs}
    return frozenset(found | {("project", "")})


def astray(project: Project, groups: tuple[str, ...], id: str) -> Text:
    """Why nothing is compiled for this id among these groups, and what to ask for instead."""
    if instead := next((group for group, one in _outputs(project) if one == id and group not in groups), ""):
        return Text(
            f"{id} 不在要编译的 {'、'.join(groups)} 里；用 gkstd build {instead} --only {id}",
            f"{id} is not among {', '.join(groups)}: use gkstd build {instead} --only {id}",
        )
    kind = next((name for name in KINDS if id in getattr(project, name)), "")
    if not kind:
        near = closest(id, [one for _, one in _outputs(project)])
        return Text(
            f"要编译的内容里没有编号 {id}" + (f"；您是不是想写 {near}？" if near else ""),
            f"nothing to compile has the id {id}" + (f"; did you mean {near}?" if near else ""),
        )
    ref = (_REFS.get(kind, kind.removesuffix("s")), id)
    users = [(group, one) for group, one in _outputs(project) if ref in _refs(project, one, group)]
    told = KINDS[kind]
    if not users:
        return Text(f"{id} 是{told.zh}，不单独编译", f"{id} is {told.en}, which is not compiled by itself")
    group, one = users[0]
    ways = f"gkstd build {group} --only {one}"
    return Text(
        f"{id} 是{told.zh}，不单独编译；用到它的有 {'、'.join(one for _, one in users[:5])}：{ways}",
        f"{id} is {told.en}, which is not compiled by itself; it is in {', '.join(one for _, one in users[:5])}: {ways}",
    )


def _outputs(project: Project) -> Iterator[tuple[str, str]]:
    """Every id that has files of its own, with the group that makes them."""
    for group, table in zip(_COMPILED, (project.workbooks, project.documents, project.processes), strict=True):
        yield from ((group, id) for id in table)
    if has_system(project):
        yield "standards", SYSTEM_BOOK


def _refs(project: Project, id: str, group: str) -> Refs:
    if group == "workbooks":
        return workbook_view(project, id)[1]
    if group == "flowcharts":
        return process_view(project, id)[1]
    return system_book(project)[1] if id == SYSTEM_BOOK else standard_view(project, id)[1]
