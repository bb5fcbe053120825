import msgspec

from gkstd.model.item import Channels, Element
from gkstd.model.values.channel import parse_channel
from gkstd.render.views.catalog import CHOICE, ELEMENTS, USED, boxes, catalog_view


def test_rows_stand_in_their_categories(project):
    view, _ = catalog_view(project, "environment")
    assert [(group.title, [row.serial for row in group.rows]) for group in view.groups] == [
        ("建设项目环境影响评价", [1, 2, 3]),
        ("环境质量与监督", [4, 5, 6]),
    ]
    assert view.caption == "环境保护领域基层政务公开标准目录"
    assert view.size == 6


def test_all_thirteen_boxes_in_printed_order(project):
    row = catalog_view(project, "environment")[0].groups[0].rows[0]
    assert [f"{box.mark}{box.text}" for box in row.channels] == [
        "■政府网站", "□政府公报", "□两微一端", "□发布会/听证会", "□广播电视", "□纸质媒体", "■公开查阅点", "■政务服务中心",
        "□便民服务站", "□入户/现场", "□社区/企事业单位/村公示栏（电子屏）", "□精准推送", "□其他",
    ]  # fmt: skip


def test_ticks_and_words_of_a_row_on_request(project):
    row = catalog_view(project, "environment")[0].groups[1].rows[2]
    assert (row.everybody, row.group, row.active, row.on_request) == (False, "信访人", False, True)
    assert row.limit == "自收到申请之日起20个工作日内"
    assert row.channels[-1].text == "其他：当面或邮寄"


def test_levels_have_a_column_only_where_used(project):
    view, _ = catalog_view(project, "environment")
    assert view.levels == ("县级", "乡级")
    assert view.groups[1].rows[1].levels == (True, True)


def test_where_boxes_mean_a_choice_the_unused_ones_are_left_out(project):
    website, gazette = (parse_channel(name)[0] for name in ("政府网站", "政府公报"))
    assert website and gazette
    assert [box.mark for box in boxes(Channels((website,), (gazette,)), choice=True)] == ["■", "□"]


def test_legend_says_what_the_marks_mean(project):
    assert catalog_view(project, "environment")[0].legend == (USED,)
    website = parse_channel("政府网站")[0]
    changed = msgspec.structs.replace(
        project.items["eia-draft"],
        channels=Channels((), (website,)),
        content=(Element("甲", True), Element("乙", False)),
    )
    other = msgspec.structs.replace(project, items={**project.items, "eia-draft": changed})
    view, _ = catalog_view(other, "environment")
    assert view.legend == (CHOICE, ELEMENTS)
    assert view.groups[0].rows[1].content == ("●甲", "〇乙")


def test_legend_says_what_of_the_whole_table_is_in_doubt(project):
    doubtful = msgspec.structs.replace(project.domains["environment"], unconfirmed=("categories", "lead"))
    view, _ = catalog_view(msgspec.structs.replace(project, domains={"environment": doubtful}), "environment")
    assert view.legend == (USED, "事项的名目待核。")


def test_refs_name_everything_it_was_made_from(project):
    refs = catalog_view(project, "environment")[1]
    assert refs == tuple(sorted(refs))
    assert {
        ("domain", "environment"),
        ("item", "air-quality"),
        ("law", "eia-law"),
        ("body", "county-environment-bureau"),
    } <= set(refs)


def test_a_view_is_plain_values(project):
    view, _ = catalog_view(project, "environment")
    assert msgspec.json.decode(msgspec.json.encode(view), type=type(view)) == view
