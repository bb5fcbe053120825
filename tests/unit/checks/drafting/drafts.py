"""A standard made of given texts, and the codes the drafting lint reports for it."""

from pathlib import Path

from msgspec.structs import replace

from gkstd.checks.drafting.desk import Desk
from gkstd.checks.drafting.draft import Draft
from gkstd.checks.drafting.found import Found
from gkstd.checks.drafting.looks import Elsewhere, Looks
from gkstd.checks.drafting.rules import RULES
from gkstd.model.document import Clause, Document, Foreword
from gkstd.model.project import Project
from gkstd.source.load import load

_loaded = load(Path(__file__).parents[3] / "base").project
assert _loaded is not None
PROJECT: Project = _loaded

SCOPE = "{self}规定了信息的公开要求，适用于信息的公开。"


def clause(id: str, number: str, text: str = "", title: str = "公开", kind: str = "clause") -> Clause:
    return Clause(id, number, kind, title, text, (), (), ())


def document(text: str, edition: str = "2009", **changes: object) -> Document:
    """A clean standard whose second or fourth chapter has the text."""
    own = "本标准" if edition == "2009" else "本文件"
    clauses = [clause("scope", "1", SCOPE.format(self=own), "范围", "scope")]
    if edition == "2020":
        clauses += [
            clause("refs", "2", "", "规范性引用文件", "references"),
            clause("terms", "3", "", "术语和定义", "terms"),
        ]
    clauses.append(clause("main", str(len(clauses) + 1), text))
    made = Document(
        "d", "Q/JBZW 101—2018", "政务公开标准", "", f"GB/T 1.1—{edition}", None, None, None, "", "", "", "", "",
        Foreword("", "", (), (), ""), "", tuple(clauses), (), (), (),
    )  # fmt: skip
    return replace(made, **changes)


def findings(made: Document) -> list[Found]:
    desk = Desk(Draft(made), Looks(Elsewhere(PROJECT)))
    return [found for rule in RULES for found in rule(desk)]


def codes(made: Document) -> list[str]:
    return sorted({found.code.id for found in findings(made)})


def said(text: str, edition: str = "2009") -> list[str]:
    """The codes for one text in a clause of the body."""
    return codes(document(text, edition))
