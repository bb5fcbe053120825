"""Files that mean nothing where they stand (GK110): what was probably meant, and which objects are therefore missing.

In: names of files below standards/. Out: diagnostics with the way out, and kinds. Opens nothing.
"""

import re
from pathlib import PurePosixPath

from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import schema
from gkstd.model.values.nearest import closest
from gkstd.source.kinds import KINDS, Kind, kind_of
from gkstd.text import Span

_YAML = (".yaml", ".yml")
_COPY = re.compile(r"副本|复制|拷贝|备份|copy|backup|bak|\(\d+\)|（\d+）", re.IGNORECASE)
_LITTER = re.compile(r"~\$.*|thumbs\.db|desktop\.ini|.*\.(?:tmp|swp|bak)|.*~", re.IGNORECASE)

_DELETE = Text("这是系统或别的程序留下的文件，删去即可", "another program left this file behind: delete it")
_COPIED = Text(
    "像是一份副本：不要的删去；要另立一份，文件名只用小写字母、数字和连字符，以 .yaml 结尾",
    "it looks like a copy: delete it, or give it a name of lower-case letters, digits and hyphens that ends in .yaml",
)
_ENDING = Text("扩展名要写成 .yaml：改名为 {name}", "the ending is .yaml: rename it to {name}")
_LETTERS = Text(
    "文件名只用小写字母、数字和连字符，以 .yaml 结尾，如 {name}",
    "a name is lower-case letters, digits and hyphens and ends in .yaml, such as {name}",
)
_FOLDER = Text("是不是要放在 {name}？", "is it meant for {name}?")
_AWAY = Text(
    "{folder} 里只放 {known}；别的材料移到 standards 之外",
    "{folder} holds {known} only: keep other material outside standards",
)
_KNOWN = Text("standards 里可以放的文件：{known}", "files that belong in standards: {known}")


def stray(name: str) -> Diagnostic:
    """The finding for a file that means nothing, with the nearest way to mend it."""
    return schema.STRAY_FILE.at(Span(name, 0, 0), hints=(_hint(PurePosixPath(name)),), file=name)


def missing(name: str) -> tuple[str, ...]:
    """Kinds of objects that may stand in such a file, so that nobody is told twice that they are not there."""
    path = PurePosixPath(name)
    if path.suffix.lower() not in _YAML or _LITTER.fullmatch(path.name):
        return ()
    here = [kind for kind in KINDS if _folder(kind) == str(path.parent)] or KINDS
    return tuple(declared for kind in here for declared in kind.declares)


def _hint(path: PurePosixPath) -> Text:
    folder = str(path.parent)
    if _LITTER.fullmatch(path.name):
        return _DELETE
    at_home = [shown for kind in KINDS[1:] if _folder(kind) == folder for shown in (_shown(kind),)]
    if path.suffix.lower() not in _YAML:
        here = "、".join(PurePosixPath(shown).name for shown in at_home)
        return _AWAY.fill(folder=folder, known=here) if here else _everything()
    if _COPY.search(path.stem):
        return _COPIED
    if kind_of(renamed := str(path.with_suffix(".yaml"))):
        return _ENDING.fill(name=renamed.rpartition("/")[2])
    if at_home:
        example = next((shown for shown in at_home if "*" not in shown), f"{folder}/eia-approval.yaml")
        return _LETTERS.fill(name=_slug(path) or PurePosixPath(example).name)
    near = closest(folder, {_folder(kind) for kind in KINDS[1:]}, 0.8)
    return _FOLDER.fill(name=f"{near}/") if near else _everything()


def _everything() -> Text:
    return _KNOWN.fill(known="、".join([*(_shown(kind) for kind in KINDS[1:]), "standards/images/*.png"]))


def _folder(kind: Kind) -> str:
    return _shown(kind).rpartition("/")[0]


def _shown(kind: Kind) -> str:
    fixed = kind.pattern.split("(")[0].split("[")[0].replace("\\", "")
    return fixed if fixed.endswith(".yaml") else f"{fixed}*.yaml"


def _slug(path: PurePosixPath) -> str:
    """The name in small letters, with hyphens, if that makes one that may stand here."""
    name = re.sub(r"[\s_.]+", "-", path.stem.lower()).strip("-") + ".yaml"
    return name if kind_of(str(path.with_name(name))) else ""
