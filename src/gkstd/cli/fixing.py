"""`--fix` and `--diff` of `gkstd check`: mend, look again, until nothing mechanical is left."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gkstd.cli.lang import say

if TYPE_CHECKING:
    from gkstd.diagnostics import Diagnostic
    from gkstd.source.load import Loaded

ROUNDS = 8
"""A mend may make room for another; more rounds than this would mean that two mends undo each other."""


def fixed(root: Path, on: date | None, loaded: "Loaded") -> "tuple[Loaded, tuple[Diagnostic, ...]]":
    """The project after all mends, and what is still to be said."""
    from gkstd.build.check import check
    from gkstd.build.mend import mend, save
    from gkstd.source.load import load

    found = check(loaded, on)
    count, files = 0, set[str]()
    for _ in range(ROUNDS):
        mended = mend(loaded.files, found)
        done = save(root, mended)
        if not done:
            break
        count += sum(one.count for one in mended if one.file in done)
        files.update(done)
        loaded = load(root)
        found = check(loaded, on)
    click.echo(say(f"改正 {count} 处，{len(files)} 个文件", f"{count} mended in {len(files)} files"), err=True)
    return loaded, found


def show(loaded: "Loaded", found: "tuple[Diagnostic, ...]") -> None:
    """What the first round would write."""
    from gkstd.build.mend import diff, mend

    click.echo(diff(mend(loaded.files, found)), nl=False)
