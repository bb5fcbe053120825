"""From pages to entries: what each page about one thing says, field by field.

In: the edition and its pages. Out: entries in the order of `KINDS`, within a kind in the order of the pages. The text is
taken from the views, so that a reader finds what the page shows. Lists and tables repeat what other pages say and have no
entry of their own.
"""

from collections.abc import Iterable, Iterator, Sequence

from gkstd.model.item import Item
from gkstd.render.site import address
from gkstd.render.site.arrangements import ArrangementsView
from gkstd.render.site.bodies import BodyView
from gkstd.render.site.domains import DomainView
from gkstd.render.site.edition import Edition
from gkstd.render.site.item_view import ItemView, Stage
from gkstd.render.site.laws import LawView
from gkstd.render.site.links import BasisLink
from gkstd.render.site.page import Link, Page
from gkstd.render.site.processes import ProcessPage
from gkstd.render.site.search.arrangements import arrangements
from gkstd.render.site.search.entry import KINDS, Entry, Passage, in_a_row
from gkstd.render.site.search.standards import references, standard
from gkstd.render.site.services import ServicePage
from gkstd.render.site.standards import StandardIndex, StandardView


class Sources:
    """Objects of the model by the address of their page: views show names, facets need ids."""

    def __init__(self, edition: Edition) -> None:
        project = edition.project
        self.edition = edition
        self.items = {address.of_item(item.index, item.id): item for item in project.items.values()}
        self.bodies = {address.of_body(id): body for id, body in project.bodies.items()}
        self.laws = {address.of_law(id): law for id, law in project.laws.items()}
        self.domains = {address.of_domain(id): domain for id, domain in project.domains.items()}
        self.processes = {address.of_process(id): process for id, process in project.processes.items()}
        self.services = {address.of_service(id): service for id, service in project.services.items()}
        self.documents = {address.of_document(id): document for id, document in project.documents.items()}


def entries(edition: Edition, pages: Sequence[Page]) -> tuple[Entry, ...]:
    """All entries of the site."""
    sources = Sources(edition)
    found = [entry for page in pages if not page.goes_on for entry in _of(sources, page)]
    return tuple(sorted(found, key=lambda entry: KINDS.index(entry.kind)))


def _of(sources: Sources, page: Page) -> Iterator[Entry]:
    match page.view:
        case ItemView() as view:
            yield _item(sources, page.path, view)
        case ServicePage() as view:
            yield _service(sources, page.path, view)
        case DomainView() as view:
            yield _domain(sources, page.path, view)
        case ProcessPage() as view:
            yield _process(sources, page.path, view)
        case StandardView() as view:
            yield standard(sources.documents[page.path], page.path, view)
        case StandardIndex() as view:
            yield from references(view)
        case LawView() as view:
            yield _law(sources, page.path, view)
        case ArrangementsView() as view:
            yield from arrangements(page.path, view)
        case BodyView() as view:
            yield _body(sources, page.path, view)


def _item(sources: Sources, path: str, view: ItemView) -> Entry:
    item = sources.items[path]
    published = item.published or sources.edition.project.identity.edition.date
    return Entry(
        path, "事项", view.title, view.index, published.isoformat(),
        facets=_item_facets(sources, item),
        passages=_passages(
            ("公开内容", "、".join([element.text for element in view.content])),
            ("公开依据", _basis(view.basis)),
            ("公开时限", view.limit),
            ("公开主体", _joined(view.bodies)),
            ("公开渠道", "、".join([*view.required, *view.optional])),
            ("公开对象", view.audience),
            ("公开方式", view.method),
            ("公开层级", "、".join(view.levels)),
            ("五公开", view.stage),
            ("主题分类", view.topic),
            ("公开领域", view.domain.text),
            ("一级事项", view.category.text),
            ("二级事项", view.parent),
            *[("公开流程", _stage(stage)) for stage in view.stages],
            ("执行标准", view.standard.text if view.standard else ""),
            ("变更记录", in_a_row([change.text for change in item.changes])),
            prose=view.note,
        ),
    )  # fmt: skip


def _item_facets(sources: Sources, item: Item) -> tuple[tuple[str, tuple[str, ...]], ...]:
    topic = sources.edition.project.domains[item.domain].topic
    uses = (*item.channels.required, *item.channels.optional)
    return _facets(
        domain=[item.domain],
        topic=[str(topic or "")],
        stage=[str(item.stage or "")],
        body=[name.body for name in item.bodies],
        level=[str(level) for level in item.levels],
        channel=[str(use.channel) for use in uses],
        audience=[str(item.audience.kind)],
        method=[str(item.method)],
    )


def _domain(sources: Sources, path: str, view: DomainView) -> Entry:
    domain = sources.domains[path]
    categories = [Passage("一级事项", c.link.text, c.anchor) for c in view.card.categories]
    facets = _facets(domain=[domain.id], topic=[str(domain.topic or "")], level=[str(domain.level)])
    about = _passages(("牵头单位", view.card.lead), ("主题分类", view.catalog.topic), prose=view.card.summary)
    return Entry(path, "领域", view.card.link.text, view.card.code, facets=facets, passages=(*about, *categories))


def _process(sources: Sources, path: str, view: ProcessPage) -> Entry:
    process = sources.processes[path]
    shown = view.process
    facets = _facets(domain=[process.domain], body=[lane.body for lane in process.lanes])
    about = _passages(
        ("承诺期限", shown.promise), ("法定期限", shown.statutory), ("期限压缩", shown.reform),
        ("参与方", "、".join(shown.lanes)), ("依据", _basis(view.basis)), prose=shown.summary,
    )  # fmt: skip
    steps: list[Passage] = []
    for step, basis in zip(shown.steps, view.step_basis, strict=True):
        label, anchor = f"第{step.number}步", address.step_anchor(step.id)
        said = [step.title, step.lane, step.limit, *[item.title for item in step.discloses], _basis(basis), *step.forms]
        said += [exit.label for exit in step.exits]
        steps.append(Passage(label, in_a_row([text for text in said if text]), anchor))
        steps += [Passage(label, step.note, anchor, prose=True)] if step.note else []
    return Entry(path, "流程", shown.title, facets=facets, passages=(*about, *steps))


def _service(sources: Sources, path: str, view: ServicePage) -> Entry:
    service, shown = sources.services[path], view.service
    guide = sources.edition.project.guides[service.guide]
    facets = _facets(domain=[guide.domain], body=[name.body for name in guide.bodies])
    passages = _passages(
        ("办理机关", _joined(view.bodies)), ("服务对象", shown.applicants), ("申报条件", in_a_row(shown.conditions)),
        ("申报材料", in_a_row([f"{m.name} {m.when} {m.how}".strip() for m in shown.materials])),
        ("办理程序", in_a_row([" ".join([s.title, s.by, s.limit, s.text]).strip() for s in shown.steps])),
        ("公开流程", shown.process_title), ("承诺期限", shown.promise), ("法定期限", shown.statutory),
        ("不计入期限", "、".join(shown.excluded)),
        ("收费标准", shown.fee or in_a_row([f"{f.name} {f.amount}" for f in shown.fees])),
        ("受理结果", in_a_row(shown.results)), ("审批依据", _basis(view.basis)),
        ("投诉渠道", in_a_row(shown.complaints)), ("救济途径", in_a_row(shown.appeal)), prose=shown.note,
    )  # fmt: skip
    content = (Passage("服务内容", shown.content, prose=True),) if shown.content else ()
    also = tuple([word for word in (service.want,) if word])
    return Entry(path, "服务", shown.title, also=also, facets=facets, passages=(*content, *passages))


def _law(sources: Sources, path: str, view: LawView) -> Entry:
    law = sources.laws[path]
    passages = _passages(
        ("效力级别", view.kind), ("发布机关", view.issuer), ("公布日期", view.issued), ("施行日期", view.effective),
        ("失效日期", view.repealed), ("效力", view.standing.text), ("修改情况", in_a_row(view.revisions)),
        ("后续文本", _joined(view.successors)), ("此前文本", _joined(view.predecessors)), prose=view.note,
    )  # fmt: skip
    return Entry(path, "依据", view.title, view.number, law.issued, law.aliases, passages=passages)


def _body(sources: Sources, path: str, view: BodyView) -> Entry:
    body = sources.bodies[path]
    facets = _facets(body=[body.id], level=[str(body.level)])
    passages = _passages(
        ("层级", view.level), ("性质", view.kind), ("上级单位", view.parent.text if view.parent else ""),
        ("又称", "、".join(view.aliases)), ("设立", view.since), ("状态", view.standing.text),
        ("现为", _joined(view.successors)), prose=view.note,
    )  # fmt: skip
    return Entry(path, "主体", view.name, also=body.aliases, facets=facets, passages=passages)


def _passages(*pairs: tuple[str, str], prose: str = "") -> tuple[Passage, ...]:
    """The fields that say something, then a text in Markdown."""
    plain = [Passage(label, text) for label, text in pairs if text]
    return (*plain, Passage("说明", prose, prose=True)) if prose else tuple(plain)


def _facets(**given: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Values once each; an empty value is none."""
    listed = [(key, tuple(dict.fromkeys([value for value in values if value]))) for key, values in given.items()]
    return tuple([(key, values) for key, values in listed if values])


def _stage(stage: Stage) -> str:
    steps = ["，".join([text for text in (s.link.text, s.lane, s.limit) if text]) for s in stage.steps]
    return in_a_row([stage.process.text, *steps])


def _joined(links: Iterable[Link]) -> str:
    return "、".join([link.text for link in links])


def _basis(entries: Iterable[BasisLink]) -> str:
    return in_a_row([f"{entry.link.text}{f'（{entry.number}）' if entry.number else ''}" for entry in entries])
