"""`check --fix`: what is mended, and that nothing else changes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from gkstd.build.check import check
from gkstd.build.mend import diff, mend, save
from gkstd.cli.main import gkstd
from gkstd.diagnostics import Diagnostic, Fix, Severity, Text
from gkstd.source.load import load
from gkstd.text import SourceFile, Span
from support.overlay import copy_base

FILE = "standards/documents/catalog.yaml"
FAULTY = """\
id: catalog   # 注释,不改
number: DB610824/T 1—2018
title: 城乡规划领域公开事项标准
clauses:
  - {id: scope, kind: scope, title: 范围,   text: '本标准规定了信息的公开要求,适用于信息的公开。'}   # 3-5个工作日
  - id: refs
    kind: references
    title: 规范性引用文件
    references: [GB/T 1.1—2009]

  - id: publish
    title: 公开。
    text: |
      # 不是注释
      时限为3-5个工作日,符合国办发[2017]42号和《甲》、《乙》的规定:   # 也不是注释

      - 图纸。
      - 文本
  - id: folded
    title: 折行
    text: >
      时限为3-5个工作日，
      另一时限为3-5个工作日。
  - id: drafting
    title: "编写"
    text: "公开目录的编写\\u5e94符合GB/T1.1-2009的规定,\\
      不应涂改"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copy_base(tmp_path / "p")
    (tmp_path / "p" / FILE).write_text(FAULTY.replace("      # 不是注释\n", "").replace("   # 也不是注释", ""), "utf-8")
    return tmp_path / "p"


def fixed(root: Path, *more: str) -> str:
    done = CliRunner().invoke(gkstd, ["check", "--project", str(root), *more])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done.stdout


def test_all_that_is_mechanical_is_mended(root: Path) -> None:
    before = (root / FILE).read_text("utf-8")
    fixed(root, "--fix")
    after = (root / FILE).read_text("utf-8")
    assert "id: catalog   # 注释,不改" in after
    assert "要求，适用于信息的公开。'}   # 3-5个工作日" in after
    assert "title: 公开\n" in after
    assert (
        "时限为3～5个工作日，符合国办发〔2017〕42号和《甲》《乙》的规定：\n\n      - 图纸；\n      - 文本。\n" in after
    )
    assert "      时限为3～5个工作日，\n      另一时限为3～5个工作日。\n" in after
    assert 'GB/T 1.1—2009的规定，\\\n      不应涂改。"' in after
    assert len(after.splitlines()) == len(before.splitlines())
    assert [one.code for one in check(load(root)) if one.fixes] == ["GK676"]  # a space made by folding lines
    again = (root / FILE).stat().st_mtime_ns
    fixed(root, "--fix")
    assert (root / FILE).stat().st_mtime_ns == again


def test_diff_shows_and_writes_nothing(root: Path) -> None:
    before = (root / FILE).read_bytes()
    shown = fixed(root, "--fix", "--diff")
    assert f"--- a/{FILE}\n+++ b/{FILE}\n" in shown
    assert "+    title: 公开\n" in shown
    assert (root / FILE).read_bytes() == before


def test_mode_mark_and_line_ends_stay(root: Path) -> None:
    path = root / FILE
    path.write_bytes(b"\xef\xbb\xbf" + path.read_text("utf-8").replace("\n", "\r\n").encode())
    path.chmod(0o640)
    fixed(root, "--fix")
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid: catalog")
    assert data.count(b"\r\n") == data.count(b"\n")
    assert "《甲》《乙》" in data.decode()
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_changed_meanwhile_is_left_alone(root: Path) -> None:
    loaded = load(root)
    mended = mend(loaded.files, check(loaded))
    assert diff(mended).startswith(f"--- a/{FILE}\n")
    (root / FILE).write_text(FAULTY + "# 别人改的\n", "utf-8")
    assert save(root, mended) == ()
    assert (root / FILE).read_text("utf-8").endswith("# 别人改的\n")


def edits(text: str, *fixes: tuple[int, int, str, str]) -> str:
    """The text after mends given as places, what stands there and what it becomes, each a finding of its own."""
    file = SourceFile("a.yaml", text)
    found = [
        Diagnostic("GK675", Severity.NOTE, Span("a.yaml", 0, 1), Text("", ""), fixes=(Fix(Span("a.yaml", a, b), o, n),))
        for a, b, o, n in fixes
    ]
    mended = mend({"a.yaml": file}, found)
    return mended[0].after if mended else text


def test_edits_that_would_change_more_than_a_value_are_not_made() -> None:
    assert edits("a: b\n", (0, 1, "a", "c")) == "a: b\n"  # a key
    assert edits("a: b\n", (3, 4, "b", "[c]")) == "a: b\n"  # a list
    assert edits("a: b\n", (3, 4, "b", "c # d")) == "a: b\n"  # half a comment
    assert edits("a: b # c\n", (7, 8, "c", "d")) == "a: b # c\n"  # a comment
    assert edits("a: b\n", (3, 4, "x", "c")) == "a: b\n"  # not what is there
    assert edits("a: b\n", (3, 4, "b", "c")) == "a: c\n"


def test_edits_that_overlap_are_not_made_together() -> None:
    assert edits("a: bcd\n", (3, 5, "bc", "x"), (4, 6, "cd", "y")) == "a: xd\n"


def test_one_bad_edit_does_not_hold_up_the_others() -> None:
    assert edits("a: b\nc: d\n", (0, 1, "a", "x"), (8, 9, "d", "e")) == "a: b\nc: e\n"


def test_json_tells_the_edits(root: Path) -> None:
    told = json.loads(fixed(root, "--format", "json"))["diagnostics"]
    (title,) = [one for one in told if one["code"] == "GK680"]
    assert title["fixes"] == [{"file": FILE, "line": 12, "column": 14, "end_line": 12, "end_column": 15, "text": ""}]
    assert all(isinstance(one["fixes"], list) for one in told)
