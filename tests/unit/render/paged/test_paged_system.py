"""The book of the standard system, read back with poppler: chart on one page, heads of the tables on each."""

import re
import subprocess
from pathlib import Path

import pytest

from gkstd.render.base import Job, Target
from gkstd.render.paged import fonts, html, pdf
from gkstd.render.views.issue import Issue
from gkstd.render.views.workbook import system_book
from gkstd.source.load import load

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def pages(templates, tmp_path_factory):
    view, _ = system_book(load(ROOT).project)
    (page,) = html.render([Job(Target("html/s", "paged.html", view))], templates)
    (faces,) = fonts.render([Job(Target("fonts", "paged.fonts", Issue()), (page,))], templates)
    (artifact,) = pdf.render([Job(Target("standards/s", "paged.pdf", Issue()), (page, faces))], templates)
    assert artifact.findings == ()
    path = tmp_path_factory.mktemp("system") / "s.pdf"
    path.write_bytes(artifact.outputs[0].data)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return [re.sub(r"\s", "", page) for page in text.split("\f")[:-1]]


def test_the_chart_is_on_one_page(pages):
    (chart,) = [page for page in pages if "实线表示隶属关系" in page]
    for said in (
        "法律和行政法规",
        "服务通用基础标准体系",
        "20项",
        "TG1",
        "公开事项",
        "Q/JBZW209—2018",
        "GB/T24421.4—2009",
    ):
        assert said in chart, said


def test_the_list_has_its_head_on_each_page(pages):
    having = [page for page in pages if re.search(r"(?:TY|BZ|TG)\d?—\d\d", page)]
    assert len(having) > 1
    for place, page in enumerate(having):
        assert "序号体系编号标准号标准名称级别实施日期状态备注" in page
        assert ("表1（续）" in page) == (place > 0)


def test_the_statistics_say_what_was_published(pages):
    (page,) = [page for page in pages if "现有数占应有数" in page]
    assert "国家标准2929100" in page
    assert "合计6262100" in page
    assert "合计293362" in page


def test_the_contents_lead_to_the_tables(pages):
    (contents,) = [page for page in pages if "目录" in page and "编制说明" in page and "实线" not in page][:1]
    for title in ("标准体系结构图", "标准明细表", "标准统计表（按级别）", "标准统计表（按体系分支）"):
        assert re.search(re.escape(title) + r"[.…·]*\d", contents), title
