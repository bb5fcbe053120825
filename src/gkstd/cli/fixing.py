"""`--fix` and `--diff` of `gkstd check`: mend, look again, until nothing mechanical is left."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gkstd.cli.lang import say

if TYPE_CHECKING:
    from gkstd.build.look import Looked

ROUNDS = 8
"""A mend may make room for another; more rounds than this would mean that two mends undo each other."""


def fixed(
    root: Path, on: date | None, looked: "Looked", chosen: "Callable[[Looked], Looked]" = lambda looked: looked
) -> "Looked":
    """All that is still to be said after all mends of what is `chosen`; `looked` is chosen already."""
    from gkstd.build.look import look
    from gkstd.build.mend import mend, save

    count, files = 0, set[str]()
    for _ in range(ROUNDS):
        mended = mend(looked.files, looked.found)
        done = save(root, mended)
        if not done:
            break
        count += sum(one.count for one in mended if one.file in done)
        files.update(done)
        looked = chosen(look(root, on))
    click.echo(say(f"改正 {count} 处，{len(files)} 个文件", f"{count} mended in {len(files)} files"), err=True)
    return look(root, on)


def show(looked: "Looked") -> None:
    """What the first round would write."""
    from gkstd.build.mend import diff, mend

    click.echo(diff(mend(looked.files, looked.found)), nl=False)
