"""服务指南: a body's guide and its services, each with the nine disclosures (九公开)."""

from msgspec import Struct

from gkstd.model.doubts import of_parts
from gkstd.model.item import Basis, Named
from gkstd.model.values.limit import Duration

FREE = "不收费"
"""What `fee` says where nothing is charged."""


class Place(Struct, frozen=True):
    """Where and when it is handled; what is not known is "" or a placeholder."""

    name: str
    address: str
    hours: str
    phone: str


class Material(Struct, frozen=True):
    """申报材料. `when` says in which case only it is wanted, `later` within what time it may be handed in; `blank` is a form's id."""

    name: str
    form: str
    copies: int
    source: str
    when: str
    later: str
    blank: str


class Term(Struct, frozen=True):
    """A period as printed; `duration` is None for a placeholder."""

    text: str
    duration: Duration | None


class Stage(Struct, frozen=True):
    """One stage of the procedure, or one that does not count in the periods."""

    title: str
    by: str
    limit: Term | None
    text: str
    unconfirmed: tuple[str, ...] = ()


class Fee(Struct, frozen=True):
    """收费项目."""

    name: str
    amount: str
    basis: tuple[Basis, ...]


class Result(Struct, frozen=True):
    """结果文书."""

    name: str
    validity: str
    delivery: str


class Service(Struct, frozen=True):
    """服务事项. `fees` are () where nothing is charged; `charged` says that fees were written, `free` that 不收费 was.

    Places, complaints and ways of appeal are the guide's where the service has none of its own; `taken` names those that are.
    """

    id: str
    guide: str
    title: str
    want: str
    theme: str
    kind: str
    handling: str
    applicants: tuple[str, ...]
    content: str
    basis: tuple[Basis, ...]
    conditions: tuple[str, ...]
    materials: tuple[Material, ...]
    steps: tuple[Stage, ...]
    process: str
    statutory: Term | None
    promise: Term | None
    excluded: tuple[Stage, ...]
    free: bool
    fees: tuple[Fee, ...]
    results: tuple[Result, ...]
    complaints: tuple[str, ...]
    appeal: tuple[str, ...]
    places: tuple[Place, ...]
    visits: int | None
    items: tuple[str, ...]
    note: str
    unconfirmed: tuple[str, ...]
    taken: tuple[str, ...] = ()

    @property
    def doubts(self) -> tuple[str, ...]:
        """All that is still to be confirmed: fields of the service, then those of its stages."""
        stages = [("steps", self.steps), ("excluded", self.excluded)]
        parts = [of_parts(field, [(n, one.unconfirmed) for n, one in enumerate(its, 1)]) for field, its in stages]
        return (*self.unconfirmed, *[doubt for part in parts for doubt in part])


class Guide(Struct, frozen=True):
    """服务指南: one file, one body (or several of a kind). `services` are ids, in order."""

    id: str
    title: str
    bodies: tuple[Named, ...]
    domain: str
    summary: str
    services: tuple[str, ...]
    unconfirmed: tuple[str, ...]
