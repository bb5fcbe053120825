import pytest
from msgspec import Struct

from gkstd.render.base import Artifact, EnvironmentProblem, Job, Output, Target
from gkstd.render.paged import faces, fonts


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
    (finding,) = made(templates, "公开\U000f0000\n\u200b\u00ad").findings
    assert finding.code.id == "GK703"
    assert dict(finding.values)["code"] == "U+F0000"


def test_missing_faces_name_the_package(monkeypatch, tmp_path):
    (tmp_path / "NotoSansCJK-Broken.ttc").write_bytes(b"not a font")
    monkeypatch.setattr(faces, "folders", lambda: (tmp_path,))
    with pytest.raises(EnvironmentProblem) as raised:
        faces.installed()
    assert raised.value.packages == ("fonts-noto-cjk",)
    assert "宋体" in raised.value.what_zh
