"""A book prints each catalog and each chart once."""

from msgspec.structs import replace

from gkstd.model.document import Annex
from gkstd.model.workbook import Catalog, Flowcharts, Standards
from gkstd.render.views.workbook import workbook_view


def annexes(project, *parts):
    """The annexes of the standards of a book made of these parts."""
    first = project.documents["items-standard"]
    chart = Annex("flow", "B", "流程", True, "", (), "", "eia-approval")
    documents = {
        "items-standard": replace(first, annexes=(*first.annexes, chart)),
        "other": replace(first, id="other", number="Q/JBZW 002—2018", annexes=first.annexes),
    }
    book = replace(project.workbooks["environment"], parts=parts)
    view, _ = workbook_view(replace(project, documents=documents, workbooks={"environment": book}), "environment")
    found = [annex for part in view.parts for document in getattr(part, "documents", ()) for annex in document.annexes]
    return [(bool(a.catalog or a.process), [e.words for e in a.elsewhere.values()], a.numbers) for a in found]


def test_a_part_of_its_own_goes_first_wherever_it_stands(project):
    standards = Standards("标准", ("items-standard",))
    for parts in ((Catalog("目录", "environment"), standards), (standards, Catalog("目录", "environment"))):
        where = "本手册第一部分“目录”" if isinstance(parts[0], Catalog) else "本手册第二部分“目录”"
        assert annexes(project, *parts) == [
            (False, [where], {"catalog": "表A.1"}),
            (True, [], {"process": "图B.1", "steps": "表B.1"}),
        ]


def test_a_chart_with_a_part_of_its_own(project):
    (_, flow) = annexes(project, Standards("标准", ("items-standard",)), Flowcharts("流程", ("eia-approval",)))
    assert flow == (
        False,
        [f"本手册第二部分“{project.processes['eia-approval'].title}”"],
        {"process": "图B.1", "steps": "表B.1"},
    )


def test_of_two_annexes_the_first_prints(project):
    catalog, _, again = annexes(project, Standards("标准", ("items-standard", "other")))
    assert catalog[:2] == (True, [])
    assert again[:2] == (False, ["本手册第一部分Q/JBZW 001—2018的附录A"])
