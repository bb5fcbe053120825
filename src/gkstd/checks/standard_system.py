"""GK212, GK213: standards name a branch that the system draws, and no two branches have one title or one code."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import names
from gkstd.model.system import Branch

TITLE, CODE = Text("名称", "title"), Text("编号", "code")


def known_branch(ctx: Context) -> Iterator[Diagnostic]:
    """`system` of own standards and of adopted ones; without a tree every name is a branch."""
    if ctx.project.system is None:
        return
    titles = [branch.title for branch in ctx.project.system.all()]
    named = [("document", id, one.system) for id, one in ctx.project.documents.items()]
    named += [("reference", id, one.system) for id, one in ctx.project.references.items()]
    for kind, id, title in named:
        if title and title not in titles:
            from difflib import get_close_matches

            near = get_close_matches(title, titles, 1)
            hints = (Text(f"是不是“{near[0]}”？", f"did you mean {near[0]}?"),) if near else ()
            yield names.UNKNOWN_BRANCH.at(ctx.places.span(kind, id, "system"), title=title, hints=hints)


def distinct_branches(ctx: Context) -> Iterator[Diagnostic]:
    """Reported at the later one."""
    if ctx.project.system is None:
        return
    seen: set[tuple[str, str]] = set()
    for path, branch in _placed(ctx.project.system.branches, ("system", "branches")):
        for field, value, what in (("title", branch.title, TITLE), ("code", branch.code, CODE)):
            if (field, value) in seen:
                place = ctx.places.span("project", "", *path, field)
                yield names.DUPLICATE_BRANCH.at(place, what_zh=what.zh, what_en=what.en, value=value)
            seen.add((field, value))


def _placed(
    branches: tuple[Branch, ...], path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], Branch]]:
    for place, branch in enumerate(branches):
        yield (*path, place), branch
        yield from _placed(branch.branches, (*path, place, "branches"))
