"""Where lines begin, end and may be broken, on the pages of a real book."""

import msgspec
import pytest
from test_paged_pdf import inputs, printed
from weasyprint.layout import inline

from gkstd.model.workbook import TextPart
from gkstd.render.paged import balance, unbroken
from support import lines

NUMBERS = (
    "根据《国务院办公厅关于印发开展基层政务公开标准化规范化试点工作方案的通知》（国办发〔2017〕42号）、《陕西省人民政府办公厅关于印发"
    "实施方案的通知》（陕政办发〔2017〕88号）和GB/T 1.1—2009、Q/JBZW 206—2018的规定，自信息形成或者变更之日起20个工作日内公开——最迟"
    "不超过30个工作日……索引号是610824-HB-2018-0001，公示不少于10个工作日。"
)


@pytest.fixture(scope="module")
def text(project, templates, tmp_path_factory):
    """A chapter in which the same sentence begins at every place of the line."""
    shifted = "\n\n".join("公" * shift + NUMBERS for shift in range(40))
    book = msgspec.structs.replace(
        project.workbooks["environment"], parts=(TextPart("长短不一", shifted), *project.workbooks["environment"].parts)
    )
    other = msgspec.structs.replace(project, workbooks={"environment": book})
    artifact = printed(inputs(other, templates), templates)
    assert artifact.findings == ()
    path = tmp_path_factory.mktemp("lines") / "b.pdf"
    path.write_bytes(artifact.outputs[0].data)
    return path


def test_no_line_begins_or_ends_with_what_it_may_not(text):
    assert list(lines.faults(text)) == []


def test_runs_are_whole_on_one_line(text):
    found = [line for _, line in lines.lines(text)]
    whole = "\n".join(found).replace(" ", "")
    for run in (
        "国办发〔2017〕42号",
        "陕政办发〔2017〕88号",
        "GB/T 1.1—2009",
        "Q/JBZW 206—2018",
        "20个工作日",
        "30个工作日",
        "——",
        "……",
    ):
        assert whole.count(run.replace(" ", "")) >= 40, run
    assert whole.count("610824-HB-2018-0001") >= 40


def test_no_last_line_is_one_character(text):
    assert all(
        len(line.rstrip("。")) > 1
        for _, line in lines.lines(text)
        if line.endswith("工作日。") or (len(line) < 3 and line.endswith("。"))
    )


def test_narrow_cells_may_break_what_does_not_fit():
    assert unbroken.runs("自信息形成或者变更之日起20个工作日内", 4) == [(17, 19)]
    assert (12, 19) in unbroken.runs("自信息形成或者变更之日起20个工作日内", 20)


def test_a_quantity_stays_with_its_unit():
    for quantity in ("6 m²", "350 cd/m²", "20 Mbit/s", "0.2 s", "18 ℃"):
        text = f"亮度不应低于{quantity}，其余不限"
        assert (6, 6 + len(quantity)) in unbroken.runs(text, 40), quantity
    assert (2, 8) not in unbroken.runs("参照2 editions里的做法", 40)


def test_of_a_document_number_too_long_for_its_cell_year_and_number_stay_whole():
    assert unbroken.runs("陕政办发〔2017〕288号", 8) == [(4, 10), (10, 14)]


def test_the_mark_of_a_basis_stays_with_what_it_stands_for():
    text = "依据：①《中华人民共和国行政许可法》第三十二条、④第四十五条"
    assert (text.index("④"), len(text)) in unbroken.runs(text, 40)
    assert (3, 6) in unbroken.runs(text, 40)


def test_what_is_tied_stays_on_the_line_of_what_is_before_it():
    before = inline.can_break_text
    with unbroken.kept():
        assert inline.can_break_text("日待", "zh-CN")
        assert not inline.can_break_text("日待", unbroken.TIED)
    assert inline.can_break_text is before


def test_the_last_two_characters_stay_together():
    assert unbroken.runs("凡是列入目录的事项都应当公开。", 10)[-1] == (12, 15)
    assert unbroken.runs("应当公开。", 30) == []
    assert unbroken.runs("正在核实的内容", 6) == [(5, 7)]
    assert unbroken.runs("正在核实", 3) == [(2, 4)]
    assert unbroken.runs("正在核实的内容", 2) == [], "there the character would be alone on another line"


@pytest.mark.parametrize(
    ("ems", "words"),
    [
        (5.2, "县环境/保护局"),
        (5.2, "县住房和/城乡建设局"),
        (5.2, "县人力/资源和社会/保障局"),
        (5.2, "组织编制/机关"),
        (4.5, "征地/报批前"),
        (4.5, "征地补偿/登记"),
        (4.5, "宣传与/服务"),
        (5.0, "3个/工作日内"),
        (5.0, "每月/10日前"),
        (4.5, "空气、/水质"),
        (4.5, "（县级）/公开"),
        (6.2, "自收到/申请之日起/15个工作日内"),
        (6.1, "县住房和/城乡建设局/（规划）"),
        (6.1, "可行性研究/报告审批"),
    ],
)
def test_lines_of_a_narrow_cell_end_between_words_and_none_is_one_character(ems, words):
    left = words.replace("/", "")
    for line in words.split("/")[:-1]:
        assert unbroken.runs(left, ems, cell=True) == [(0, len(line)), (len(line), len(left))]
        left = left[len(line) :]
    assert balance.first_end(left, ems, ()) is None


def test_a_long_text_is_not_weighed_to_its_end_for_each_of_its_lines(monkeypatch):
    weighed = []
    monkeypatch.setattr(unbroken, "first_end", lambda text, ems, kept: weighed.append(text) or 3)
    text = "县环境保护局受理申请人提出的行政许可申请" * 100
    assert unbroken.runs(text, 3.6, cell=True) == [(0, 3), (3, len(text))]
    assert weighed == [text[:40]]


def test_no_mark_and_no_run_is_pushed_off_its_line():
    """Kept whole, 20个工作日内 would leave ； to begin the next line, for which no room is."""
    text = "自信息形成或者变更之日起20个工作日内；行政许可自作出决定之日起7个工作日内"
    lines_of = []
    while found := unbroken.runs(text, 6.2, cell=True):
        lines_of.append(text[: found[0][1]])
        if len(found) < 2:
            break
        text = text[found[0][1] :]
    assert all(line[0] not in lines.NOT_FIRST for line in lines_of)
    assert all(balance.ems_of(line) <= 6.2 for line in lines_of)


def test_what_fits_is_not_weighed_nor_is_prose():
    assert unbroken.runs("县环境保护局", 6, cell=True) == []
    assert unbroken.runs("县环境保护局", 5.2) == [(4, 6)]
    assert unbroken.runs("a" * 40, 5.2, cell=True) == [], "a word wider than the line is the engine's to break"


def test_ten_thousand_letters_or_digits_are_read_once():
    """Each of these took minutes where a run was tried from every one of its characters."""
    assert unbroken.runs("a" * 10_000, 40) == []
    assert unbroken.runs("9" * 10_000, 40) == []
    assert unbroken.runs("编号a-b" + "公" * 20, 40)[0] == (2, 5)
