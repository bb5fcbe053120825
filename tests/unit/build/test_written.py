"""A character that cannot be printed is pointed at where it was written."""

from pathlib import Path

from gkstd.build.pipeline import build
from gkstd.build.written import places
from gkstd.diagnostics.format import short
from gkstd.text import SourceFile
from support.overlay import copy_base

RARE = "\U0002a700"
"""In CJK Extension C, which no free face has."""


def planted(file: Path, old: str, new: str) -> str:
    """Put a text in place of another; "line:column" of the rare character."""
    text = file.read_text("utf-8").replace(old, new)
    file.write_text(text, "utf-8")
    line, column = SourceFile(file.name, text).locate(text.index(RARE))
    return f"{line}:{column}"


def at(text: str) -> list[str]:
    found = places(RARE, [SourceFile("a.yaml", text)])
    return [text[span.start : span.end] + f"@{span.start}" for span in found]


def test_values_before_escapes_before_comments():
    assert at(f"a: 张{RARE} # {RARE}\nb: {RARE}") == [f"{RARE}@4", f"{RARE}@{len('a: 张x # x') + 4}"]
    assert at('a: "\\U0002a700" # ' + RARE) == ["\\U0002a700@4"]
    assert at(f"# {RARE}") == [f"{RARE}@2"]
    assert at("a: b") == []


def test_a_longer_escape_is_another_character():
    assert places("\u9fb4", [SourceFile("a.yaml", 'a: "\\u9fb4" b: "\\u9fb45"')])[0].start == 4
    assert places("\u4e00", [SourceFile("a.yaml", 'a: "\\U00014e00"')]) == ()


def test_the_place_is_the_character_itself_and_what_does_not_show_it_is_built(tmp_path: Path) -> None:
    root = copy_base(tmp_path / "project")
    book = planted(root / "standards/items/demo.yaml", "title: 规划草案公告", "title: 规划草案公" + RARE)
    chart = planted(root / "standards/processes/approval.yaml", "title: 提交申请", f"title: 提交{RARE}申请")
    result = build(root, ("workbooks", "standards", "flowcharts"), jobs=1, caching=False)
    told = short([d for d in result.diagnostics if d.code == "GK703"], result.files, "en").split("\n")
    printed = (
        f"standards/items/demo.yaml:{book}: error[GK703] no configured font has the character `{RARE}` (U+2A700); "
    )
    tried = [line.removeprefix(f"{printed}tried ").split("、") for line in told if line.startswith(printed)]
    assert any({"NotoSansCJKsc-Regular", "NotoSerifCJKsc-Regular"} <= set(faces) for faces in tried), (
        "one for each role"
    )
    further = {span for d in result.diagnostics if d.code == "GK703" for span, _ in d.labels}
    (elsewhere,) = further
    assert chart == "{}:{}".format(*result.files[elsewhere.file].locate(elsewhere.start))
    assert any(line.endswith("tried Noto Sans CJK SC") for line in told), "the picture of the chart"
    assert "workbooks/demo.pdf" in result.failed
    assert not [d for d in result.diagnostics if d.code == "GK704"], "no document is skipped for the sake of another"
    assert [path for path in result.written if path.startswith("standards/")]
