"""build/ against its manifest."""

from gkstd.build.verify import Verdict, verify
from support.kitchen import Kitchen, target


def test_sound_missing_changed_unclaimed(kitchen: Kitchen) -> None:
    folder = kitchen.root / "build"
    assert not verify(folder).sound
    kitchen.cook(*(target(f"site/{n}", f"{n}") for n in range(4)))
    assert verify(folder) == Verdict(True)
    (folder / "site/0").unlink()
    (folder / "site/1").write_text("x")
    (folder / "site/2").unlink()
    (folder / "site/2").symlink_to("3")
    (folder / "extra").write_text("x")
    assert verify(folder) == Verdict(True, ("site/0", "site/2"), ("site/1",), ("extra",))
    (folder / "manifest.json").write_text("{")
    assert verify(folder) == Verdict(False)
