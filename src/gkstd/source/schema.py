"""JSON Schema of each kind of file, from the same declaration that decodes it: for editors that complete and check."""

from typing import Any

import msgspec

from gkstd.source.kinds import KINDS

DIALECT = "http://json-schema.org/draft-07/schema#"


def names() -> tuple[str, ...]:
    """The kinds that have a schema."""
    return tuple(kind.name for kind in KINDS)


def json_schema(name: str) -> dict[str, Any]:
    """The schema of one kind of file, in draft-07, the dialect that editors of YAML read most surely."""
    kind = next(kind for kind in KINDS if kind.name == name)
    (top,), parts = msgspec.json.schema_components((kind.record,), ref_template="#/definitions/{name}")
    return {"$schema": DIALECT, "title": f"gkstd {name}", **top, "definitions": dict(sorted(parts.items()))}
