"""Numbers of standards and documents stay on one line."""

import pytest
from markupsafe import Markup

from gkstd.render.numbers import unbroken


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("按照GB/T 1.1—2020起草", '按照<span class="run">GB/T 1.1—2020</span>起草'),
        ("Q/JBZW 206—2018　公示", '<span class="run">Q/JBZW 206—2018</span>　公示'),
        ("依据国办发〔2017〕42号，公开", '依<span class="run">据国办发〔2017〕42号</span>，公开'),
        ("主席令第77号", "主席令第77号"),
        ("<b>陕〔2018〕1号", '&lt;b&gt;<span class="run">陕〔2018〕1号</span>'),
        (
            Markup('<a href="x" title="国发〔2017〕25号">国发〔2017〕25号</a>'),
            '<a href="x" title="国发〔2017〕25号"><span class="run">国发〔2017〕25号</span></a>',
        ),
    ],
)
def test_a_number_is_one_run(text: str, html: str) -> None:
    assert unbroken(text) == html
