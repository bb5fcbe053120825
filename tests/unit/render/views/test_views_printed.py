"""Values as they are printed."""

import pytest

from gkstd.render.views import printed


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("标准化工作导则 第1部分：标准的结构和编写", "标准化工作导则　第1部分：标准的结构和编写"),
        ("政务公开事项规范　征地补偿", "政务公开事项规范　征地补偿"),
        ("ISO 9001 族", "ISO 9001 族"),
    ],
)
def test_elements_of_a_title_stand_apart_by_a_full_width_space(written, expected):
    assert printed.title(written) == expected
