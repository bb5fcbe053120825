"""Edit, look, mend: what a change builds, what the browsers are told, how it ends."""

import signal
from pathlib import Path

import pytest
from serve_helpers import hashes

from gkstd.serve.board import MOST, Board
from gkstd.serve.watch import Watch, differing
from gkstd.source.files import stamps

WRONG = "body: 无名局"
RIGHT = "body: 县城乡规划局"
TITLE = "title: 规划草案公告"


def test_an_edit_builds_what_it_changes_and_an_error_leaves_the_page(preview, change, root: Path) -> None:
    shown = preview()
    first = shown.news(lambda told: True)
    assert (first["stale"], first["problems"]) == (False, [])

    change(TITLE, "title: 规划草案批前公告")
    told = shown.news(lambda told: told["build"] != first["build"], str(first["build"]))
    assert "items/610824-GH-2018-0001.html" in told["changed"]
    assert "about.html" not in told["changed"]
    assert "规划草案批前公告" in shown.ask("/items/610824-GH-2018-0001.html")[2].decode()

    good = hashes(root / "build/site")
    change(RIGHT, WRONG)
    told = shown.news(lambda told: bool(told["stale"]), str(told["build"]))
    assert (told["changed"], told["summary"]) == ([], "1 个错误")
    problem = told["problems"][0]
    assert (problem["code"], problem["name"], problem["word"]) == ("GK204", "unknown-body", "错误")
    assert problem["place"] == "standards/items/demo.yaml:14:15"
    assert (problem["lead"], problem["marked"]) == ("        body: ", "无名局")
    assert problem["hints"]
    assert hashes(root / "build/site") == good

    change(WRONG, RIGHT)
    told = shown.news(lambda told: not told["stale"], str(told["build"]))
    assert (told["changed"], told["problems"]) == ([], [])
    assert hashes(root / "build/site") == good


def test_a_template_is_watched_too(preview, root: Path) -> None:
    shown = preview("--lang", "en")
    build = str(shown.news(lambda told: True)["build"])
    (root / "templates/site").mkdir(parents=True)
    file = root / "templates/site/about.html"
    file.write_text('{% extends "gkstd/site/about.html" %}{% block main %}<h1>自家的</h1>{% endblock %}\n', "utf-8")
    told = shown.news(lambda told: told["build"] != build, build)
    assert told["changed"] == ["about.html"]
    file.write_text("{% extends nothing %}\n", "utf-8")
    told = shown.news(lambda told: bool(told["stale"]), str(told["build"]))
    assert told["summary"] == "1 error"
    assert told["problems"][0]["code"] == "GK701"
    assert "自家的" in shown.ask("/about.html")[2].decode(), "the last good page stays"


def test_it_starts_with_errors_and_shows_them(preview, change) -> None:
    change(RIGHT, WRONG)
    shown = preview()
    assert shown.ask("/")[0] == 503
    assert shown.news(lambda told: True)["stale"]
    change(WRONG, RIGHT)
    told = shown.news(lambda told: not told["stale"])
    assert told["problems"] == []
    assert shown.ask("/")[0] == 200


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_ends_when_it_is_told_to_even_while_browsers_listen(preview, number: int, code: int) -> None:
    import http.client

    shown = preview()
    listening = http.client.HTTPConnection("127.0.0.1", shown.port, timeout=60)
    listening.request("GET", "/.gkstd/events")
    stream = listening.getresponse()
    stream.readline()
    ended, said = shown.end(number)
    assert ended == code
    assert "Traceback" not in said
    listening.close()


def test_names_that_came_went_or_changed(root: Path) -> None:
    before = stamps(root)
    (root / "standards/items/new.yaml").write_text("")
    (root / "standards/items/demo.yaml").write_text("x")
    (root / "standards/documents/catalog.yaml").unlink()
    names = ("standards/documents/catalog.yaml", "standards/items/demo.yaml", "standards/items/new.yaml")
    assert differing(before, stamps(root)) == names


def test_a_link_is_seen_though_it_is_not_followed(root: Path) -> None:
    (root / "standards/items/link.yaml").symlink_to("/dev/null")
    assert "standards/items/link.yaml" in stamps(root)


def test_it_waits_until_nothing_moves() -> None:
    """A checkout writes many files: one build, once the last is there."""
    looks = iter([{}, {}, {"a": 1}, {"a": 2}, {"a": 2, "b": 1}, {"a": 2, "b": 1}, {}])
    watch = Watch(Path(), lambda _: next(looks), lambda _: None)
    assert watch.wait() == ("a", "b")
    assert next(looks) == {}


def test_a_browser_is_told_all_it_missed() -> None:
    board = Board()
    first = board.build
    board.post(["a.html"], (), "", stale=False)
    second = board.build
    board.post(["b.html"], (), "", stale=False)
    assert board.now(first).changed == ("a.html", "b.html")
    assert board.now(second).changed == ("b.html",)
    assert board.news(board.build) is None
    assert board.now("another-1").changed is None, "a page of a server that is no more"
    assert board.now("").changed is None
    board.post([str(number) for number in range(MOST + 1)], (), "", stale=False)
    assert board.now(second).changed is None, "too many to be named"
    board.close()
    assert board.news(first) is None
