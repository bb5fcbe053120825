"""What a build comes to, as `build` gives it and the command line shows it."""

from collections.abc import Mapping

from msgspec import Struct

from gkstd.build.manifest import Manifest
from gkstd.diagnostics import Diagnostic, Text
from gkstd.text import SourceFile


class BuildResult(Struct, frozen=True, kw_only=True):
    """What a build did. Paths are under `folder` (`build` for the screen, as it is called from the project), sorted; `failed` are targets; `manifest` is None if nothing was built:
    for errors in the sources, or because an id was asked for that nothing is compiled for; `unknown` says of each why.

    `diagnostics` are all findings, of sources and of rendering, sorted by place; `files` are the texts to show them in.
    Errors among them whose code begins with GK9 are the machine's (exit 3), all others the project's (exit 1).
    """

    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, SourceFile]
    folder: str = "build"
    unknown: tuple[Text, ...] = ()
    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    pruned: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    manifest: Manifest | None = None
