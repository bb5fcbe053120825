"""A template that takes too much is stopped, with the line it had come to; the next of its pages is not tried."""

import signal

import pytest
from test_templates import rendered

from gkstd.render import bounds
from gkstd.render.templates import TemplateSet, faults, told

ENDLESS = "一\n{% for a in range(90000) %}{% for b in range(90000) %}\n{%- if a > b %}{% set c = a %}{% endif %}{% endfor %}{% endfor %}"
LONG = "{% for a in range(90000) %}一二三四五六七八九十{% endfor %}"


@pytest.mark.parametrize(
    ("text", "named", "value", "why"),
    [(ENDLESS, "SECONDS", 0.25, "0.25 seconds of computing"), (LONG, "CHARACTERS", 1000, "more than 1,000 characters")],
)
def test_a_template_without_end_is_stopped_and_says_where(
    monkeypatch: pytest.MonkeyPatch, text: str, named: str, value: float, why: str
) -> None:
    rendered("{{ shown.title }}")  # what computes before any template does is imported now
    bounds.excess()
    monkeypatch.setattr(bounds, named, value)
    before = signal.getsignal(signal.SIGVTALRM)
    template = TemplateSet({}, {"a.html": text}).environment({}).get_template("a.html")
    with pytest.raises(faults()) as found:
        template.render()
    values = dict(told(found.value, "a.html"))
    assert values["template"].startswith("templates/a.html:" if named == "SECONDS" else "a.html")
    assert why in values["why_en"]
    assert values["why_zh"] != values["why_en"]
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)

    monkeypatch.setattr(bounds, named, 10**9)
    with pytest.raises(type(found.value)) as again:
        template.render()
    assert again.value is found.value


def test_a_range_beyond_measure_is_refused_at_once() -> None:
    with pytest.raises(faults(), match="Range too big"):
        rendered("{% for a in range(10**9) %}{% endfor %}")


def test_other_faults_are_told_as_they_are() -> None:
    assert told(ValueError("no"), "a.html") == (("template", "a.html"), ("why_zh", "no"), ("why_en", "no"))
    assert dict(told(KeyError(), "a.html"))["why_en"] == "KeyError"
