"""Which paths may be written."""

from pathlib import Path

import pytest

from gkstd.build.paths import fault, inside


@pytest.mark.parametrize("path", ["site/a.html", "site/.nojekyll", "data/项目.csv", "a/b/c/d"])
def test_plain_paths(path: str, tmp_path: Path) -> None:
    assert fault(path) == ""
    assert inside(tmp_path, path) == tmp_path / path


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "..",
        "/a",
        "a/../b",
        "a//b",
        "a/",
        "~/a",
        "a\\b",
        "c:/a",
        "a\0b",
        "a\nb",
        ".gkstd",
        ".git/x",
        "a/.GIT/x",
        "a/b.",
        "a /b",
        "Manifest.json",
        "x" * 241,
        "a/" * 600 + "b",
        "\ud800",
    ],
)
def test_others(path: str, tmp_path: Path) -> None:
    assert fault(path)
    assert inside(tmp_path, path) is None


def test_a_way_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/link").symlink_to(tmp_path)
    assert inside(tmp_path / "out", "link/x") is None
    assert inside(tmp_path / "out", "link") is not None  # the link itself is replaced, not followed
