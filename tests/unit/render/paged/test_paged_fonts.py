import pytest
import uharfbuzz as hb
from msgspec import Struct

from gkstd.render.base import Artifact, EnvironmentProblem, Job, Output, Target
from gkstd.render.paged import faces, fonts, glyphs


class Nothing(Struct, frozen=True):
    """The inputs decide."""


def made(templates, *texts):
    inputs = tuple(Artifact(f"h{place}", (Output(f"html/{place}", text.encode()),)) for place, text in enumerate(texts))
    (artifact,) = fonts.render([Job(Target("fonts", "paged.fonts", Nothing()), inputs)], templates)
    return artifact


def test_roles_are_two_real_faces_found_by_name():
    assert [(face.role, face.name) for face in faces.installed()] == [
        ("song", "NotoSerifCJKsc-Regular"),
        ("hei", "NotoSansCJKsc-Regular"),
    ]


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
    assert dict(finding.values)["faces"] == "NotoSerifCJKsc-Regular、NotoSansCJKsc-Regular"


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
