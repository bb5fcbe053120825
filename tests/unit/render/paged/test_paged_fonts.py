import io
import os
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from msgspec import Struct

from gkstd.model.project import Fonts
from gkstd.render.base import Artifact, EnvironmentProblem, Job, Output, Target
from gkstd.render.paged import faces, fonts, glyphs, squeeze


class Nothing(Struct, frozen=True):
    """The inputs decide."""


def made(templates, *texts, families=None):
    inputs = tuple(Artifact(f"h{place}", (Output(f"html/{place}", text.encode()),)) for place, text in enumerate(texts))
    (artifact,) = fonts.render([Job(Target("fonts", "paged.fonts", families or Nothing()), inputs)], templates)
    return artifact


def test_roles_are_real_faces_found_by_name():
    found = {face.role: face.name for face in faces.installed()}
    assert found["song"] == "NotoSerifCJKsc-Regular"
    assert found["hei"] == "NotoSansCJKsc-Regular"
    assert found.get("kai", "LXGWWenKai-Regular") == "LXGWWenKai-Regular"


def test_a_family_is_found_by_any_of_its_names_and_used_for_its_role(templates):
    for family in ("Noto Sans CJK SC", "思源黑体 SC", "Noto Sans CJK JP"):
        (fang,) = [face for face in faces.installed({"fang": family}) if face.role == "fang"] or [None]
        assert (fang is None) == (family == "思源黑体 SC"), "Noto has English names only"
    outputs = {
        output.path: output.data for output in made(templates, "公开", families=Fonts(fang="Noto Sans CJK SC")).outputs
    }
    assert outputs["fonts/fang.otf"] == outputs["fonts/hei.otf"]


def test_a_family_that_is_not_installed_is_told_and_the_free_face_is_used(templates):
    artifact = made(templates, "公开", families=Fonts(song="方正书宋_GBK"))
    (finding,) = artifact.findings
    assert finding.code.id == "GK708"
    assert finding.subject.path == ("fonts", "song")
    assert dict(finding.values)["instead"] == "NotoSerifCJKsc-Regular"
    assert artifact.outputs == made(templates, "公开").outputs


def test_a_face_that_may_not_be_embedded_is_not(monkeypatch, tmp_path):
    plain = faces.load(faces.installed()[0])
    kept = hb.SubsetInput()
    kept.sets(hb.SubsetInputSets.UNICODE).update({0x516C})
    kept.sets(hb.SubsetInputSets.NAME_ID).update({1, 2, 6, 16})
    face = TTFont(io.BytesIO(bytes(hb.subset(plain, kept).blob.data)))
    face["name"].setName("禁止嵌入体", 1, 3, 1, 0x804)
    for right, there in ((0, True), (2, False)):
        face["OS/2"].fsType = right
        face.save(tmp_path / "own.otf")
        monkeypatch.setattr(faces, "folders", lambda: (tmp_path, Path("/usr/share/fonts")))
        assert [
            face.role for face in faces.installed({"kai": "禁止嵌入体"}) if face.path.startswith(str(tmp_path))
        ] == (["kai"] if there else [])
        assert faces.refused({"kai": "禁止嵌入体"}) == ({} if there else {"kai": "forbidden"})


def test_what_is_no_font_file_is_passed_over(monkeypatch, tmp_path):
    """A folder, an empty file, words and a link that leads to itself, each with the ending of a font; a pipe would never end."""
    (tmp_path / "folder.ttf").mkdir()
    (tmp_path / "NotoEmptyCJK.otf").touch()
    (tmp_path / "words.otf").write_text("公开")
    (tmp_path / "loop.ttf").symlink_to("loop.ttf")
    os.mkfifo(tmp_path / "pipe.ttf")
    monkeypatch.setattr(faces, "folders", lambda: (tmp_path, Path("/usr/share/fonts")))
    assert faces.refused({"kai": "没有这种体"}) == {"kai": "absent"}
    assert {face.role for face in faces.installed({"kai": "没有这种体"})} >= set(faces.NEEDED)


def bought(path, text):
    """A face of TrueType kind as a county may have bought it: a family of its own, no characters beyond the first plane."""
    kept = hb.SubsetInput()
    kept.sets(hb.SubsetInputSets.UNICODE).update(map(ord, text))
    kept.sets(hb.SubsetInputSets.NAME_ID).update({1, 2, 6, 16})
    kept.flags = hb.SubsetFlags.NO_HINTING
    face = TTFont(io.BytesIO(bytes(hb.subset(faces.load(faces.installed()[0]), kept).blob.data)))
    face["name"].setName("县买体", 1, 3, 1, 0x804)
    face["cmap"].tables = [table for table in face["cmap"].tables if table.format == 4]
    face.save(path)


def test_a_face_whose_glyphs_cannot_be_numbered_anew_keeps_their_numbers(monkeypatch):
    """As the library for subsets fails with 楷体 of TrueType kind that has all of GBK and none but the old character map."""
    loaded, cut = faces.load(faces.installed()[0]), hb.subset

    def subset(face, wanted):
        if not wanted.flags & hb.SubsetFlags.RETAIN_GIDS:
            raise RuntimeError("Subsetting failed")
        return cut(face, wanted)

    plain = fonts.subset(loaded, "公开（事项）")
    monkeypatch.setattr(fonts.hb, "subset", subset)
    kept = fonts.subset(loaded, "公开（事项）")
    assert set(hb.Face(hb.Blob(kept)).unicodes) == set(map(ord, "公开（事项）"))
    assert widths(kept, "项）（公") == widths(plain, "项）（公")
    assert hb.Face(hb.Blob(kept)).glyph_count > hb.Face(hb.Blob(plain)).glyph_count


@pytest.mark.parametrize("table", ["head", "hhea", "hmtx", "maxp", "cmap", "CFF ", "OS/2", "cut short"])
def test_a_damaged_face_is_told_and_the_free_face_is_used(templates, monkeypatch, tmp_path, table):
    bought(tmp_path / "own.otf", "公开政务信息事项目录")
    data = bytearray((tmp_path / "own.otf").read_bytes())
    if table == "cut short":
        last = TTFont(tmp_path / "own.otf").reader.tables["CFF "]
        del data[last.offset + 40 :]
    else:
        place = TTFont(tmp_path / "own.otf").reader.tables[table]
        data[place.offset : place.offset + place.length] = b"\xff" * place.length
    if table == "OS/2":
        data[place.offset + 8 : place.offset + 10] = b"\0\0"
    (tmp_path / "own.otf").write_bytes(data)
    monkeypatch.setattr(faces, "folders", lambda: (tmp_path, Path("/usr/share/fonts")))
    artifact = made(templates, "公开", families=Fonts(song="县买体"))
    (finding,) = artifact.findings
    assert (finding.code.id, finding.subject.path) == ("GK708", ("fonts", "song"))
    assert dict(finding.values)["why_zh"] == "的文件已损坏"
    assert artifact.outputs == made(templates, "公开").outputs


def test_a_face_without_chinese_is_told_once_and_the_free_face_is_used(templates, monkeypatch, tmp_path):
    bought(tmp_path / "own.otf", "abcdefghijklmnopqrstuvwxyz0123456789（）")
    monkeypatch.setattr(faces, "folders", lambda: (tmp_path, Path("/usr/share/fonts")))
    artifact = made(templates, "公开", families=Fonts(song="县买体"))
    (finding,) = artifact.findings
    assert (finding.code.id, dict(finding.values)["why_zh"]) == ("GK708", "里没有汉字")
    assert artifact.outputs == made(templates, "公开").outputs


def widths(font, text):
    drawn, buffer = hb.Font(hb.Face(hb.Blob(font))), hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(drawn, buffer)
    return [position.x_advance for position in buffer.glyph_positions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("》（", [500, 1000]),
        ("）、", [500, 1000]),
        ("《（", [500, 1000]),
        ("。”）", [500, 500, 1000]),
        ("（）", [1000, 1000]),
        ("字（字）字", [1000] * 5),
        ("　　", [1000, 1000]),
    ],
)
def test_two_marks_take_one_and_a_half_squares(templates, text, expected):
    for output in made(templates, "公开").outputs[:2]:
        assert widths(output.data, text) == expected


def test_marks_of_a_face_are_all_squeezed_or_none_is_taken_from_it(templates):
    """楷体 with narrow quotation marks: ，“ would stand in two faces, and be as far apart as two squares."""
    for output in made(templates, "公开").outputs:
        held = {mark for mark in squeeze.MARKS if ord(mark) in hb.Face(hb.Blob(output.data)).unicodes}
        assert held in (set(), set(squeeze.MARKS)), output.path
        assert not held or widths(output.data, "，“")[0] == 500


def test_a_face_without_marks_is_left_as_it_is(templates):
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update({0x516C, 0x5F00})
    plain = bytes(hb.subset(faces.load(faces.installed()[0]), wanted).blob.data)
    assert squeeze.squeezed(plain) == plain


def test_an_ordinary_edit_leaves_the_bytes_as_they_are(templates):
    assert made(templates, "公开事项").outputs == made(templates, "公开时限■□√〔2016〕", "甲乙").outputs


def test_a_rare_character_is_added(templates):
    assert made(templates, "㙍").outputs != made(templates, "公开").outputs
    assert made(templates, "㙍").findings == ()


def test_a_character_no_face_has_is_found(templates):
    given = tuple([output.data for output in made(templates, "公开\U000f0000").outputs])
    (finding,) = glyphs.missing(["公开\U000f0000\n\u200b\u00ad"], given)
    assert finding.code.id == "GK703"
    assert dict(finding.values)["code"] == "U+F0000"
    assert {"NotoSerifCJKsc-Regular", "NotoSansCJKsc-Regular"} <= set(dict(finding.values)["faces"].split("、"))


@pytest.mark.parametrize(
    ("block", "first", "last"),
    [
        ("B", 0x20000, 0x2A6DF),
        ("C", 0x2A700, 0x2B739),
        ("D", 0x2B740, 0x2B81D),
        ("E", 0x2B820, 0x2CEA1),
        ("F", 0x2CEB0, 0x2EBE0),
        ("G", 0x30000, 0x3134A),
        ("H", 0x31350, 0x323AF),
    ],
)
def test_of_each_extension_every_character_is_there_or_found(templates, block, first, last):
    """Every seventh character of the block: whatever a face was given it holds, and whatever it does not hold is told."""
    text = "".join(chr(code) for code in range(first, last + 1, 7))
    outputs = made(templates, text).outputs
    held = frozenset().union(*[hb.Face(hb.Blob(output.data)).unicodes for output in outputs])
    told = {dict(finding.values)["char"] for finding in glyphs.missing([text], tuple([o.data for o in outputs]))}
    assert told == {char for char in text if ord(char) not in held}
    assert told, f"no installed face has all of Extension {block}"


def test_missing_faces_name_the_package(monkeypatch, tmp_path):
    (tmp_path / "NotoSansCJK-Broken.ttc").write_bytes(b"not a font")
    monkeypatch.setattr(faces, "folders", lambda: (tmp_path,))
    with pytest.raises(EnvironmentProblem) as raised:
        faces.installed()
    assert raised.value.packages == ("fonts-noto-cjk",)
    assert "宋体" in raised.value.what_zh
