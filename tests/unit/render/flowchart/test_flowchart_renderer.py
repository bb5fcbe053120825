"""The renderer: one run of dot, the same bytes each time, one chart's failure is its own."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from flowchart_helpers import TEMPLATES, Chart, faults, job, step, view
from msgspec.structs import replace
from PIL import Image

from gkstd.model.project import Fonts
from gkstd.render.base import Artifact, EnvironmentProblem, Job, Output, Subject, Target
from gkstd.render.flowchart import image, picture, raster, renderer
from gkstd.render.flowchart.dot import places
from gkstd.render.flowchart.plain import plain
from gkstd.render.templates import TemplateSet
from gkstd.render.views.process import ProcessView

ONE = view(step("a", "b", kind="start", title="申请"), step("b", kind="end", lane="乙", title="结束"), id="one")
TWO = view(
    step("a", "b", kind="start"), step("b", ("是", "c"), ("否", "a"), kind="decision"), step("c", kind="end"), id="two"
)


def test_a_chart_is_an_svg_and_a_picture_of_it() -> None:
    (artifact,) = renderer.render([job(ONE)], TEMPLATES)
    (svg,) = artifact.outputs
    wanted = Target("flowcharts/one.png", "flowchart.picture", ONE, ("flowcharts/one",))
    (pictured,) = picture.render([Job(wanted, (artifact,))], TEMPLATES)
    screen, paper = pictured.outputs
    assert [made.path for made in (svg, screen, paper)] == [
        f"flowcharts/one{end}" for end in (".svg", ".png", ".print.png")
    ]
    width = float(Chart(svg.data.decode()).root.get("width", "0"))
    small, large = (Image.open(BytesIO(made.data)) for made in (screen, paper))
    assert (small.width, large.width) == (pytest.approx(width, abs=1), pytest.approx(2 * width, abs=1))
    assert small.mode == large.mode == "P"
    assert large.info["dpi"][0] == pytest.approx(2 * 72 * 12 / 7, abs=0.1)  # letters of 12 px are printed at 7 pt
    assert dict(artifact.reads)["gkstd:flowchart/chart.svg"]
    assert "project:flowchart/chart.css" in dict(artifact.reads)


def test_two_runs_give_the_same_bytes_alone_or_together() -> None:
    together = renderer.render([job(ONE), job(TWO)], TEMPLATES)
    alone = [artifact for one in (ONE, TWO) for artifact in renderer.render([job(one)], TEMPLATES)]
    assert together == alone


def test_all_charts_are_laid_out_in_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[int] = []
    real = image._run

    def counted(sources: Sequence[str]) -> list[str]:
        runs.append(len(sources))
        return real(sources)

    monkeypatch.setattr(image, "_run", counted)
    renderer.render([job(ONE), job(TWO)], TEMPLATES)
    assert runs == [2]


def test_a_chart_that_dot_cannot_order_is_drawn_as_written_and_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    real = renderer.source
    monkeypatch.setattr(renderer, "source", lambda shown: "digraph {" if shown.id == "two" else real(shown))
    good, unordered = renderer.render([job(ONE), job(TWO)], TEMPLATES)
    assert good.findings == ()
    assert [output.path for output in unordered.outputs] == ["flowcharts/two.svg"]
    assert faults(TWO, unordered.outputs[0].data.decode()) == []
    (finding,) = unordered.findings
    assert (finding.code.id, finding.subject) == ("GK714", Subject("process", "two"))
    assert "syntax error" in dict(finding.values)["why"]


@pytest.mark.parametrize(("limit", "value"), [("_MEMORY_KIB", 1), ("_SECONDS", -1)])
def test_dot_over_its_limits_is_told_like_any_other_failure(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(image, limit, value)
    (artifact,) = renderer.render([job(TWO)], TEMPLATES)
    assert [finding.code.id for finding in artifact.findings] == ["GK714"]
    assert dict(artifact.findings[0].values)["why"].strip()
    assert artifact.outputs


def test_a_template_that_fails_is_a_finding() -> None:
    mine = TemplateSet(TEMPLATES.stock, {"flowchart/chart.svg": "{{ chart.nothing }}"})
    (artifact,) = renderer.render([job(ONE)], mine)
    assert [finding.code.name for finding in artifact.findings] == ["template-fault"]


def test_a_project_can_change_the_look() -> None:
    mine = TemplateSet(TEMPLATES.stock, {"flowchart/chart.css": ".fc-line { stroke: #123456; }</style><script>"})
    (artifact,) = renderer.render([job(ONE)], mine)
    svg = artifact.outputs[0].data.decode()
    assert "#123456" in svg
    assert "<script" not in svg


def test_without_dot_the_machine_lacks_something(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image, "program", image.program.__wrapped__)
    monkeypatch.setattr(image.shutil, "which", lambda _: None)
    with pytest.raises(EnvironmentProblem) as caught:
        renderer.render([job(ONE)], TEMPLATES)
    assert caught.value.packages == ("graphviz",)


def test_another_font_will_not_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "FAMILY", "No Such Family")
    for name in ("faces", "_coverage"):
        monkeypatch.setattr(raster, name, getattr(raster, name).__wrapped__)
    with pytest.raises(EnvironmentProblem) as caught:
        picture.render([pictured("<svg/>")], TEMPLATES)
    assert "fonts-noto-cjk" in caught.value.packages


def test_what_is_no_svg_is_a_finding() -> None:
    (artifact,) = picture.render([pictured("<svg")], TEMPLATES)
    assert [finding.code.name for finding in artifact.findings] == ["render-failed"]


def test_a_picture_shows_the_colours_of_the_svg_on_white() -> None:
    shape = '<rect width="20" height="20" style="fill: #b3261e"/><rect x="30" width="2" height="2" style="fill: #fcfcfc"/><style>@media (prefers-color-scheme: dark) { rect { fill: red } }</style>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><title>x</title>{shape}</svg>'
    for made in picture.render([pictured(svg)], TEMPLATES)[0].outputs:
        pixels = Image.open(BytesIO(made.data)).convert("RGB")
        assert {colour for _, colour in pixels.getcolors() or ()} == {(0xB3, 0x26, 0x1E), (255, 255, 255)}


def test_a_chart_that_cairo_cannot_count_to_is_made_smaller() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="40000"/>'
    _, paper = picture.render([pictured(svg)], TEMPLATES)[0].outputs
    assert Image.open(BytesIO(paper.data)).size == (8, raster.LONGEST)


def test_charts_follow_the_face_of_the_project() -> None:
    """The SVG asks for it first; the picture is drawn in it where it is installed, and says so where it is not."""
    own = "Noto Serif CJK SC"
    (stock,) = renderer.render([job(ONE)], TEMPLATES)
    (artifact,) = renderer.render([job(replace(ONE, face=own))], TEMPLATES)
    assert f'.flowchart text {{ font-family: "{own}", "Noto Sans CJK SC"' in artifact.outputs[0].data.decode()
    assert faults(ONE, artifact.outputs[0].data.decode()) == []
    drawn = [
        picture.render([Job(Target("flowcharts/one.png", "flowchart.picture", Fonts(hei=hei)), (made,))], TEMPLATES)[0]
        for hei, made in (("", stock), (own, artifact), ("没有的黑体", artifact))
    ]
    assert drawn[0].outputs != drawn[1].outputs
    assert drawn[0].outputs == drawn[2].outputs
    assert [[finding.code.id for finding in one.findings] for one in drawn] == [[], [], ["GK708"]]
    assert drawn[2].findings[0].subject == Subject("project", "", ("fonts", "hei"))


def test_the_face_of_the_project_is_asked_for_each_character() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>一✆</text></svg>'
    assert raster.missing(svg, "Noto Serif CJK SC") == raster.missing(svg) == ("✆",)


@pytest.mark.parametrize("family", ['"};</style><script>', "a\\b", "a;b{c}", "a&amp;b<c>", "a\nb"])
def test_the_name_of_a_face_is_never_markup(family: str) -> None:
    (artifact,) = renderer.render([job(replace(ONE, face=family))], TEMPLATES)
    svg = artifact.outputs[0].data.decode()
    assert faults(ONE, svg) == []
    first = svg.rpartition(".flowchart text { font-family: ")[2].partition(', "Noto Sans CJK SC", sans-serif')[0]
    assert first.startswith('"')
    assert first.endswith('"')
    assert not set('"<>&;{}\n') & set(first[1:-1])


def test_a_picture_opens_no_other_file(tmp_path: Path) -> None:
    Image.new("RGB", (9, 9), "#00ff00").save(tmp_path / "secret.png")
    link = f'<image href="{(tmp_path / "secret.png").as_uri()}" width="9" height="9"/>'
    for made in picture.render(
        [pictured(f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{link}</svg>')], TEMPLATES
    ):
        for output in made.outputs:
            assert Image.open(BytesIO(output.data)).convert("RGB").getcolors() in (
                [(81, (255,) * 3)],
                [(324, (255,) * 3)],
            )


def pictured(svg: str) -> Job:
    wanted = Target("flowcharts/one.png", "flowchart.picture", ONE, ("flowcharts/one",))
    return Job(wanted, (Artifact("flowcharts/one", (Output("flowcharts/one.svg", svg.encode()),)),))


def test_dot_is_kept_from_files_and_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, object] = {}

    def spy(cmd: Sequence[str], **options: object) -> object:
        seen.update(options, cmd=list(cmd))
        raise image.CalledProcessError(1, list(cmd), b"", b"stop here")

    monkeypatch.setattr(image, "run_check", spy)
    (answer,) = image.layouts(["digraph {}"])
    assert isinstance(answer, image.LayoutFailed)
    assert str(answer) == "stop here"
    assert seen["env"] == {"SERVER_NAME": "gkstd"}
    command = seen["cmd"]
    assert isinstance(command, list)
    assert command[-4:] == [image.program(), "-Kdot", "-Tplain", "-Gsplines=none"]
    assert image.program().startswith("/")


def test_nonsense_from_dot_is_no_place() -> None:
    assert places("graph 1 2 3\nnode n0 1.5 2 1 1 x\nnode n1 nan 2\nnode n2 -1e-05 2 1\nnode \ufffd 1 1\n") == {
        0: 1.5,
        2: -1e-05,
    }


def test_dot_that_takes_too_much_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image, "_MEMORY_KIB", 1)
    (answer,) = image.layouts(["digraph {}"])
    assert isinstance(answer, image.LayoutFailed)


def test_characters_that_xml_forbids_are_replaced() -> None:
    shown = plain(view(step("a", title="一\x00二\x1b\ud800\uffff三", kind="start")), ProcessView)
    assert shown.steps[0].title == "一\ufffd二\ufffd\ufffd\ufffd三"
    (artifact,) = renderer.render([job(view(step("a", title="一\x00二", kind="start")))], TEMPLATES)
    assert Chart(artifact.outputs[0].data.decode()).title("a") == "1 一\ufffd二"
