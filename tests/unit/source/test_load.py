"""The whole source stage: what belongs where, what is kept when something is refused, and that nothing is ever raised."""

import random
from pathlib import Path

import pytest

from gkstd.source.kinds import KINDS, kind_of
from gkstd.source.load import load
from gkstd.source.schema import json_schema, names


def codes(root: Path) -> list[tuple[str, str]]:
    return [(d.code, d.span.file) for d in load(root).diagnostics]


def test_an_empty_folder_lacks_its_project_file(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    assert [d.code for d in loaded.diagnostics] == ["GK111"]
    assert loaded.project is None
    assert not loaded.complete


def test_a_broken_project_file_does_not_hide_faults_in_other_files(base: Path) -> None:
    (base / "gkstd.yaml").write_text("name: [\n")
    (base / "standards/processes/approval.yaml").write_text("id: approval\n- x\n")
    assert codes(base) == [("GK001", "gkstd.yaml"), ("GK001", "standards/processes/approval.yaml")]


@pytest.mark.parametrize(
    "name",
    [
        "standards/items/demo.yml",
        "standards/items/Demo.yaml",
        "standards/items/a b.yaml",
        "standards/items/x/demo.yaml",
        "standards/registers/other.yaml",
        "standards/readme.txt",
        "standards/shapes/x.yaml",
        "standards/items/demo.yaml~",
    ],
)
def test_a_file_that_means_nothing_is_an_error(base: Path, name: str) -> None:
    (base / name).parent.mkdir(parents=True, exist_ok=True)
    (base / name).write_text("a: 1\n")
    assert codes(base) == [("GK110", name)]


@pytest.mark.parametrize(
    "name", ["standards/.hidden", "standards/items/.demo.yaml.swp", "notes.txt", "templates/x.bin"]
)
def test_what_is_hidden_or_outside_is_let_be(base: Path, name: str) -> None:
    (base / name).parent.mkdir(parents=True, exist_ok=True)
    (base / name).write_bytes(b"\x00\xff")
    assert codes(base) == []


def test_templates_of_the_project_are_read_by_name(base: Path) -> None:
    (base / "templates/paged").mkdir(parents=True)
    (base / "templates/paged/cover.html").write_text("甲")
    loaded = load(base)
    assert dict(loaded.templates) == {"paged/cover.html": "甲"}


def test_a_refused_file_makes_the_load_incomplete_but_keeps_the_rest(base: Path) -> None:
    (base / "standards/processes/approval.yaml").write_text("id: [\n")
    loaded = load(base)
    assert not loaded.complete
    assert loaded.project is not None
    assert list(loaded.project.items) == ["plan-draft", "plan-approved"]


def test_findings_are_sorted_by_place_and_the_same_every_time(base: Path) -> None:
    for name in ("b", "a", "c"):
        (base / f"standards/items/{name}.txt").write_text("")
    (base / "gkstd.yaml").write_text((base / "gkstd.yaml").read_text() + "more: 1\n")
    first = load(base).diagnostics
    assert [d.span.file for d in first] == sorted(d.span.file for d in first)
    assert first == load(base).diagnostics


def test_moving_text_about_changes_places_but_not_the_model(base: Path) -> None:
    before = load(base).project
    path = base / "standards/items/demo.yaml"
    path.write_text("# 注释\n\n" + path.read_text().replace("title: 规划编制", "title:   规划编制   # 说明"))
    assert load(base).project == before


@pytest.mark.parametrize("seed", range(40))
def test_no_damage_to_any_file_raises(base: Path, seed: int) -> None:
    """Bytes cut, doubled, swapped or replaced at random places: diagnostics or a clean load, never an exception."""
    chance = random.Random(seed)
    for path in sorted(base.rglob("*.yaml")):
        data = bytearray(path.read_bytes())
        for _ in range(chance.randrange(4)):
            at = chance.randrange(len(data))
            width = chance.randrange(1, 12)
            piece = chance.choice(
                [b"", b"\n", b": ", b"- ", b"[", b"}", b"\xff", b"\x00", b"'", b"&a ", b"*a", b"!!x ", b"\t"]
            )
            data[at : at + width] = chance.choice([piece, data[at : at + width] * 2])
        path.write_bytes(data)
    loaded = load(base)
    for found in loaded.diagnostics:
        text = loaded.files[found.span.file].text if found.span.file in loaded.files else ""
        assert 0 <= found.span.start <= max(len(text), found.span.end)
        assert found.message.zh
        assert found.message.en


def test_every_kind_of_file_has_a_schema_that_names_its_fields() -> None:
    assert names() == tuple(kind.name for kind in KINDS)
    for name in names():
        schema = json_schema(name)
        assert schema["$schema"].startswith("http://json-schema.org/draft-07")
        assert "definitions" in schema


def test_paths_have_one_kind_at_most() -> None:
    import re

    for path in (
        "gkstd.yaml",
        "standards/registers/laws.yaml",
        "standards/items/towns/a.yaml",
        "standards/workbooks/a-1.yaml",
    ):
        assert sum(bool(re.fullmatch(kind.pattern, path)) for kind in KINDS) == 1
    assert kind_of("standards/items/cities/a.yaml") is None
    assert kind_of("../gkstd.yaml") is None


def test_a_template_that_cannot_be_read_is_said(base: Path) -> None:
    (base / "templates").mkdir()
    (base / "templates/a.css").write_bytes("甲".encode("gbk"))
    assert [(found.code, found.span.file) for found in load(base).diagnostics] == [("GK006", "templates/a.css")]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2018.12.5", "write `2018-12-05`"),
        ("2018年1月31日", "write `2018-01-31`"),
        ("“２０１８-1-31”", "write `2018-01-31`"),
        ("2018.2.30", "there is no such day"),
        ("去年", ""),
    ],
)
def test_a_day_written_otherwise_is_shown_as_it_is_to_be(base: Path, written: str, meant: str) -> None:
    text = (base / "gkstd.yaml").read_text("utf-8")
    (base / "gkstd.yaml").write_text(text.replace("as_of: 2018-12-31", f"as_of: {written}"), "utf-8")
    (found,) = load(base).diagnostics
    assert [hint.en for hint in found.hints] == ([meant] if meant else [])


@pytest.mark.parametrize("stray", ["standards/items/demo.yml", "standards/item/demo.yaml", "standards/items/目录.yaml"])
def test_what_a_misplaced_file_holds_is_not_missed_as_well(base: Path, stray: str) -> None:
    (base / stray).parent.mkdir(exist_ok=True)
    (base / "standards/items/demo.yaml").rename(base / stray)
    assert [(found.code, found.span.file) for found in load(base).diagnostics] == [("GK110", stray)]


def test_a_stray_text_hides_nothing(base: Path) -> None:
    (base / "standards/items/demo.yaml").rename(base / "standards/items/demo.txt")
    assert {found.code for found in load(base).diagnostics} == {"GK110", "GK203"}


def test_a_copy_of_a_file_is_one_finding_at_the_copy(base: Path) -> None:
    (base / "standards/items/a-copy.yaml").write_bytes((base / "standards/items/demo.yaml").read_bytes())
    (found,) = load(base).diagnostics
    assert (found.code, found.span.file) == ("GK210", "standards/items/a-copy.yaml")
    assert "standards/items/demo.yaml" in found.hints[0].en


@pytest.mark.parametrize(
    ("file", "old", "new", "advice"),
    [
        ("standards/items/demo.yaml", "limit: 公示", "公开时限: 公示", "您是不是想写“limit”？"),
        ("standards/items/demo.yaml", "limit: 公示", "limt: 公示", "您是不是想写“limit”？"),
        ("standards/workbooks/demo.yaml", "{kind: cover}", "{kind: 封面}", "您是不是想写“cover”？"),
        ("standards/workbooks/demo.yaml", "{kind: cover}", "{kind: covr}", "您是不是想写“cover”？"),
        ("standards/items/demo.yaml", "title: 城乡规划", "title:", "写上内容；还不知道的写 〔待填：……〕"),
        ("standards/items/demo.yaml", "title: 城乡规划", "title: #1", "“#”后面是注释；值以 # 开头时用引号括起来"),
        ("standards/items/demo.yaml", "code: GH", "code: “gh”", "写成“GH”"),
        ("standards/items/demo.yaml", "id: plan-draft", "id: Plan_Draft", "写成“plan-draft”"),
        ("standards/items/demo.yaml", "[规划名称, 规划图]", "[]", "写上内容；还不知道的写 [〔待填：……〕]"),
        ("standards/items/demo.yaml", "[规划名称, 规划图]", "【规划名称，规划图】", "可以写成“[规划名称, 规划图]”"),
        (
            "standards/processes/approval.yaml",
            "next: {是: show",
            "next: {是：show",
            "冒号要用半角，后面空一格：是: show",
        ),
    ],
)
def test_what_does_not_fit_is_shown_as_it_is_to_be(base: Path, file: str, old: str, new: str, advice: str) -> None:
    text = (base / file).read_text("utf-8")
    assert old in text
    (base / file).write_text(text.replace(old, new, 1), "utf-8")
    (found,) = [one for one in load(base).diagnostics if one.span.file == file]
    assert advice in [hint.zh for hint in found.hints]
