"""services/*.yaml → guides and services."""

from collections.abc import Sequence

from gkstd.diagnostics.codes import content
from gkstd.model.service import FREE, Fee, Guide, Material, Place, Result, Service, Stage, Term
from gkstd.model.values.fault import Fault
from gkstd.model.values.limit import parse_duration
from gkstd.model.values.placeholder import PLACEHOLDER
from gkstd.source.records.services import (
    ExcludedRecord,
    FeeRecord,
    MaterialRecord,
    PlaceRecord,
    ResultRecord,
    ServiceRecord,
    ServicesFile,
    ServiceStepRecord,
)
from gkstd.source.resolve.directory import Directory
from gkstd.source.resolve.scope import Scope
from gkstd.source.tree import Path, Tree

SHARED = ("complaints", "appeal", "places")
"""Fields that a service takes from its guide where it has none of its own."""


def guide(scope: Scope, directory: Directory, r: ServicesFile, tree: Tree) -> tuple[Guide, list[Service]]:
    """A guide and its services in order; links to items, processes and forms are checked by `links`."""
    written = (r.body,) if isinstance(r.body, str) else r.body
    at_body = [("body",)] if isinstance(r.body, str) else [("body", i) for i in range(len(written))]
    bodies = tuple([directory.body(name, tree, path) for name, path in zip(written, at_body, strict=True)])
    services = [
        _Place(scope, directory, tree, ("services", i)).service(one, r)
        for i, one in enumerate(r.services)
        if scope.claim("service", one.id, tree, ("services", i))
    ]
    ids = tuple([one.id for one in services])
    return Guide(r.id, r.title, bodies, r.domain or "", r.summary or "", ids, scope.doubts(r, tree)), services


class _Place:
    """One service's record and where it stands."""

    def __init__(self, scope: Scope, directory: Directory, tree: Tree, path: Path) -> None:
        self.scope, self.directory, self.tree, self.path = scope, directory, tree, path

    def service(self, r: ServiceRecord, file: ServicesFile) -> Service:
        free, fees = self._fees(r.fee)
        return Service(
            id=r.id,
            guide=file.id,
            title=r.title,
            want=r.want or "",
            theme=r.theme or "",
            kind=r.kind,
            handling=r.handling or "",
            applicants=r.applicants,
            content=r.content or "",
            basis=self.directory.bases(r.basis, self.tree, (*self.path, "basis")),
            conditions=r.conditions,
            materials=tuple([_material(one) for one in r.materials]),
            steps=self._stages("steps", r.steps),
            process=r.process or "",
            statutory=self._term(r.statutory, "statutory"),
            promise=self._term(r.promise, "promise"),
            excluded=self._stages("excluded", r.excluded),
            free=free,
            fees=fees,
            results=tuple([_result(one) for one in r.result]),
            complaints=r.complaints or file.complaints,
            appeal=r.appeal or file.appeal,
            places=_places(r.places or file.places),
            visits=r.visits,
            items=r.items,
            note=r.note or "",
            unconfirmed=self.scope.doubts(r, self.tree, self.path),
            taken=tuple([field for field in SHARED if not getattr(r, field)]),
        )

    def _term(self, text: str | None, *path: str | int) -> Term | None:
        """A period; a placeholder stays one."""
        if text is None:
            return None
        if PLACEHOLDER.fullmatch(text):
            return Term(text, None)
        at = (*self.path, *path)
        return Term(text, self.scope.parse(parse_duration, content.LIMIT, text, self.tree, at))

    def _stages(self, field: str, records: Sequence[ServiceStepRecord | ExcludedRecord]) -> tuple[Stage, ...]:
        return tuple(
            [
                Stage(
                    r.title,
                    (r.by or "") if isinstance(r, ServiceStepRecord) else "",
                    self._term(r.limit, field, i, "limit"),
                    (r.text or "") if isinstance(r, ServiceStepRecord) else "",
                    self.scope.doubts(r, self.tree, (*self.path, field, i)),
                )
                for i, r in enumerate(records)
            ]
        )

    def _fees(self, written: str | tuple[FeeRecord, ...] | None) -> tuple[bool, tuple[Fee, ...]]:
        """Whether it is said to be free, and what is charged; any other word is refused (GK305)."""
        if isinstance(written, str):
            return bool(self.scope.word(_free, (FREE,), written, self.tree, (*self.path, "fee"))), ()
        bases = [
            self.directory.bases(fee.basis, self.tree, (*self.path, "fee", i, "basis"))
            for i, fee in enumerate(written or ())
        ]
        return False, tuple([Fee(fee.name, fee.amount, basis) for fee, basis in zip(written or (), bases, strict=True)])


def _free(text: str) -> tuple[str | None, tuple[Fault, ...]]:
    """不收费, the only word there is."""
    if text.strip() == FREE:
        return FREE, ()
    return None, (Fault(0, len(text), "unknown-word", text, FREE),)


def _material(r: str | MaterialRecord) -> Material:
    if isinstance(r, str):
        return Material(r, "", 1, "", "", "", "")
    return Material(r.name, r.form or "", r.copies, r.source or "", r.when or "", r.later or "", r.blank or "")


def _result(r: str | ResultRecord) -> Result:
    return Result(r, "", "") if isinstance(r, str) else Result(r.name, r.validity or "", r.delivery or "")


def _places(records: tuple[PlaceRecord, ...]) -> tuple[Place, ...]:
    return tuple([Place(r.name, r.address or "", r.hours or "", r.phone or "") for r in records])
