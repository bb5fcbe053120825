"""The edition before this one, as its sources were: what handbooks compare themselves with.

In: the project and its folder. Out: the earlier project, or a finding where git does not have it or not all of it can be read: a page
that takes what it cannot read for what was not there would be wrong. Reads nothing but through `git`.
"""

from pathlib import Path

from gkstd.build import git
from gkstd.diagnostics import Diagnostic, Severity, Text
from gkstd.diagnostics.codes.build import NO_PREVIOUS
from gkstd.diagnostics.format import place
from gkstd.model.project import Project
from gkstd.source.files import PROJECT
from gkstd.source.load import Loaded, load_held

FOLDERS = (PROJECT, "standards")
_UNKNOWN = Text("在 git 里找不到", "are not known to git")


def previous(loaded: Loaded, root: Path) -> tuple[Project | None, tuple[Diagnostic, ...]]:
    """The project of the edition that gkstd.yaml names as the one before; nothing where it names none."""
    named = loaded.project.identity.edition.previous if loaded.project else None
    if named is None:
        return None, ()
    files = git.files(root, named.revision, FOLDERS)
    earlier = load_held(files) if files else None
    if earlier and earlier.complete and earlier.project:
        return earlier.project, ()
    span = loaded.places.span("project", "", "edition", "previous", "revision")
    why = _unreadable(earlier) if earlier else _UNKNOWN
    return None, (NO_PREVIOUS.at(span, revision=named.revision, why_zh=why.zh, why_en=why.en),)


def _unreadable(earlier: Loaded) -> Text:
    """The first fault of the earlier sources, with its place there."""
    first = next(found for found in earlier.diagnostics if found.severity is Severity.ERROR)
    at = place(earlier.files, first.span)
    zh, en = first.message.zh, first.message.en
    return Text(f"读不全（{at} {first.code}：{zh}）", f"cannot all be read ({at} {first.code}: {en})")
