"""Some of the findings: those of kinds of objects, of single objects, of codes.

In: all findings about a project and where its objects stand. Out: the chosen ones, in their order. What stands in no object (a file
that cannot be read) stays, unless codes were asked for: the rest may be hidden behind it.
"""

from collections.abc import Mapping

from msgspec import Struct

from gkstd.build.look import Findings
from gkstd.diagnostics import Diagnostic, Severity
from gkstd.model.places import Places
from gkstd.model.project import Project

KINDS: Mapping[str, tuple[str, ...]] = {
    "items": ("item",),
    "categories": ("category",),
    "domains": ("domain",),
    "bodies": ("body",),
    "laws": ("law",),
    "references": ("reference",),
    "processes": ("process",),
    "services": ("guide", "service"),
    "documents": ("document", "clauses"),
    "workbooks": ("workbook",),
    "tables": ("table", "form"),
    "figures": ("figure",),
}
"""The kinds of `gkstd list`, and what each is called where it stands."""

_WHOLE = frozenset(kind for kinds in KINDS.values() for kind in kinds)


class Choice(Struct, frozen=True):
    """What is asked for; an empty one of the three asks for everything. A code may be cut short: GK3 is all of that family."""

    kinds: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()

    @property
    def needs_places(self) -> bool:
        """Whether it takes more than the findings to tell."""
        return bool(self.kinds or self.ids)


def narrow(found: Findings, choice: Choice, places: Places | None) -> Findings:
    """The findings asked for."""
    return tuple([one for one in found if _coded(one, choice) and (places is None or _within(one, choice, places))])


def known_ids(project: Project) -> frozenset[str]:
    """Every id that can be asked for."""
    tables = (*(name for name in KINDS if name != "categories"), "forms", "guides")
    return frozenset(id for name in tables for id in getattr(project, name))


def _coded(one: Diagnostic, choice: Choice) -> bool:
    return not choice.codes or one.code.startswith(choice.codes)


def _within(one: Diagnostic, choice: Choice, places: Places) -> bool:
    owners = places.owners(one.span)
    if not owners and one.severity is Severity.ERROR:
        return True
    if choice.ids and not any(id in choice.ids for kind, id in owners if kind in _WHOLE):
        return False
    wanted = frozenset(kind for name in choice.kinds for kind in KINDS[name])
    return not wanted or next((kind for kind, _ in owners if kind in _WHOLE), "") in wanted
