"""The edition before this one, as its sources were: what handbooks compare themselves with.

In: the project and its folder. Out: the earlier project, or a finding where git does not have it. Reads nothing but through `git`.
"""

from pathlib import Path

from gkstd.build import git
from gkstd.diagnostics import Diagnostic
from gkstd.diagnostics.codes.build import NO_PREVIOUS
from gkstd.model.project import Project
from gkstd.source.files import PROJECT
from gkstd.source.load import Loaded, load_held

FOLDERS = (PROJECT, "standards")


def previous(loaded: Loaded, root: Path) -> tuple[Project | None, tuple[Diagnostic, ...]]:
    """The project of the edition that gkstd.yaml names as the one before; nothing where it names none."""
    named = loaded.project.identity.edition.previous if loaded.project else None
    if named is None:
        return None, ()
    files = git.files(root, named.revision, FOLDERS)
    project = load_held(files).project if files else None
    if project is None:
        span = loaded.places.span("project", "", "edition", "previous", "revision")
        return None, (NO_PREVIOUS.at(span, revision=named.revision),)
    return project, ()
