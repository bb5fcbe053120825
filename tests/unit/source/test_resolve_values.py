"""Chinese values become meaning: in the model as values, in the report as faults inside the text."""

from collections.abc import Callable

import pytest

from gkstd.source.load import Loaded

Edit = Callable[..., Loaded]
Where = Callable[[Loaded, str], list[str]]
ITEMS = "standards/items/demo.yaml"


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("limit: 公示不少于30日", "limit: 尽快", "GK301", 13),
        ("[《中华人民共和国政府信息公开条例》]", "[按有关规定]", "GK302", 21),
        ("channels: [政府网站, 公开查阅点]", "channels: [政府网站, 布告栏子]", "GK304", 15),
        ("body: 县规划局", "body: 县规划局\n        audience: 大家", "GK306", 24),
        ("body: 县规划局", "body: 县规划局\n        method: 被动公开", "GK305", 24),
        ("body: 县规划局", "body: 县规划局\n        levels: [市级, 縣级]", "GK305", 24),
        ("body: 县规划局", "body: 县规划局\n        stage: 大厅", "GK305", 24),
        ("code: GH", "code: GH\nlevel: 国际", "GK305", 4),
        ("code: GH", "code: GH\ntopic: 规划建设", "GK305", 4),
    ],
)
def test_a_value_not_understood_is_reported_on_its_line(
    edit: Edit, where: Where, old: str, new: str, code: str, line: int
) -> None:
    places = where(edit(ITEMS, (old, new)), code)
    assert places
    assert {place.split(":")[1] for place in places} == {str(line)}


def test_a_fault_inside_a_limit_is_pointed_at_inside_the_limit(edit: Edit, where: Where) -> None:
    text = "自信息形成或者变更之日起20个工作日内；尽快"
    loaded = edit(ITEMS, ("limit: 自信息形成或者变更之日起20个工作日内", f"limit: {text}"))
    (place,) = where(loaded, "GK301")
    assert place == f"{ITEMS}:22:{16 + text.index('尽快')}"


def test_numbers_of_laws_are_printed_with_their_brackets(edit: Edit) -> None:
    loaded = edit("standards/registers/laws.yaml", ("number: 国令第492号", "number: 国发[2016]19号"))
    assert loaded.project is not None
    assert loaded.project.laws["disclosure-2007"].number == "国发〔2016〕19号"


def test_required_and_optional_channels_and_elements_are_kept_apart(edit: Edit) -> None:
    loaded = edit(
        ITEMS,
        ("channels: [政府网站, 公开查阅点]", "channels: {required: [政府网站], optional: [其他：村务公开栏]}"),
        ("content: [批准文件]", "content: [批准文件, {text: 附图, optional: true}]"),
    )
    assert loaded.diagnostics == ()
    assert loaded.project is not None
    first, second = loaded.project.items.values()
    assert (len(first.channels.required), len(first.channels.optional)) == (1, 1)
    assert [(e.text, e.required) for e in second.content] == [("批准文件", True), ("附图", False)]


def test_clauses_are_numbered_as_they_are_printed(edit: Edit) -> None:
    loaded = edit(
        "standards/documents/catalog.yaml",
        ("  - {id: publish, title: 公开, text: 规划批准后应在20个工作日内公开。}\n", ""),
        ("  - {id: drafting, title: 编写, text: 公开目录的编写应符合GB/T 1.1—2009的规定。}\n", "  - {id: main, title: 章, clauses: [{id: x, text: 一}, {id: y, text: 二}]}\n"
         "annexes:\n  - {id: a, title: 表, kind: 规范性, clauses: [{id: z, text: 三}]}\n  - {id: b, title: 图}\n"),
    )  # fmt: skip
    assert loaded.project is not None
    document = loaded.project.documents["catalog"]
    assert [c.number for c in document.clauses] == ["1", "2", "3"]
    assert [c.number for c in document.clauses[2].clauses] == ["3.1", "3.2"]
    assert [(a.letter, a.normative) for a in document.annexes] == [("A", True), ("B", False)]
    assert document.annexes[0].clauses[0].number == "A.1"


def test_items_are_numbered_through_the_domain(edit: Edit) -> None:
    project = edit(ITEMS).project
    assert project is not None
    assert [(i.serial, i.category) for i in project.items.values()] == [(1, "plans"), (2, "plans")]


def test_an_item_takes_the_standard_of_its_domain(edit: Edit) -> None:
    project = edit(ITEMS, ("code: GH", "code: GH\nstandard: catalog")).project
    assert project is not None
    assert {i.standard for i in project.items.values()} == {"catalog"}


def test_exits_of_steps_keep_their_labels(edit: Edit) -> None:
    project = edit(ITEMS).project
    assert project is not None
    steps = {s.id: s for s in project.processes["approval"].steps}
    assert [(e.label, e.target) for e in steps["complete"].exits] == [("是", "show"), ("否", "correct")]
    assert [(e.label, e.target) for e in steps["apply"].exits] == [("", "complete")]
    assert steps["done"].exits == ()
