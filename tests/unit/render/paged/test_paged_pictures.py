"""What pages look like: chosen ones as pictures, compared with those kept in `tests/golden/paged`.

`--update` keeps the new ones; where they differ, `tests/_out/pages.html` shows both.
"""

import re
from pathlib import Path

import msgspec
import pytest
from PIL import Image, ImageDraw
from test_paged_pdf import inputs, printed, tool

from gkstd.model.workbook import Contents, Cover, Glossary, HalfTitle, Index, Revision
from gkstd.render.templates import TemplateSet
from support import pictures

TESTS = Path(__file__).parents[3]
KEPT, REPORT = TESTS / "golden" / "paged", TESTS / "_out" / "pages.html"
GUIDE = TESTS.parent / "docs" / "how-to" / "another-cover.md"
TELLTALES = {
    "contents": "目 录",
    "prose": "说明",
    "catalog": "■政府网站",
    "standard": "规范性引用文件",
    "chart": "法定时限",
    "laws": "所引依据",
    "glossary": "汇集手册所收",
    "index": "按索引号",
    "colophon": "内容截至",
}
"""A page is the first with these words after the page before it in this list."""


@pytest.fixture(scope="module")
def book(project, templates, tmp_path_factory):
    """A book of all kinds of parts."""
    own = project.workbooks["environment"]
    front = (Cover(), HalfTitle(), Contents(), Revision())
    parts = (*front, *own.parts[2:-1], Glossary("术语"), Index("索引"), own.parts[-1])
    whole = msgspec.structs.replace(project, workbooks={"environment": msgspec.structs.replace(own, parts=parts)})
    return whole, saved(whole, templates, tmp_path_factory)


def saved(project, templates, folders):
    artifact = printed(inputs(project, templates), templates)
    assert artifact.findings == ()
    path = folders.mktemp("pictures") / "b.pdf"
    path.write_bytes(artifact.outputs[0].data)
    return path


def numbers(path):
    """Pages by the names of TELLTALES, and the cover."""
    texts = [re.sub(r"\s+", "", page) for page in tool("pdftotext", "-layout", path, "-").split("\f")]
    found = {"cover": 1}
    for name, words in TELLTALES.items():
        past = max(found.values())
        found[name] = 1 + next(at for at, text in enumerate(texts) if at >= past and words.replace(" ", "") in text)
    return found


def test_heads_stand_as_far_from_the_edge_on_turned_pages(book):
    """The bottom of the running head: below the upper edge, and on a page that lies across from its right one."""
    found = numbers(book[1])
    stand = {}
    for name in ("prose", "catalog"):
        page = tool("pdftotext", "-bbox", "-f", str(found[name]), "-l", str(found[name]), book[1], "-")
        (across,) = re.findall(r'<page width="([0-9.]+)"', page)
        words = [
            [float(edge) for edge in word]
            for word in re.findall(r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)"', page)
        ]
        turned = float(across) > 600
        stand[name] = min(float(across) - word[0] if turned else word[3] for word in words)
    assert stand["catalog"] == pytest.approx(stand["prose"], abs=1)


def test_pages_look_as_they_did(book, update):
    shown = pictures.pages(book[1], numbers(book[1]))
    if update:
        pictures.keep(shown, KEPT)
    found = pictures.differences(shown, KEPT)
    if found:
        pictures.report(found, REPORT)
    assert [f"{one.name}: {one.share:.2%}" for one in found] == [], f"see {REPORT}"


def test_a_moved_line_is_seen_and_shown(tmp_path):
    before = Image.new("L", (400, 500), 255)
    after = before.copy()
    ImageDraw.Draw(before).rectangle((40, 100, 360, 103), fill=0)
    ImageDraw.Draw(after).rectangle((40, 106, 360, 109), fill=0)
    pictures.keep({"page": before}, tmp_path)
    assert pictures.differences({"page": before}, tmp_path) == []
    (found,) = pictures.differences({"page": after}, tmp_path)
    text = pictures.report([found], tmp_path / "r" / "pages.html").read_text("utf-8")
    assert text.count("<img") == 3
    assert "page：" in text


def test_the_cover_of_the_guide_changes_the_cover_and_nothing_else(book, templates, tmp_path_factory):
    example = re.search(r"```html\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)[1]
    assert len(example.splitlines()) <= 10
    project, before = book
    after = saved(project, TemplateSet(templates.stock, {"paged/cover.html": example}), tmp_path_factory)
    at = numbers(before)
    assert numbers(after) == at
    folder = tmp_path_factory.mktemp("kept")
    pictures.keep(pictures.pages(before, at), folder)
    assert [one.name for one in pictures.differences(pictures.pages(after, at), folder)] == ["cover"]
