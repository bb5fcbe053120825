"""The parts of a handbook as they are printed; each is tagged with its kind, which names its template."""

from msgspec import Struct

from gkstd.render.views.annexes import GlossaryRow, ItemIndex
from gkstd.render.views.catalog import CatalogView
from gkstd.render.views.document import DocumentView
from gkstd.render.views.grid import FormView, GridView
from gkstd.render.views.laws import LawsView
from gkstd.render.views.process import ProcessView
from gkstd.render.views.revision import RevisionView
from gkstd.render.views.service import GuideView
from gkstd.render.views.system import SystemView


class EditionView(Struct, frozen=True):
    """The edition as printed on covers and colophons; dates are printed days.

    `portal`: where it is published, ends with "/", or "". `revision`: commit of the sources, "" in a draft.
    """

    id: str
    title: str
    date: str
    as_of: str
    notice: str
    project: str
    region: str
    publisher: str
    portal: str = ""
    revision: str = ""
    draft: bool = False


class Heading(Struct, frozen=True):
    """Head of a part: `label` (第二部分, 附录, or "" ) and title."""

    anchor: str
    label: str
    title: str


class CoverView(Struct, frozen=True, tag="cover"):
    """封面."""


class ContentsView(Struct, frozen=True, tag="contents"):
    """目录; its lines are gathered from the other parts."""


class HalfTitleView(Struct, frozen=True, tag="half-title"):
    """扉页."""


class RevisionPart(Struct, frozen=True, tag="revision"):
    """修订说明, in the front matter."""

    revision: RevisionView


class TextView(Struct, frozen=True, tag="text"):
    """A chapter of Markdown."""

    heading: Heading
    text: str


class CatalogPart(Struct, frozen=True, tag="catalog"):
    """The official table."""

    heading: Heading
    catalog: CatalogView


class StandardsPart(Struct, frozen=True, tag="standards"):
    """Own standards in full."""

    heading: Heading
    documents: tuple[DocumentView, ...]


class FlowchartsPart(Struct, frozen=True, tag="flowcharts"):
    """Flowcharts with their step lists."""

    heading: Heading
    processes: tuple[ProcessView, ...]


class ServicesPart(Struct, frozen=True, tag="services"):
    """Service guides; `charts` are ids of the flowcharts that this book prints."""

    heading: Heading
    guides: tuple[GuideView, ...]
    charts: tuple[str, ...]


class GridsPart(Struct, frozen=True, tag="grids"):
    """Tables of any kind, under a text."""

    heading: Heading
    text: str
    grids: tuple[GridView, ...]


class SystemPart(Struct, frozen=True, tag="system"):
    """The standard system."""

    heading: Heading
    text: str
    system: SystemView


class FormsPart(Struct, frozen=True, tag="forms"):
    """Blank forms, each on its own page."""

    heading: Heading
    forms: tuple[FormView, ...]


class LawsPart(Struct, frozen=True, tag="laws"):
    """The cited laws."""

    heading: Heading
    laws: LawsView


class GlossaryPart(Struct, frozen=True, tag="glossary"):
    """The terms of the standards in the book."""

    heading: Heading
    rows: tuple[GlossaryRow, ...]


class IndexPart(Struct, frozen=True, tag="index"):
    """The items of the book, with their pages."""

    heading: Heading
    items: ItemIndex


class ColophonView(Struct, frozen=True, tag="colophon"):
    """版本页."""


PartView = (
    CoverView
    | HalfTitleView
    | ContentsView
    | RevisionPart
    | TextView
    | CatalogPart
    | StandardsPart
    | FlowchartsPart
    | ServicesPart
    | GridsPart
    | SystemPart
    | FormsPart
    | LawsPart
    | GlossaryPart
    | IndexPart
    | ColophonView
)
