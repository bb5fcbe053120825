"""Every kind of object as flat rows, for `gkstd list` and whoever scripts against it. Keys are stable."""

from collections.abc import Callable, Iterable
from typing import Any

from gkstd.model.project import Project

Row = dict[str, Any]


def items(p: Project) -> Iterable[Row]:
    """One row per 二级事项."""
    for i in p.items.values():
        domain = p.domains[i.domain]
        category = next(c for c in domain.categories if c.id == i.category)
        yield {
            "index": i.index, "id": i.id, "title": i.title, "category": category.title, "domain": domain.id,
            "body": "、".join(b.written for b in i.bodies), "level": "、".join(i.levels), "limit": i.limit.text,
            "method": i.method.value, "process": i.process, "standard": i.standard, "unconfirmed": i.unconfirmed,
        }  # fmt: skip


def categories(p: Project) -> Iterable[Row]:
    """One row per 一级事项."""
    for d in p.domains.values():
        for c in d.categories:
            yield {"domain": d.id, "id": c.id, "title": c.title, "items": len(c.items), "unconfirmed": ()}


def domains(p: Project) -> Iterable[Row]:
    """One row per 领域."""
    for d in p.domains.values():
        lead = d.lead.written if d.lead else ""
        yield {
            "id": d.id, "title": d.title, "code": d.code, "level": d.level.value, "categories": len(d.categories),
            "items": len(d.items), "lead": lead, "standard": d.standard, "unconfirmed": d.unconfirmed,
        }  # fmt: skip


def bodies(p: Project) -> Iterable[Row]:
    """One row per 公开主体."""
    for b in p.bodies.values():
        yield {
            "id": b.id, "name": b.name, "kind": b.kind, "level": b.level.value, "until": _day(b.until),
            "successors": b.successors, "unconfirmed": b.unconfirmed,
        }  # fmt: skip


def laws(p: Project) -> Iterable[Row]:
    """One row per 公开依据."""
    for law in p.laws.values():
        yield {
            "id": law.id, "title": law.title, "kind": law.kind, "number": law.number, "issued": law.issued,
            "effective": _day(law.effective), "repealed": _day(law.repealed), "successors": law.successors,
            "unconfirmed": law.unconfirmed,
        }  # fmt: skip


def references(p: Project) -> Iterable[Row]:
    """One row per cited standard."""
    for r in p.references.values():
        yield {
            "id": r.id, "number": r.number, "title": r.title, "withdrawn": _day(r.withdrawn),
            "successors": r.successors, "adopted": r.adopted, "unconfirmed": r.unconfirmed,
        }  # fmt: skip


def processes(p: Project) -> Iterable[Row]:
    """One row per 流程."""
    for q in p.processes.values():
        yield {
            "id": q.id, "title": q.title, "domain": q.domain, "steps": len(q.steps),
            "lanes": [lane.written for lane in q.lanes], "promise": q.promise.text if q.promise else "",
            "unconfirmed": q.doubts,
        }  # fmt: skip


def documents(p: Project) -> Iterable[Row]:
    """One row per own standard."""
    for d in p.documents.values():
        yield {
            "id": d.id, "number": d.number, "title": d.title, "drafting": d.drafting, "system": d.system,
            "issued": _day(d.issued), "unconfirmed": d.unconfirmed,
        }  # fmt: skip


def services(p: Project) -> Iterable[Row]:
    """One row per 服务事项."""
    for s in p.services.values():
        guide = p.guides[s.guide]
        yield {
            "id": s.id, "title": s.title, "kind": s.kind, "guide": s.guide,
            "body": "、".join(b.written for b in guide.bodies), "statutory": s.statutory.text if s.statutory else "",
            "promise": s.promise.text if s.promise else "", "process": s.process, "items": s.items,
            "unconfirmed": s.doubts,
        }  # fmt: skip


def workbooks(p: Project) -> Iterable[Row]:
    """One row per handbook."""
    for w in p.workbooks.values():
        yield {"id": w.id, "title": w.title, "domain": w.domain, "parts": len(w.parts), "unconfirmed": ()}


def tables(p: Project) -> Iterable[Row]:
    """One row per titled table."""
    for t in p.tables.values():
        yield {
            "id": t.id, "title": t.title, "domain": t.domain, "rows": len(t.rows), "source": t.source,
            "unconfirmed": t.unconfirmed,
        }  # fmt: skip


def figures(p: Project) -> Iterable[Row]:
    """One row per published figure."""
    for f in p.figures.values():
        yield {
            "id": f.id, "title": f.title, "value": f.printed, "date": _day(f.date), "source": f.source,
            "unconfirmed": f.unconfirmed,
        }  # fmt: skip


KINDS: dict[str, Callable[[Project], Iterable[Row]]] = {
    "items": items,
    "categories": categories,
    "domains": domains,
    "bodies": bodies,
    "laws": laws,
    "references": references,
    "processes": processes,
    "services": services,
    "documents": documents,
    "workbooks": workbooks,
    "tables": tables,
    "figures": figures,
}


def _day(day: object) -> str:
    return str(day) if day else ""
