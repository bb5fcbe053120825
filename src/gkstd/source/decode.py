"""Tree → record. One declaration (source/records) decides; every fault of a file is found in one run.

The fast path is one `msgspec.convert` of the whole file. Only when that fails is the value walked against the declared
types, member by member, so that each fault gets its own place, and what is sound is kept for the later stages.
"""

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from gkstd.diagnostics import Diagnostic
from gkstd.source import faults
from gkstd.source.records.base import Record
from gkstd.source.tree import Tree

R = TypeVar("R", bound=Record)
Path = tuple[str | int, ...]
MISSING: Any = object()


def decode(tree: Tree, kind: type[R]) -> tuple[R | None, list[Diagnostic]]:
    """The record of one file and its faults; None when a required part of the file itself is unsound."""
    try:
        return msgspec.convert(tree.value, kind, strict=False), []
    except msgspec.ValidationError:
        walk = _Walk(tree)
        value = walk.value(kind, tree.value, ())
        if not walk.found:  # never lose a fault: say what the decoder says, at the top of the file
            walk.found.append(faults.unexplained(tree, kind))
        return (None if value is MISSING else value), walk.found


class _Walk:
    """Converts member by member; unsound members are dropped and reported."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.found: list[Diagnostic] = []

    def value(self, kind: Any, value: Any, path: Path) -> Any:
        """`value` as `kind`, or MISSING with at least one fault reported."""
        plain, origin = _bare(kind), get_origin(_bare(kind))
        if origin in (Union, UnionType):
            return self.union(kind, get_args(plain), value, path)
        if isinstance(plain, type) and issubclass(plain, msgspec.Struct):
            return self.record(plain, value, path) if isinstance(value, dict) else self.wrong(kind, value, path)
        if origin is tuple:
            return self.sequence(kind, value, path) if isinstance(value, list) else self.wrong(kind, value, path)
        if origin is dict:
            return self.mapping(kind, value, path) if isinstance(value, dict) else self.wrong(kind, value, path)
        return self.leaf(kind, value, path)

    def leaf(self, kind: Any, value: Any, path: Path) -> Any:
        try:
            return msgspec.convert(value, kind, strict=False)
        except msgspec.ValidationError:
            return self.wrong(kind, value, path)

    def wrong(self, kind: Any, value: Any, path: Path) -> Any:
        self.found.append(faults.wrong_value(self.tree, kind, value, path))
        return MISSING

    def sequence(self, kind: Any, value: list[Any], path: Path) -> Any:
        of = get_args(_bare(kind))[0]
        before = len(self.found)
        least = faults.least(kind)
        if len(value) < least:
            self.found.append(faults.too_few(self.tree, kind, path, least, len(value)))
        members = [self.value(of, v, (*path, i)) for i, v in enumerate(value)]
        sound = [i for i, m in enumerate(members) if m is not MISSING]
        if len(sound) < len(members):
            self.tree.keep(value, sound)  # so that positions in the record stay positions in the tree
        if len(sound) < least and len(self.found) > before:
            return MISSING
        return tuple(members[i] for i in sound)

    def mapping(self, kind: Any, value: dict[str, Any], path: Path) -> Any:
        key_kind, of = get_args(_bare(kind))
        members = {k: m for k, v in value.items() if (m := self.value(of, v, (*path, k))) is not MISSING}
        return {k: v for k, v in members.items() if self.value(key_kind, k, (*path, k)) is not MISSING}

    def union(self, kind: Any, choices: tuple[Any, ...], value: Any, path: Path) -> Any:
        if value is None and NoneType in choices:
            return None
        records = [c for c in choices if isinstance(c, type) and issubclass(c, msgspec.Struct)]
        if len(records) > 1:
            return self.tagged(records, value, path)
        fitting = [c for c in choices if faults.fits(c, value)]
        return self.value(fitting[0], value, path) if fitting else self.wrong(kind, value, path)

    def tagged(self, records: list[Any], value: Any, path: Path) -> Any:
        field = records[0].__struct_config__.tag_field
        by_tag = {r.__struct_config__.tag: r for r in records}
        if not isinstance(value, dict):
            return self.wrong(records[0], value, path)
        tag = value.get(field)
        if field not in value:
            self.found.append(faults.missing(self.tree, records[0].__base__, field, path))
            return MISSING
        if tag not in by_tag:
            near = next((word for word, r in by_tag.items() if tag and (r.__doc__ or "").startswith(str(tag))), "")
            self.found.append(faults.wrong_value(self.tree, Literal[tuple(by_tag)], tag, (*path, field), near))
            return MISSING
        return self.record(by_tag[tag], value, path, skip=field)

    def record(self, kind: Any, value: dict[str, Any], path: Path, skip: str | None = None) -> Any:
        hints = get_type_hints(kind, include_extras=True)
        fields = {f.encode_name: f for f in msgspec.structs.fields(kind)}
        free = tuple(name for name in fields if name not in value)
        meant = set[str]()
        for name in value:
            if name not in fields and name != skip:
                meant.add(faults.meant(kind, name, free))
                self.found.append(faults.unknown(self.tree, kind, name, (*path, name), free))
        members: dict[str, Any] = {}
        sound = True
        for name, field in fields.items():
            if name not in value:
                if field.required and name not in meant:
                    self.found.append(faults.missing(self.tree, kind, name, path))
                sound = sound and not field.required
                continue
            member = self.value(hints[field.name], value[name], (*path, name))
            if member is not MISSING:
                members[field.name] = member
            elif field.required:
                sound = False
        return kind(**members) if sound else MISSING


def _bare(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind
