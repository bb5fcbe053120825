"""What keeps an edition from being released.

In: a loaded project, the objects it is about, and what git says of its folder. Out: a diagnostic for each object with values still to be confirmed, for
each placeholder, and for sources that no commit holds. Changes nothing.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from gkstd.build.folder import is_ours
from gkstd.build.git import revision
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import build as codes
from gkstd.model.project import Project
from gkstd.model.values.placeholder import PLACEHOLDER
from gkstd.render.views.seen import Ref
from gkstd.source.load import Loaded
from gkstd.text import Span

_CONFIRM = Text(
    "核对后从 unconfirmed 里删去；`gkstd list` 加 --unconfirmed 列出全部",
    "once confirmed, take it out of `unconfirmed`; `gkstd list` with --unconfirmed shows all",
)
_COMMIT = Text("先提交这些改动", "commit these changes first")
_SHOWN = 5
_PARTS = frozenset(("category", "step", "clause", "term", "annex", "column"))


def faults(loaded: Loaded, root: Path, concerned: frozenset[Ref] | None = None) -> tuple[str, tuple[Diagnostic, ...]]:
    """The commit to print ("" if there is none), and everything that is in the way: of all objects, or of the concerned."""
    state = revision(root)
    found = [*_unconfirmed(loaded, concerned), *_placeholders(loaded, concerned)]
    whole = Span("gkstd.yaml", 0, 0)
    if state is None:
        return "", (*found, codes.NO_REVISION.at(whole))
    changed = [name for name in state.changed if not is_ours(root / name.partition("/")[0])]
    if changed:
        first = "、".join(changed[:_SHOWN]) + ("……" if len(changed) > _SHOWN else "")
        found.append(codes.UNCOMMITTED.at(whole, hints=(_COMMIT,), count=len(changed), files=first))
    return state.short, tuple(found)


def _unconfirmed(loaded: Loaded, concerned: frozenset[Ref] | None) -> Iterator[Diagnostic]:
    """One for each object, at its list of fields."""
    assert loaded.project is not None  # noqa: S101
    for kind, table in _tables(loaded.project):
        for id, entry in table.items():
            doubts = getattr(entry, "doubts", entry.unconfirmed)
            if doubts and (concerned is None or (kind, id) in concerned):
                span = loaded.places.span(kind, id, *_place(entry, doubts[0]), "unconfirmed")
                title = getattr(entry, "title", "") or getattr(entry, "name", id)
                fields = "、".join(doubts)
                yield codes.UNCONFIRMED.at(span, hints=(_CONFIRM,), title=title, fields=fields)


def _place(entry: Any, doubt: str) -> tuple[str | int, ...]:
    """Where the first doubt is written: () in the object, the field and the place in it for one of its parts."""
    field, _, name = doubt.partition(".")
    part = name.rpartition(".")[0]
    if not part:
        return ()
    ids = [str(getattr(one, "id", number)) for number, one in enumerate(getattr(entry, field), 1)]
    return (field, ids.index(part))


def _tables(project: Project) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield from (
        ("body", project.bodies),
        ("law", project.laws),
        ("reference", project.references),
        ("domain", project.domains),
        ("item", project.items),
        ("process", project.processes),
        ("document", project.documents),
        ("guide", project.guides),
        ("service", project.services),
        ("table", project.tables),
        ("figure", project.figures),
    )


def _placeholders(loaded: Loaded, concerned: frozenset[Ref] | None) -> Iterator[Diagnostic]:
    for name, file in sorted(loaded.files.items()):
        for match in PLACEHOLDER.finditer(file.text):
            span = Span(name, *match.span())
            if concerned is None or _shown(loaded, span, concerned):
                yield codes.PLACEHOLDER.at(span, found=match[0])


def _shown(loaded: Loaded, span: Span, concerned: frozenset[Ref]) -> bool:
    """Whether the innermost object here that outputs name is one of the concerned; parts of objects have no name there."""
    home = next((owner for owner in loaded.places.owners(span) if owner[0] not in _PARTS), None)
    return home is None or home in concerned
