"""One folder, one kind: which file may stand where under the project, and the record it holds."""

import re
from functools import lru_cache

from msgspec import Struct

from gkstd.source.records.base import Record
from gkstd.source.records.documents import DocumentFile
from gkstd.source.records.items import DomainFile
from gkstd.source.records.library import LibraryFile
from gkstd.source.records.processes import ProcessFile
from gkstd.source.records.project import ProjectFile
from gkstd.source.records.registers import BodiesFile, LawsFile, ReferencesFile, SynonymsFile
from gkstd.source.records.services import ServicesFile
from gkstd.source.records.tables import FiguresFile, FormFile, TableFile
from gkstd.source.records.workbooks import WorkbookFile

PROJECT = "gkstd.yaml"
_NAME = r"[a-z0-9]+(-[a-z0-9]+)*\.yaml"


class Kind(Struct, frozen=True):
    """A kind of file: its `name` on the command line, the pattern of its path, its record, the objects it declares."""

    name: str
    pattern: str
    record: type[Record]
    declares: tuple[str, ...]


KINDS: tuple[Kind, ...] = (
    Kind("project", r"gkstd\.yaml", ProjectFile, ()),
    Kind("bodies", r"standards/registers/bodies\.yaml", BodiesFile, ("body",)),
    Kind("laws", r"standards/registers/laws\.yaml", LawsFile, ("law",)),
    Kind("references", r"standards/registers/references\.yaml", ReferencesFile, ("reference",)),
    Kind("figures", r"standards/registers/figures\.yaml", FiguresFile, ("figure",)),
    Kind("synonyms", r"standards/registers/synonyms\.yaml", SynonymsFile, ("synonym",)),
    Kind("items", rf"standards/items/(towns/|villages/)?{_NAME}", DomainFile, ("domain", "item")),
    Kind("processes", rf"standards/processes/{_NAME}", ProcessFile, ("process",)),
    Kind("services", rf"standards/services/{_NAME}", ServicesFile, ("guide", "service")),
    Kind("clauses", rf"standards/clauses/{_NAME}", LibraryFile, ("clauses",)),
    Kind("tables", rf"standards/tables/{_NAME}", TableFile, ("table",)),
    Kind("forms", rf"standards/forms/{_NAME}", FormFile, ("form",)),
    Kind("documents", rf"standards/documents/{_NAME}", DocumentFile, ("document",)),
    Kind("workbooks", rf"standards/workbooks/{_NAME}", WorkbookFile, ("workbook",)),
)


@lru_cache(maxsize=4096)
def kind_of(path: str) -> Kind | None:
    """The kind of a project-relative path; None for a file that means nothing there."""
    return next((kind for kind in KINDS if re.fullmatch(kind.pattern, path)), None)
