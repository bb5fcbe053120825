"""The figures of an edition, counted from the data and never typed."""

from typing import Any

from gkstd.model.item import Domain
from gkstd.model.project import Project
from gkstd.model.values.level import Level


def figures(p: Project) -> dict[str, Any]:
    """Counts by name; nested ones have a total. Keys are stable: scripts and `expected` in gkstd.yaml use them."""
    counts = _counts(p)
    for table in p.tables.values():
        if table.counts:
            _add(counts, table.counts, len(table.rows))
    return counts


def _counts(p: Project) -> dict[str, Any]:
    county = [d for d in p.domains.values() if d.level == Level("县级")]
    general = sum(not q.domain for q in p.processes.values())
    national = sum(r.adopted for r in p.references.values())
    return {
        **_catalog(county),
        "standards": {"total": national + len(p.documents), "national": national, "own": len(p.documents)},
        "workbooks": len(p.workbooks),
        "processes": {"total": len(p.processes), "general": general, "domain": len(p.processes) - general},
        "towns": _catalog([d for d in p.domains.values() if d.level == Level("乡级")]),
        "villages": _catalog([d for d in p.domains.values() if d.level == Level("村级")]),
        "services": len(p.services),
        "laws": len(p.laws),
        "references": len(p.references),
        "bodies": len(p.bodies),
        "centre": sum(body.centre for body in p.bodies.values()),
    }


def _add(counts: dict[str, Any], name: str, rows: int) -> None:
    """Add to `group.name`, or to `name`. What is a count already is never turned into a group, nor a group into a count."""
    group, _, rest = name.partition(".")
    inner, key = (counts.setdefault(group, {}), rest) if rest else (counts, group)
    if isinstance(inner, dict) and isinstance(inner.get(key, 0), int):
        inner[key] = inner.get(key, 0) + rows


def _catalog(domains: list[Domain]) -> dict[str, int]:
    return {
        "domains": len(domains),
        "categories": sum(len(d.categories) for d in domains),
        "items": sum(len(d.items) for d in domains),
    }


def flat(counts: dict[str, Any], prefix: str = "") -> dict[str, int]:
    """`{"standards.own": 33, …}` from nested counts."""
    out: dict[str, int] = {}
    for key, value in counts.items():
        out |= flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key: value}
    return out
