"""Linked data (schema.org, JSON-LD) for pages about one thing, with the ids and numbers of the edition.

In: the edition and an object. Out: text. Addresses are absolute where the portal has one; until then they are relative to the
file, as JSON-LD resolves them. Only what the edition says is told.
"""

from collections.abc import Sequence
from datetime import date

import msgspec

from gkstd.model.document import Document
from gkstd.model.item import Domain, Item
from gkstd.model.process import Process
from gkstd.model.register import Body, Law
from gkstd.model.service import Service
from gkstd.model.values.audience import format_audience
from gkstd.render.site import address, changes
from gkstd.render.site.beside import stem
from gkstd.render.site.edition import Edition
from gkstd.render.site.page import CSV, JSON
from gkstd.render.views import printed
from gkstd.render.views.reading import reading

Node = dict[str, object]


class _Here:
    """Addresses as they read from a file of the site."""

    def __init__(self, edition: Edition, path: str) -> None:
        self.edition, self.path = edition, path

    def to(self, path: str) -> str:
        """Another file of the site, or a place in one."""
        return address.absolute(self.edition.frame, path) or "../" * self.path.count("/") + path

    def node(self, type: str, name: str, **more: object) -> str:
        """The page's own thing as a file."""
        head: Node = {
            "@context": "https://schema.org", "@type": type, "@id": self.to(self.path), "url": self.to(self.path),
            "inLanguage": "zh-CN", "name": name,
        }  # fmt: skip
        told = {key: value for key, value in more.items() if value not in ("", None, [], ())}
        return msgspec.json.format(msgspec.json.encode(head | told), indent=2).decode() + "\n"

    def named(self, type: str, name: str, path: str) -> Node:
        """A thing that another page is about; without one only its name."""
        return {"@type": type, **({"@id": self.to(path)} if path else {}), "name": name}


def item(edition: Edition, value: Item) -> str:
    """An item: a document that has to be disclosed, by whom, to whom, on which ground."""
    here = _Here(edition, address.of_item(value.index, value.id))
    project = edition.project
    domain = project.domains[value.domain]
    return here.node(
        "DigitalDocument", value.title,
        identifier=[_property("索引号", value.index), _property("编号", value.id)],
        datePublished=_day(value.published or project.identity.edition.date),
        dateModified=_day(changes.touched(edition, value)),
        abstract="、".join([element.text for element in value.content]),
        publisher=[here.named("GovernmentOrganization", b.written, _body(edition, b.body)) for b in value.bodies],
        audience={"@type": "Audience", "audienceType": format_audience(value.audience)},
        isPartOf=here.named("Dataset", domain.title, address.of_domain(domain.id)),
        isBasedOn=[
            here.named("Legislation", printed.citation(b.citation), address.of_law(b.law) if b.law in project.laws else "")
            for b in value.basis
        ],
        additionalProperty=[
            _property("公开时限", printed.limit(value.limit)),
            _property("公开方式", str(value.method)),
            _property("公开层级", "、".join([str(level) for level in value.levels])),
            *([_property("五公开", str(value.stage))] if value.stage else []),
        ],
        encoding=[here.named("MediaObject", "JSON", f"{stem(here.path)}.json") | {"encodingFormat": JSON}],
    )  # fmt: skip


def domain(edition: Edition, value: Domain) -> str:
    """A catalog: a data set that can be taken as JSON and CSV."""
    here = _Here(edition, address.of_domain(value.id))
    identity = edition.project.identity
    return here.node(
        "Dataset", f"{value.title}基层政务公开标准目录",
        identifier=value.code,
        description=value.summary,
        datePublished=_day(identity.edition.date),
        temporalCoverage=f"../{identity.as_of.isoformat()}",
        spatialCoverage={"@type": "AdministrativeArea", "name": identity.region.name, "identifier": identity.region.code},
        creator={"@type": "GovernmentOrganization", "name": identity.publisher},
        about=str(value.topic or ""),
        distribution=[
            {"@type": "DataDownload", "encodingFormat": type, "contentUrl": here.to(f"{stem(here.path)}.{ending}")}
            for type, ending in ((JSON, "json"), (CSV, "csv"))
        ],
        hasPart=_listed(here, edition, value.items),
    )  # fmt: skip


def body(edition: Edition, value: Body) -> str:
    """A body; without a parent or dates it is its name."""
    here = _Here(edition, address.of_body(value.id))
    parent = edition.project.bodies.get(value.parent or "")
    return here.node(
        "GovernmentOrganization", value.name,
        identifier=value.id,
        alternateName=list(value.aliases),
        parentOrganization=here.named("GovernmentOrganization", parent.name, address.of_body(parent.id)) if parent else None,
        foundingDate=_day(value.since),
        dissolutionDate=_day(value.until),
    )  # fmt: skip


def law(edition: Edition, value: Law) -> str:
    """A law and whether it is in force on the day of the edition."""
    here = _Here(edition, address.of_law(value.id))
    force = "https://schema.org/InForce" if value.in_force(edition.as_of) else "https://schema.org/NotInForce"
    return here.node(
        "Legislation", value.title,
        legislationIdentifier=value.number,
        legislationType=value.kind,
        legislationPassedBy={"@type": "Organization", "name": value.issuer} if value.issuer else None,
        datePublished=value.issued,
        legislationDate=_day(value.effective),
        legislationLegalForce=force,
        alternateName=list(value.aliases),
    )  # fmt: skip


def process(edition: Edition, value: Process) -> str:
    """A process as steps in the order in which the page tells them."""
    here = _Here(edition, address.of_process(value.id))
    steps = [
        {
            "@type": "HowToStep",
            "position": number,
            "name": step.title,
            "url": here.to(address.of_process(value.id, step.id)),
        }
        for number, step in enumerate(reading(value).steps, 1)
    ]
    return here.node("HowTo", value.title, identifier=value.id, description=value.summary, step=steps)


def document(edition: Edition, value: Document) -> str:
    """A standard of the county's own."""
    here = _Here(edition, address.of_document(value.id))
    return here.node(
        "TechArticle", value.title,
        identifier=value.number,
        alternateName=value.title_en,
        datePublished=_day(value.issued),
        expires=_day(value.withdrawn),
        publisher={"@type": "Organization", "name": value.issuer} if value.issuer else None,
    )  # fmt: skip


def service(edition: Edition, value: Service) -> str:
    """A service: who offers it, to whom, what it costs, what comes of it."""
    here = _Here(edition, address.of_service(value.id))
    guide = edition.project.guides[value.guide]
    return here.node(
        "GovernmentService", value.title,
        identifier=value.id,
        alternateName=value.want,
        serviceType=value.kind,
        description=value.content,
        provider=[here.named("GovernmentOrganization", b.written, _body(edition, b.body)) for b in guide.bodies],
        audience={"@type": "Audience", "audienceType": "、".join(value.applicants)},
        isAccessibleForFree=True if value.free else None,
        serviceOutput=[{"@type": "Thing", "name": result.name} for result in value.results],
        termsOfService="；".join(value.conditions),
    )  # fmt: skip


def _listed(here: _Here, edition: Edition, ids: Sequence[str]) -> list[Node]:
    items = [edition.project.items[id] for id in ids]
    return [here.named("DigitalDocument", item.title, address.of_item(item.index, item.id)) for item in items]


def _body(edition: Edition, id: str) -> str:
    return address.of_body(id) if id in edition.project.bodies else ""


def _property(name: str, value: str) -> Node:
    return {"@type": "PropertyValue", "name": name, "value": value}


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""
