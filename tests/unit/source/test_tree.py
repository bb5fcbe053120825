"""Where values stand: keys, members, and characters inside scalars of every style."""

from collections.abc import Callable

import pytest

from gkstd.source.tree import Tree

Make = Callable[[str], Tree]


def cut(tree: Tree, *path: str | int, key: bool = False, within: tuple[int, int] | None = None) -> str:
    span = tree.span(path, key=key, within=within)
    return tree.file.text[span.start : span.end]


def test_a_scalar_is_pointed_at_itself_and_by_its_key_on_request(tree: Make) -> None:
    made = tree("甲: 一二三 # note\n")
    assert cut(made, "甲") == "一二三"
    assert cut(made, "甲", key=True) == "甲"


def test_a_container_is_pointed_at_by_its_key(tree: Make) -> None:
    made = tree("a:\n  - x\n  - y\n\n# trailing\nb: {c: 1}\n")
    assert cut(made, "a") == "a"
    assert cut(made, "b") == "b"
    assert cut(made, "a", 1) == "y"


def test_a_mapping_in_a_list_is_pointed_at_by_its_first_key(tree: Make) -> None:
    made = tree("a:\n  - id: x\n    t: 1\n  - id: y\n")
    assert cut(made, "a", 1) == "id"
    assert made.span(("a", 1)).start == made.file.text.index("id: y")


def test_what_was_not_written_is_pointed_at_by_what_holds_it(tree: Make) -> None:
    made = tree("a:\n  b:\n    c: 1\n")
    assert cut(made, "a", "b", "missing") == "b"
    assert cut(made, "a", "missing", "c") == "a"
    assert made.span(("missing",)) == made.span(())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: 自受理之日起五日内\n", id="plain"),
        pytest.param("a: '自受理之日起五日内'\n", id="single quotes"),
        pytest.param('a: "自受理之日起五日内"\n', id="double quotes"),
        pytest.param("a: |\n  自受理之日起五日内\n", id="literal block"),
        pytest.param("a: |-\n    自受理之日起五日内\n", id="literal block, deeper"),
        pytest.param("a: >\n  自受理之日起五日内\n", id="folded block"),
        pytest.param("a: >-\n  自受理之日起五日内\n", id="folded block, stripped"),
        pytest.param("a: [自受理之日起五日内]\n", id="flow list"),
    ],
)
def test_characters_inside_a_scalar_are_found_in_every_style(tree: Make, text: str) -> None:
    made = tree(text)
    path: tuple[str | int, ...] = ("a", 0) if "[" in text else ("a",)
    assert cut(made, *path, within=(1, 3)) == "受理"
    assert cut(made, *path, within=(6, 9)) == "五日内"


def test_a_later_line_of_a_literal_block(tree: Make) -> None:
    made = tree("a: |\n  第一行\n\n    缩进的行\n  第三行\nb: 1\n")
    value = made.value["a"]
    for word in ("一行", "缩进", "第三"):
        at = value.index(word)
        assert cut(made, "a", within=(at, at + 2)) == word


def test_escapes_do_not_point_at_the_wrong_characters(tree: Make) -> None:
    made = tree('a: "甲\\u4e59丙丁"\n')
    assert cut(made, "a", within=(2, 4)) == "丙丁"
    assert cut(made, "a", within=(1, 2)) == '"甲\\u4e59丙丁"'  # the escaped character itself: the whole scalar


def test_doubled_quotes_keep_the_rest_findable(tree: Make) -> None:
    made = tree("a: '甲''乙丙'\n")
    assert cut(made, "a", within=(2, 4)) == "乙丙"


def test_dropping_members_keeps_marks_in_step(tree: Make) -> None:
    made = tree("a: [x, y, z]\n")
    made.keep(made.value["a"], [0, 2])
    assert made.value["a"] == ["x", "z"]
    assert cut(made, "a", 1) == "z"
