"""Delete what a build made: only folders that carry our mark, each checked before anything goes."""

import shutil
from pathlib import Path

from gkstd.build import folder
from gkstd.build.cache import FOLDER
from gkstd.build.lock import locked
from gkstd.build.machine import MachineError, writing
from gkstd.diagnostics.codes.build import NOT_OURS
from gkstd.render.views.issue import PROFILES


def clean(root: Path, out: Path | None = None, *, cache_only: bool = False) -> tuple[str, ...]:
    """Names of the folders deleted. MachineError when the output folder is not ours, or a build is under way."""
    gone = []
    for target in [] if cache_only else [out] if out else [folder.of(root, profile) for profile in PROFILES]:
        if not target.exists():
            continue
        name = folder.shown(root, target)
        if why := folder.refusal(root, target):
            raise MachineError(NOT_OURS, path=name, why_zh=why.zh, why_en=why.en)
        with locked(target, name):
            _delete(target, name)
        gone.append(name)
    cache = root / FOLDER
    if cache.is_dir() and not cache.is_symlink() and (cache / "CACHEDIR.TAG").is_file():
        _delete(cache, FOLDER)
        gone.append(FOLDER)
    return tuple(gone)


def _delete(target: Path, name: str) -> None:
    with writing(name):
        shutil.rmtree(target)
