"""Where a portal's name may break."""

import pytest

from gkstd.render.site.words import phrases


@pytest.mark.parametrize(
    ("name", "html"),
    [
        (
            "靖边县基层政务公开标准化规范化平台（参考版）",
            "靖边县<wbr>基层政务公开<wbr>标准化规范化<wbr>平台<wbr>（参考版）",
        ),
        ("某县政府信息公开网站", "某县<wbr>政府信息公开<wbr>网站"),
        ("<b>", "&lt;b&gt;"),
    ],
)
def test_a_name_breaks_between_its_words(name: str, html: str) -> None:
    assert phrases(name) == html
