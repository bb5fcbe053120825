"""DOT source: nothing of a project is more than a quoted string in it."""

import re

import pytest
from flowchart_helpers import step, view
from hypothesis import given
from hypothesis import strategies as st

from gkstd.render.flowchart.dot import attributes, places, quote, source
from gkstd.render.flowchart.image import layouts


def test_quote() -> None:
    assert quote("受理") == '"受理"'
    assert quote('说"是"') == '"说\\"是\\""'
    assert quote("C:\\N") == '"C:\\\\N"'
    assert quote("<b>x</b>") == '"<b>x</b>"'
    assert quote("一\n二\r三\0四") == '"一 二 三 四"'
    assert quote("\\") == '"\\\\"'


@given(st.text())
def test_a_quoted_text_cannot_end_early(text: str) -> None:
    quoted = quote(text)
    assert re.fullmatch(r'"(?:[^"\\\n]|\\.)*"', quoted, re.DOTALL)
    assert re.sub(r"\\(.)", r"\1", quoted[1:-1]) == re.sub("[\n\r\0]", " ", text)


@pytest.mark.parametrize(
    "name", ["image", "URL", "href", "shapefile", "fontpath", "stylesheet", "_background", "layers"]
)
def test_attributes_outside_the_list_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        attributes({name: "x"})


def test_ids_are_ours() -> None:
    text = source(view(step('a"b', "c;d", kind="start"), step("c;d", kind="end"), lanes=("甲];",)))
    unquoted = re.sub(r'"(?:[^"\\]|\\.)*"', "", text)
    assert set(re.findall(r"\b[nrtb]\d+\b", unquoted)) == {"n0", "n1", "r0", "r1", "t0", "b0"}
    assert not re.search(r"[^\x00-\x7f]", unquoted)


def test_source_is_the_graph() -> None:
    text = source(
        view(step("a", "b", kind="start"), step("b", ("是", "c"), ("否", "a"), kind="decision"), step("c", kind="end"))
    )
    assert re.findall(r"n\d+ -> n\d+", text) == ["n0 -> n1", "n1 -> n2", "n0 -> n1"], (
        "an exit that leads back is turned round"
    )
    assert 'comment="否"' in text


def test_places_of_many_graphs_in_one_run() -> None:
    one = view(step("a", "b", "c", kind="parallel"), step("b"), step("c"))
    two = view(step("a", kind="start"))
    first, second = layouts([source(one), source(two)])
    assert isinstance(first, str)
    assert isinstance(second, str)
    assert sorted(places(first)) == [0, 1, 2]
    assert places(first)[1] < places(first)[2]
    assert sorted(places(second)) == [0]
