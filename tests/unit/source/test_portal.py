"""The address of the portal: as written in gkstd.yaml, as it is exchanged."""

from pathlib import Path

import pytest

from gkstd.source.load import load
from support.overlay import copy_base


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://www.example.gov.cn:8443/a/b/", "https://www.example.gov.cn:8443/a/b/"),
        ("http://政务.例子.cn:8080/公开/", "http://xn--zfr164b.xn--fsqu00a.cn:8080/%E5%85%AC%E5%BC%80/"),
        ("https://www.example.gov.cn/%E5%85%AC/", "https://www.example.gov.cn/%E5%85%AC/"),
        ("https://..公/", "https://..公/"),
        ("https://a℀b.cn/", "https://a℀b.cn/"),
    ],
)
def test_an_address_in_chinese_is_one_that_programs_understand(tmp_path: Path, written: str, meant: str) -> None:
    """Site maps, feeds and codes to be scanned hold it; what has no such form stays as written."""
    root = copy_base(tmp_path / "p")
    file = root / "gkstd.yaml"
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("portal: {name: 示范县人民政府}", f"portal: {{name: 示范县人民政府, base: '{written}'}}"), "utf-8"
    )
    project = load(root).project
    assert project and project.identity.portal.base == meant
