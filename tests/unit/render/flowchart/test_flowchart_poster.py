"""Posters: one sheet, legible on the wall."""

from flowchart_helpers import TEMPLATES, faults, job, step, view
from test_flowchart_drawing import LOOP
from test_flowchart_paper import LONG

from gkstd.build.stock import stock
from gkstd.render.flowchart import poster
from gkstd.render.flowchart.boxes import SMALLEST
from gkstd.render.flowchart.dot import places, source
from gkstd.render.flowchart.image import layouts
from gkstd.render.flowchart.renderer import inked
from gkstd.render.flowchart.svg import Chart
from gkstd.render.templates import TemplateSet
from gkstd.render.views.process import ProcessView


def made(shown: ProcessView) -> tuple[poster.Sheet, Chart]:
    (answer,) = layouts([source(shown)])
    assert isinstance(answer, str)
    return poster.poster(shown, places(answer))


def size(drawn: Chart) -> float:
    """Of the smallest letters, in pt."""
    assert drawn.printed
    return SMALLEST * drawn.printed[0] / float(drawn.width)


def test_a_small_chart_needs_a_small_sheet_and_fills_it() -> None:
    sheet, drawn = made(LOOP)
    assert sheet.name == "A3"
    assert size(drawn) >= poster.LEAST
    assert faults(drawn.view, inked(drawn, TEMPLATES, {})) == []


def test_a_poster_stays_within_its_sheet() -> None:
    for shown in (LOOP, LONG):
        sheet, drawn = made(shown)
        assert drawn.printed
        assert drawn.printed[0] <= (sheet.width - 24) * 72 / 25.4 + 0.1
        assert drawn.printed[1] <= (sheet.height - 24) * 72 / 25.4 + 0.1


def test_a_long_chart_takes_a_larger_sheet() -> None:
    sheet, drawn = made(LONG)
    assert sheet.height > made(LOOP)[0].height
    assert size(drawn) >= poster.LEAST
    assert drawn.title


def test_what_no_sheet_can_hold_is_as_large_as_it_can_be() -> None:
    wide = view(
        *(step(f"s{n}", f"s{n + 1}", lane=f"机构{n}", limit_text="20个工作日内") for n in range(29)),
        step("s29", kind="end", lane="机构0"),
        lanes=tuple(f"机构{n}" for n in range(29)),
    )
    sheet, drawn = made(wide)
    assert (sheet.name, sheet.width) == ("A0", 1189)
    assert 0 < size(drawn) < poster.LEAST


def test_a_poster_is_a_picture_and_its_page() -> None:
    (artifact,) = poster.render([job(LOOP)], TemplateSet(stock()))
    svg, page = artifact.outputs
    assert (svg.path, page.path) == ("posters/p.svg", "posters/p.html")
    assert b'src="gkstd:posters/p.svg"' in page.data
    assert "297mm 420mm" in page.data.decode() or "420mm 297mm" in page.data.decode()
