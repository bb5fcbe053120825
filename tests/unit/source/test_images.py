"""Pictures of a project: read as bytes, shown in print and on the portal, refused when they are something else."""

import struct
import zlib

from gkstd.build.check import check
from gkstd.build.groups import plan
from gkstd.source.load import load
from support.overlay import copy_base


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0\xff" * 2))
    + chunk(b"IEND", b"")
)
DOCUMENT = """id: catalog
number: DB610824/T 1—2018
title: 城乡规划领域公开事项标准
clauses:
  - id: scope
    kind: scope
    title: 范围
    text: |
      标识见[](#sign)。

      图：标识 {#sign}

      ![标识的样子](sign.png)
  - id: refs
    kind: references
    title: 规范性引用文件
    references: [GB/T 1.1—2009]
"""


def project(root, name="sign.png", data=PNG):
    copy_base(root)
    (root / "standards/images").mkdir()
    (root / "standards/images" / name).write_bytes(data)
    (root / "standards/documents/catalog.yaml").write_text(DOCUMENT, "utf-8")
    return load(root)


def codes(loaded):
    """Errors about files and sources."""
    return [one.code for one in check(loaded) if one.code in ("GK110", "GK112", "GK607")]


def test_a_picture_is_read_and_goes_to_print_and_portal(tmp_path):
    loaded = project(tmp_path / "p")
    assert codes(loaded) == []
    assert loaded.project
    assert loaded.project.images == {"sign.png": PNG}
    targets = {target.name: target for target in plan(loaded.project, loaded.places).targets}
    assert targets["site/images/sign.png"].sources == ("standards/images/sign.png",)
    assert "site/images/sign.png" in targets["standards/catalog.pdf"].needs


def test_what_is_no_picture_is_refused(tmp_path):
    assert codes(project(tmp_path / "a", data=b"<svg onload='x'/>")) == ["GK607", "GK112"]
    assert "GK110" in codes(project(tmp_path / "b", name="sign.svg"))
    assert "GK110" in codes(project(tmp_path / "c", name="Sign 1.png"))
