"""Whatever happens to the cache, the output is that of a clean build."""

import random
import shutil
from pathlib import Path

import pytest

from gkstd.build import atomic
from gkstd.build.cache import SMALL
from support.kitchen import Kitchen, target

SAME = (
    target("html/a", "甲"),
    target("html/b", "乙"),
    target("site/1", "1" * 50),
    target("site/2", "2" * SMALL),
    target("site/3", "3" * SMALL),
)
PLATES = (*SAME, target("workbooks/a", "!", "html/a"))
EDITED = (*SAME, target("workbooks/a", "?", "html/a"))
"""Small ones are kept with their traces, large ones beside them."""


def entries(kitchen: Kitchen) -> list[Path]:
    return sorted(path for path in (kitchen.root / ".gkstd-cache").rglob("*") if path.is_file())


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[random.Random(path.name).randrange(len(data))] ^= 1
    path.write_bytes(data)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def nonsense(path: Path) -> None:
    path.write_bytes(b"\x80\x04K\x01.")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [flip, truncate, nonsense, folder, Path.unlink], ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("plates", [PLATES, EDITED], ids=["same", "edited"])
def test_every_entry_harmed(kitchen: Kitchen, tmp_path: Path, harm: object, plates: tuple[object, ...]) -> None:
    clean = Kitchen(tmp_path / "clean")
    clean.root.mkdir()
    clean.cook(*plates)  # type: ignore[arg-type]
    kitchen.cook(*PLATES)
    count = len(entries(kitchen))
    assert count > 8
    for number in range(count):
        path = entries(kitchen)[number]
        harm(path)  # type: ignore[operator]
        shutil.rmtree(kitchen.root / "build")
        kitchen.cook(*plates)  # type: ignore[arg-type]
        assert kitchen.tree() == clean.tree(), path
        shutil.rmtree(kitchen.root / ".gkstd-cache")
        shutil.rmtree(kitchen.root / "build")
        kitchen.cook(*PLATES)


def test_swapped_entries(kitchen: Kitchen) -> None:
    kitchen.cook(*PLATES)
    expected = kitchen.tree()
    for kind in ("objects", "traces"):
        first, second, *_ = [path for path in entries(kitchen) if kind in path.parts]
        first.write_bytes(second.read_bytes())
    shutil.rmtree(kitchen.root / "build")
    kitchen.cook(*PLATES)
    assert kitchen.tree() == expected


def test_a_trace_that_points_out_of_the_cache(kitchen: Kitchen) -> None:
    import msgspec

    from gkstd.build.cache import Trace
    from gkstd.build.digests import seal, unseal
    from gkstd.build.fingerprint import Stored

    kitchen.cook(*PLATES)
    expected = kitchen.tree()
    for path in [path for path in entries(kitchen) if "traces" in path.parts]:
        head = b"\n".join(path.read_bytes().split(b"\n")[:2])
        trace = msgspec.json.decode(unseal(head) or b"", type=Trace)
        bad = tuple(Stored(output.path, "../../../../gkstd.yaml", output.size) for output in trace.outputs)
        path.write_bytes(seal(msgspec.json.encode(msgspec.structs.replace(trace, outputs=bad, whole=False))))
    shutil.rmtree(kitchen.root / "build")
    kitchen.cook(*PLATES)
    assert kitchen.tree() == expected


@pytest.mark.parametrize("kind", ["file", "link", "file-version"])
def test_a_cache_that_cannot_be_one(kitchen: Kitchen, tmp_path: Path, kind: str) -> None:
    home = kitchen.root / ".gkstd-cache"
    if kind == "file":
        home.write_text("mine")
    elif kind == "link":
        (tmp_path / "mine").mkdir()
        home.symlink_to(tmp_path / "mine")
    else:
        home.mkdir()
        (home / "v1").write_text("mine")
    kitchen.cook(*PLATES)
    assert kitchen.read("workbooks/a") == "甲!"
    assert not (tmp_path / "mine").exists() or not list((tmp_path / "mine").iterdir())


def test_a_cache_that_cannot_be_written(kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch) -> None:
    real = atomic.write

    def write(path: Path, data: bytes, *, durable: bool = False) -> None:
        if ".gkstd-cache" in path.parts:
            raise OSError(28, "No space left on device")
        real(path, data, durable=durable)

    monkeypatch.setattr(atomic, "write", write)
    result = kitchen.cook(*PLATES)
    assert result.failed == ()
    assert kitchen.read("workbooks/a") == "甲!"
