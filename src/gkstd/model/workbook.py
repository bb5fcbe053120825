"""工作手册: what a handbook is made of, in order. Each part is tagged with its kind."""

from datetime import date

from msgspec import Struct


class Cover(Struct, frozen=True, tag="cover"):
    """封面."""


class HalfTitle(Struct, frozen=True, tag="half-title"):
    """扉页."""


class Revision(Struct, frozen=True, tag="revision"):
    """修订说明: what is different from the edition before."""


class Contents(Struct, frozen=True, tag="contents"):
    """目录."""


class TextPart(Struct, frozen=True, tag="text"):
    """A chapter of text (Markdown)."""

    title: str
    text: str


class Catalog(Struct, frozen=True, tag="catalog"):
    """The official table of a domain (id)."""

    title: str
    domain: str


class Standards(Struct, frozen=True, tag="standards"):
    """Own standards in full (document ids)."""

    title: str
    ids: tuple[str, ...]


class Flowcharts(Struct, frozen=True, tag="flowcharts"):
    """Flowcharts (process ids)."""

    title: str
    ids: tuple[str, ...]


class Services(Struct, frozen=True, tag="services"):
    """Service guides (guide ids)."""

    title: str
    ids: tuple[str, ...]


class Tables(Struct, frozen=True, tag="tables"):
    """Titled tables (table ids)."""

    title: str
    text: str
    ids: tuple[str, ...]


class Forms(Struct, frozen=True, tag="forms"):
    """Blank forms (form ids)."""

    title: str
    ids: tuple[str, ...]


class Figures(Struct, frozen=True, tag="figures"):
    """Figures with their source (figure ids; () for all)."""

    title: str
    text: str
    ids: tuple[str, ...]


class Register(Struct, frozen=True, tag="register"):
    """A list counted from the data: domains, standards, processes, bodies, centre."""

    title: str
    text: str
    of: str


class SystemPart(Struct, frozen=True, tag="system"):
    """标准体系: structure chart, list and statistics."""

    title: str
    text: str


class Laws(Struct, frozen=True, tag="laws"):
    """Annex: what the book cites, gathered from its content."""

    title: str


class Glossary(Struct, frozen=True, tag="glossary"):
    """Annex: the terms of the standards in the book."""

    title: str


class Index(Struct, frozen=True, tag="index"):
    """The items of the book by index number and by body, with their pages."""

    title: str


class Colophon(Struct, frozen=True, tag="colophon"):
    """版本页."""


Part = (
    Cover
    | HalfTitle
    | Contents
    | Revision
    | TextPart
    | Catalog
    | Standards
    | Flowcharts
    | Services
    | Tables
    | Forms
    | Figures
    | Register
    | SystemPart
    | Laws
    | Glossary
    | Index
    | Colophon
)


class Workbook(Struct, frozen=True):
    """One handbook."""

    id: str
    title: str
    subtitle: str
    domain: str
    volume: int | None
    issued: date | None
    issuer: str
    parts: tuple[Part, ...]
