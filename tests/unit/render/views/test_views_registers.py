"""The order of the registers that handbooks count from the data."""

import msgspec

from gkstd.model.project import Project
from gkstd.model.values.level import Level
from gkstd.render.views.registers import register_view
from gkstd.render.views.seen import Seen


def test_domains_stand_from_county_to_village(project: Project) -> None:
    county = project.domains["environment"]
    village = msgspec.structs.replace(county, id="a", title="村", level=Level("村级"))
    town = msgspec.structs.replace(county, id="b", title="街道", level=Level("乡级"))
    mixed = msgspec.structs.replace(project, domains={"a": village, "b": town, **project.domains})
    rows = register_view(mixed, "domains", Seen()).rows
    assert [(row[0], row[1]) for row in rows] == [("1", county.title), ("2", "街道"), ("3", "村")]


def test_own_standards_stand_by_number(project: Project) -> None:
    first = next(iter(project.documents.values()))
    later = msgspec.structs.replace(first, id="a", number="Q/JBZW 901—2018")
    earlier = msgspec.structs.replace(first, id="b", number="Q/JBZW 101—2018")
    mixed = msgspec.structs.replace(project, documents={"a": later, "b": earlier})
    rows = register_view(mixed, "standards", Seen()).rows
    assert [row[2] for row in rows if row[4] == "自编"] == ["Q/JBZW 101—2018", "Q/JBZW 901—2018"]
