import pytest

from gkstd.model.values.nearest import closest, nearest

BODIES = ("县环境保护局", "县住房和城乡建设局", "县财政局", "县国土资源局", "县教育局", "县水务局")


@pytest.mark.parametrize(
    ("word", "best"),
    [
        ("县环保局", "县环境保护局"),
        ("县环境保护居", "县环境保护局"),
        ("县财政", "县财政局"),
        ("县国土局", "县国土资源局"),
        ("县住建局", "县住房和城乡建设局"),
        ("县政财局", "县财政局"),
        ("外星人", ""),
        ("", ""),
    ],
)
def test_chinese_names(word: str, best: str) -> None:
    assert closest(word, BODIES) == best


@pytest.mark.parametrize(
    ("word", "best"),
    [
        ("eia_acceptance", "eia-acceptance"),
        ("chanels", "channels"),
        ("Limit", "limit"),
        ("lmiit", "limit"),
        ("zzz", ""),
    ],
)
def test_ascii_names(word: str, best: str) -> None:
    assert closest(word, ("eia-acceptance", "channels", "limit", "levels")) == best


def test_order_does_not_depend_on_the_order_of_the_known() -> None:
    known = ("ab-3", "ab-1", "ab-2", "ab-1")
    assert nearest("ab-0", known) == nearest("ab-0", reversed(known)) == ("ab-1", "ab-2", "ab-3")


def test_at_most_the_limit() -> None:
    assert nearest("ab-0", ("ab-3", "ab-1", "ab-2"), limit=2) == ("ab-1", "ab-2")
