"""Whether an output folder is ours to write and to remove from; shared by `build`, `verify` and `clean`.

In: the project's root and the folder. Out: the folder, made and marked if need be; or MachineError that says why not.
Nothing is ever removed from a folder without the marker.
"""

from pathlib import Path

from gkstd.build import atomic
from gkstd.build.lock import NAME as LOCK
from gkstd.build.machine import MachineError, writing
from gkstd.diagnostics import Text
from gkstd.diagnostics.codes.build import NOT_OURS

MARKER = ".gkstd"
_WORDS = "Made by gkstd. Everything in this folder can be made again; do not edit it and do not commit it.\n"


def of(root: Path, profile: str) -> Path:
    """Where a profile is built: side by side, so that one does not remove what another made."""
    return root / ("build" if profile == "screen" else f"build-{profile}")


def shown(root: Path, folder: Path) -> str:
    """The folder's name for messages: relative to the project where it lies in it."""
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.name


def refusal(root: Path, folder: Path) -> Text | None:
    """Why gkstd will not touch this folder, or None."""
    if folder.is_symlink():
        return Text("它是符号链接", "it is a symbolic link")
    real = folder.resolve()
    if real in (Path(real.anchor), Path.home().resolve()) or root.resolve().is_relative_to(real):
        return Text(
            "它是根目录、用户目录、项目目录或其上级", "it is the file system's root, a home, or holds the project"
        )
    if folder.exists() and not folder.is_dir():
        return Text("它不是文件夹", "it is not a folder")
    if (folder / ".git").exists():
        return Text("它是一个 Git 仓库", "it is a Git repository")
    if folder.is_dir() and not is_ours(folder) and any(entry.name != LOCK for entry in folder.iterdir()):
        return Text("它不是空的，也不是 gkstd 生成的", "it is not empty and was not made by gkstd")
    return None


def is_ours(folder: Path) -> bool:
    """Whether the marker is there, as a plain file."""
    marker = folder / MARKER
    return marker.is_file() and not marker.is_symlink()


def prepare(root: Path, folder: Path) -> None:
    """Make the folder and mark it as ours."""
    name = shown(root, folder)
    with writing(name):
        why = refusal(root, folder)
        if why:
            raise MachineError(NOT_OURS, path=name, why_zh=why.zh, why_en=why.en)
        if not is_ours(folder):
            folder.mkdir(parents=True, exist_ok=True)
            atomic.write(folder / MARKER, _WORDS.encode())
