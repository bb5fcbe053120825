"""The declarations of the source language: what the decoder's library cannot bear must not come back."""

from collections.abc import Iterator

import msgspec
import pytest
from msgspec import inspect

from gkstd.source.kinds import KINDS


def _patterns(kind: object) -> Iterator[str]:
    """Every pattern in a JSON Schema."""
    for name, value in kind.items() if isinstance(kind, dict) else enumerate(kind) if isinstance(kind, list) else ():
        if name == "pattern" and isinstance(value, str):
            yield value
        else:
            yield from _patterns(value)


@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_no_pattern_lets_a_line_break_slip_in_at_the_end(name: str) -> None:
    """`$` alone would; and `\\d` takes digits of every script."""
    record = next(kind.record for kind in KINDS if kind.name == name)
    patterns = set(_patterns(msgspec.json.schema(record)))
    assert patterns
    for pattern in patterns:
        assert pattern.startswith("^"), pattern
        assert pattern.endswith(r"$(?!\n)"), pattern
        assert r"\d" not in pattern, pattern


def _unions(kind: inspect.Type, seen: set[type]) -> Iterator[inspect.UnionType]:
    if isinstance(kind, inspect.Metadata):
        yield from _unions(kind.type, seen)
    elif isinstance(kind, inspect.UnionType):
        yield kind
        for member in kind.types:
            yield from _unions(member, seen)
    elif isinstance(kind, inspect.VarTupleType):
        yield from _unions(kind.item_type, seen)
    elif isinstance(kind, inspect.DictType):
        yield from _unions(kind.value_type, seen)
    elif isinstance(kind, inspect.StructType) and kind.cls not in seen:
        seen.add(kind.cls)
        for field in kind.fields:
            yield from _unions(field.type, seen)


def _bare(kind: inspect.Type) -> inspect.Type:
    return _bare(kind.type) if isinstance(kind, inspect.Metadata) else kind


@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_no_pattern_beside_a_container(name: str) -> None:
    """msgspec frees such a pattern once too often, and the run ends in a segmentation fault (msgspec/msgspec#717)."""
    record = next(kind.record for kind in KINDS if kind.name == name)
    for union in _unions(inspect.type_info(record), set()):
        members = [_bare(member) for member in union.types]
        patterned = any(isinstance(m, inspect.StrType) and m.pattern for m in members)
        container = any(isinstance(m, inspect.VarTupleType | inspect.DictType) for m in members)
        assert not (patterned and container), union
