"""What every page maker is handed: the project, its tables turned round, and the frame.

In: a project. Out: `Edition`, with the one function that makes a `Page`. Never renders.
"""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from gkstd.model.project import Project
from gkstd.render.site.head import HOME, Article, Column, frame, head
from gkstd.render.site.lookup import Lookup, lookup
from gkstd.render.site.page import Frame, Link, Page
from gkstd.render.views.seen import Ref, Refs


class Edition(Struct, frozen=True):
    """One edition of the portal."""

    project: Project
    lookup: Lookup
    frame: Frame

    @property
    def as_of(self) -> date:
        """The day on which law and bodies are looked at."""
        return self.project.identity.as_of

    def listing(self, column: Column, template: str, view: Struct, refs: Refs) -> Page:
        """The page of a column itself."""
        crumbs = (HOME,) if column.path == HOME.path else (HOME, Link(column.name, column.path))
        return Page(column.path, template, self.frame, head(self.frame, column.path, crumbs, column), view, _all(refs))

    def listed(
        self,
        column: Column,
        link: Link,
        template: str,
        view: Struct,
        refs: Refs,
        *,
        way: tuple[Link, ...] = (),
        name: str = "",
    ) -> Page:
        """A list below a column (a domain, a body, a law): a column page too.

        `way` is what lies between; `name` is what the page is called where its way is not seen.
        """
        crumbs = (HOME, Link(column.name, column.path), *way, link)
        own = Column(
            column.key,
            name or link.text,
            link.path,
            column.kind,
            (name or link.text, *column.keywords),
            f"{name or link.text}：{column.description}",
        )
        made = head(self.frame, link.path, crumbs, own)
        if name:
            made = replace(made, title=f"{name} - {self.frame.name}")
        return Page(link.path, template, self.frame, made, view, _all(refs))

    def content(
        self, column: Column, crumbs: tuple[Link, ...], article: Article, template: str, view: Struct, *, refs: Refs
    ) -> Page:
        """A content page; the last crumb is the page itself."""
        path = crumbs[-1].path
        way = (HOME, Link(column.name, column.path), *crumbs)
        return Page(path, template, self.frame, head(self.frame, path, way, column, article), view, _all(refs))


def edition(project: Project) -> Edition:
    """The edition of a project."""
    tables = lookup(project)
    optional = {"services": project.services, "towns": tables.homes, "downloads": project.workbooks}
    optional["arrangements"] = project.tables or project.figures
    absent = tuple([key for key, there in optional.items() if not there])
    return Edition(project, tables, frame(project.identity, absent))


def refs_of(*groups: tuple[str, tuple[str, ...]]) -> Refs:
    """`("item", ids)` groups as refs; empty ids are nothing."""
    return tuple([(kind, id) for kind, ids in groups for id in ids if id])


def _all(refs: Refs) -> Refs:
    """Sorted, without repeats, and with the project itself: its identity frames every page."""
    every: set[Ref] = {*refs, ("project", "")}
    return tuple(sorted(every))
