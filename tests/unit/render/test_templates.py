"""Templates: overrides, what is recorded, what the sandbox refuses, and that nothing compiled is shared by mistake."""

import pytest
from jinja2.exceptions import SecurityError, UndefinedError
from msgspec import Struct

from gkstd.render.templates import TemplateSet


class Shown(Struct, frozen=True):
    title: str

    @property
    def twice(self) -> str:
        return self.title * 2


def rendered(text: str, overrides: dict[str, str] | None = None) -> str:
    templates = TemplateSet({"a.html": text}, overrides or {})
    return templates.environment({}).get_template("a.html").render(shown=Shown("公开"))


def test_fields_and_properties_of_a_record_are_read() -> None:
    assert rendered("{{ shown.title }} {{ shown.twice }}") == "公开 公开公开"


@pytest.mark.parametrize("name", ["__class__", "__struct_fields__", "__init__.__globals__"])
def test_what_is_not_data_stays_closed(name: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        rendered(f"{{{{ shown.{name} }}}}")


def test_a_text_changed_under_its_name_is_compiled_anew() -> None:
    assert rendered("一") == "一"
    assert rendered("二") == "二"
    assert rendered("一", {"a.html": "三{% include 'gkstd/a.html' %}"}) == "三一"


def test_a_filter_that_came_later_is_found() -> None:
    templates = TemplateSet({"a.html": "{% if shown %}{{ 'x' | own }}{% endif %}"})
    assert templates.environment({}).get_template("a.html").render(shown=None) == ""
    later = templates.environment({})
    later.filters["own"] = str.upper
    assert later.get_template("a.html").render(shown=Shown("公开")) == "X"


def test_each_environment_notes_its_own_reads() -> None:
    templates = TemplateSet({"a.html": "一"})
    notes: list[dict[str, str | None]] = [{}, {}]
    for reads in notes:
        templates.environment(reads).get_template("a.html")
    assert notes[0] == notes[1]
    assert set(notes[0]) == {"project:a.html", "gkstd:a.html"}
