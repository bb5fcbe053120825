"""The county's own standards, in the structure of GB/T 1.1."""

from datetime import date

from msgspec import Struct


class Term(Struct, frozen=True):
    """术语条目."""

    id: str
    term: str
    english: str
    admitted: tuple[str, ...]
    definition: str
    notes: tuple[str, ...]
    source: str


class Cited(Struct, frozen=True):
    """A normative reference in printed form and what it stands for: a register entry or an own standard ("" if unknown)."""

    number: str
    title: str
    reference: str
    document: str = ""


class Clause(Struct, frozen=True):
    """章 or 条. `number` is computed: "5", "5.2", "A.1". `text` is Markdown. `kind`: scope, references, terms, clause."""

    id: str
    number: str
    kind: str
    title: str
    text: str
    references: tuple[Cited, ...]
    terms: tuple[Term, ...]
    clauses: "tuple[Clause, ...]"


class Annex(Struct, frozen=True):
    """附录; `letter` is computed. `catalog`, `process`, `table`, `form` are ids of what it shows, or ""."""

    id: str
    letter: str
    title: str
    normative: bool
    text: str
    clauses: tuple[Clause, ...]
    catalog: str
    process: str
    table: str = ""
    form: str = ""


class Foreword(Struct, frozen=True):
    """What the editor gives of the foreword; the fixed sentences come from the compiler (GB/T 1.1)."""

    proposed_by: str
    managed_by: str
    drafted_by: tuple[str, ...]
    drafters: tuple[str, ...]
    text: str


class Document(Struct, frozen=True):
    """An own standard. `drafting` is the edition of GB/T 1.1 it is drafted under; `system` its branch.

    `replaces` are the numbers of the standards it takes the place of; with `index` it ends with an index of its terms.
    `level` is the class line of the cover where the number does not tell it, or "".
    """

    id: str
    number: str
    title: str
    title_en: str
    drafting: str
    issued: date | None
    effective: date | None
    withdrawn: date | None
    issuer: str
    ics: str
    ccs: str
    system: str
    domain: str
    foreword: Foreword
    introduction: str
    clauses: tuple[Clause, ...]
    annexes: tuple[Annex, ...]
    bibliography: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    replaces: tuple[str, ...] = ()
    index: bool = False
    level: str = ""
