"""What is kept comes back, in few files."""

from pathlib import Path

from gkstd.build.cache import SMALL, Cache
from gkstd.render.base import Artifact, Output

KEY = "a" * 64
PAGE = Artifact(
    "site/a", (Output("site/a.html", b"page\nof lines\n"), Output("site/a.json", b""), Output("site/a.csv", b"\n"))
)
BOOK = Artifact("workbooks/a", (Output("workbooks/a.pdf", b"%" * SMALL), Output("workbooks/a.txt", b"small")))


def test_what_is_small_stands_in_one_file(tmp_path: Path) -> None:
    for number, (artifact, files) in enumerate(((PAGE, 1), (BOOK, 3))):
        root = tmp_path / str(number)
        trace = Cache(root, lambda _: None).keep(KEY, artifact)
        assert len([path for path in (root / "v1").rglob("*") if path.is_file()]) == files
        later = Cache(root, lambda _: None)
        assert later.find(KEY) == trace
        assert [later.data(what) for what in trace.outputs] == [output.data for output in artifact.outputs]
