"""The SVG read back is the process: same graph, nothing cut, nothing overlapping, no line through a box."""

import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
from flowchart_helpers import SVG, TEMPLATES, Chart, bounds, distance, faults, job, step, view
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from gkstd.render.flowchart import print as print_sheets
from gkstd.render.flowchart import renderer
from gkstd.render.flowchart.boxes import LABEL, NOTE, SMALLEST, TITLE
from gkstd.render.flowchart.dot import source
from gkstd.render.flowchart.image import LayoutFailed, layouts
from gkstd.render.views.process import KINDS, ProcessView, process_view
from gkstd.source.load import load


def drawn(shown: ProcessView) -> str:
    (answer,) = layouts([source(shown)])
    assert isinstance(answer, str | LayoutFailed)
    return renderer.draw(shown, answer if isinstance(answer, str) else "", TEMPLATES, {})


LOOP = view(
    step("a", "b", kind="start", title="提交申请"),
    step("b", ("齐全", "c"), ("不齐全", "d"), kind="decision", lane="乙", title="材料是否齐全？"),
    step("c", "e", lane="乙", title="受理", limit_text="5个工作日内"),
    step("d", "b", kind="document", title="补正告知", excluded=True),
    step("e", kind="end", lane="乙", title="结束"),
)
PARALLEL = view(
    step("a", "b", kind="start"),
    step("b", "c", "d", "e", kind="parallel", title="同时进行"),
    step("c", "f"),
    step("d", "f", lane="乙"),
    step("e", "f", lane="乙"),
    step("f", "g", kind="join", title="都完成"),
    step("g", kind="end"),
)
MANY_EXITS = view(
    step("a", "b", kind="start"),
    step("b", *((f"情形{n}", f"x{n}") for n in range(7)), kind="decision", title="答复的类型？"),
    *(step(f"x{n}", "z", lane="甲乙"[n % 2], title=f"答复{n}") for n in range(7)),
    step("z", kind="end"),
)
TO_ITSELF = view(
    step("a", "b", kind="start"), step("b", ("否", "b"), ("是", "c"), kind="decision"), step("c", kind="end")
)
EVERY_KIND = view(
    *(
        step(f"k{n}", f"k{n + 1}", kind=kind, title="一二三四五六七八九十一二三四五六七八")
        for n, kind in enumerate(KINDS)
    ),
    step(f"k{len(KINDS)}", kind="end"),
)
LABELS = {
    "quotes": '说"是"的',
    "backslashes": "C:\\N\\G\\l",
    "markup": "<b>粗</b>&amp;<script>alert(1)</script>",
    "html label": "<<table><tr><td>x</td></tr></table>>",
    "template": "{{ 7*7 }}{% raw %}",
    "long": "长" * 10_000,
    "closing": '"]; evil [URL="javascript:alert(1)"',
}


@pytest.mark.parametrize(
    "shown", [LOOP, PARALLEL, MANY_EXITS, TO_ITSELF, EVERY_KIND], ids=["loop", "parallel", "many", "self", "kinds"]
)
def test_a_drawing_is_the_process(shown: ProcessView) -> None:
    assert faults(shown, drawn(shown)) == []


@pytest.mark.parametrize("text", LABELS.values(), ids=LABELS.keys())
def test_hostile_text_comes_back_as_it_is(text: str) -> None:
    shown = view(
        step("a", (text, "b"), ("另一", "c"), kind="decision", title=text, lane=text[:50]),
        step("b", "c", title=text, limit_text=text),
        step("c", kind="end"),
        lanes=(text[:50], "甲"),
        title=text,
    )
    svg = drawn(shown)
    assert faults(shown, svg) == []
    chart = Chart(svg)
    assert chart.title("b") == f"2 {text}"
    assert ("a", "b", text) in chart.edges
    tags = {element.tag.rpartition("}")[2] for element in chart.root.iter()}
    assert tags == {"svg", "title", "desc", "style", "rect", "g", "text", "path", "circle"}


def test_line_ends_in_text_are_kept_in_the_title_and_are_spaces_on_the_chart() -> None:
    svg = drawn(view(step("a", "b", kind="start", title="一\n二"), step("b", kind="end")))
    chart = Chart(svg)
    assert chart.title("a") == "1 一\n二"
    assert [t.text for t in chart.steps["a"].iter() if t.get("class") == "fc-text"] == ["一 二"]


def test_every_process_of_the_edition_is_drawn_as_it_is() -> None:
    project = load(Path(__file__).parents[4]).project
    assert project is not None
    shown = [process_view(project, id)[0] for id in project.processes]
    assert len(shown) >= 3
    assert {view.id: faults(view, drawn(view)) for view in shown} == {view.id: [] for view in shown}


def test_symbols_of_one_chart_have_one_size() -> None:
    chart = Chart(drawn(LOOP))
    sizes = {
        id: (round(b[2] - b[0]), round(b[3] - b[1])) for id, b in ((i, bounds(o)) for i, o in chart.outlines.items())
    }
    assert sizes["a"] == sizes["e"]
    assert sizes["c"] == sizes["d"]
    assert len({sizes[id][0] for id in "acde"}) == 1
    assert sizes["b"] != sizes["c"]


def test_a_label_that_lies_is_found() -> None:
    """The reader of drawings is itself put to the test."""
    svg = drawn(LOOP)
    assert "the graph is another one" in faults(LOOP, svg.replace('data-to="c"', 'data-to="d"'))
    one, two = (f'id="lane-{id}"' for id in LOOP.lane_ids)
    moved = svg.replace(one, 'id="lane-x"').replace(two, one).replace('id="lane-x"', two)
    assert "a leaves its lane" in faults(LOOP, moved)
    assert faults(PARALLEL, svg)


GRAPHS = int(os.environ.get("GKSTD_GRAPHS", "0"))
"""How many generated graphs of up to 200 steps are drawn besides the small ones; 0 in the ordinary run."""


@st.composite
def processes(draw: st.DrawFn, longest: int = 40) -> ProcessView:
    """Any graph from one start, with loops, several exits and notes."""
    count = draw(st.integers(2, longest))
    lanes = [f"机构{n}" for n in range(draw(st.integers(1, 5)))]
    kinds = st.sampled_from([k for k in KINDS if k not in ("start", "end")])
    words = st.text(st.sampled_from("审批公示材料是否齐全abcW（）、，《》"), min_size=1, max_size=30)
    steps = []
    for n in range(count):
        kind = "start" if n == 0 else "end" if n == count - 1 else draw(kinds)
        most = 0 if kind == "end" else 5 if kind in ("decision", "parallel") else 1
        ahead = st.integers(1, count - 1)
        others = draw(st.lists(ahead, max_size=most, unique=True)) if most > 1 else []
        targets = list(dict.fromkeys([n + 1, *others]))[:most] if kind != "end" else []
        exits = [(draw(words) if kind == "decision" else "", f"s{t}") for t in targets]
        limit = draw(st.sampled_from(["", "", "5个工作日内", "自收到申请之日起20个工作日内，可延长20个工作日"]))
        steps.append(
            step(f"s{n}", *exits, kind=kind, lane=draw(st.sampled_from(lanes)), title=draw(words), limit_text=limit)
        )
    return view(*steps, lanes=lanes)


def settled(count: int) -> settings:
    return settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    )


@settled(100)
@given(processes())
def test_any_process_is_drawn_as_it_is(shown: ProcessView) -> None:
    assert faults(shown, drawn(shown)) == []


@pytest.mark.skipif(not GRAPHS, reason="GKSTD_GRAPHS says how many")
@settled(max(1, GRAPHS))
@given(processes(longest=200))
def test_any_long_process_is_drawn_as_it_is(shown: ProcessView) -> None:
    chart = Chart(drawn(shown))
    assert sorted(chart.edges) == sorted((s.id, e.target, e.label) for s in shown.steps for e in s.exits)
    assert list(chart.steps) == [s.id for s in shown.steps]
    for (start, end, _), line in zip(chart.edges, chart.lines, strict=True):
        assert distance(line[0], chart.outlines[start]) <= 1.0
        assert distance(line[-1], chart.outlines[end]) <= 1.0


def test_only_the_chart_for_the_screen_has_links_and_modes() -> None:
    shown = replace(LOOP, steps=(replace(LOOP.steps[0], process="hearing", process_title="听证"), *LOOP.steps[1:]))
    svg = drawn(shown)
    assert '<a class="fc-link" data-process="hearing">' in svg
    assert "prefers-color-scheme: dark" in svg
    assert "prefers-contrast: more" in svg
    assert "forced-colors: active" in svg
    assert faults(shown, svg) == []
    (artifact,) = print_sheets.render([job(shown)], TEMPLATES)
    assert b"fc-link" not in artifact.outputs[0].data
    assert b"prefers-" not in artifact.outputs[0].data


def test_a_chart_on_paper_lets_the_mark_of_a_draft_be_seen() -> None:
    """Nothing between symbols is filled: 草案 stands below the chart."""
    (artifact,) = print_sheets.render([job(LOOP)], TEMPLATES)
    svg = artifact.outputs[0].data.decode()
    assert "fc-paper" not in re.sub(r"<style>.*?</style>", "", svg, flags=re.DOTALL)
    assert ".fc-even .fc-lane-body, .fc-lane-body { fill: none; }</style>" in svg
    assert 'class="fc-paper"' in drawn(LOOP)


def test_the_longest_way_is_marked_for_who_asks_for_it() -> None:
    """`chart.svg#critical-path`: the marked steps are those of the critical path, the marked lines lead from each to the next."""
    project = load(Path(__file__).parents[4]).project
    assert project is not None
    shown = [process_view(project, id)[0] for id in project.processes]
    timed = [view for view in shown if view.time and view.time.timed]
    assert timed
    for one in timed:
        assert one.time is not None
        chart = Chart(drawn(one))
        way = [part.id for part in one.time.path]
        marked = {id for id, group in chart.steps.items() if "fc-critical" in (group.get("class") or "")}
        assert marked == set(way)
        lines = [(g.get("data-from"), g.get("data-to")) for g in chart.exits if "fc-critical" in (g.get("class") or "")]
        assert sorted(set(lines)) == sorted(pairwise(way))  # type: ignore[type-var]
        assert chart.root.find(f"{SVG}g[@id='critical-path']") is not None
    assert 'id="critical-path"' not in drawn(LOOP)


def test_no_letters_are_smaller_than_the_smallest() -> None:
    """Paper is scaled by SMALLEST: a smaller size in the style would be printed below 7 pt."""
    style = TEMPLATES.stock["flowchart/chart.css"]
    assert min(float(size) for size in re.findall(r"font-size: ([0-9.]+)px", style)) == SMALLEST
    sizes = {"fc-text": TITLE, "fc-note": NOTE, "fc-label": LABEL}
    for kind, size in sizes.items():
        assert re.search(rf"\.{kind} {{[^}}]*font-size: {size:g}px", style), kind
