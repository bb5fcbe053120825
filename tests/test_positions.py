"""Small slips planted all over the real edition are found at their very line and column, with little else beside them.

The slip says itself where it stands, so that the place is not computed by what is tested: a line that fits the pattern
is changed, and «» marks the beginning of the fault in what takes its place.
"""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from gkstd.build.check import check
from gkstd.diagnostics import Severity
from gkstd.source.load import load

ROOT = Path(__file__).parent.parent
WHERE = "«»"
Found = tuple[str, str, int, int]
"""Code, file, line, column."""


class Slip(Struct, frozen=True):
    """A kind of slip: the code to expect, the folder, the pattern of a line, what takes its place."""

    name: str
    code: str
    folder: str
    line: str
    becomes: str


SLIPS = (
    Slip("a limit with a clause too many", "GK301", "items", r"( +limit: [^\"'>|]*[内日])", r"\1；«»看情况再说"),
    Slip("a citation without its opening mark", "GK302", "items", r"( +- )《([^《》（]+)》(.*)", r"\1«»\2》\3"),
    Slip("a law nobody registered", "GK205", "items", r"( +- 《)([^《》]+)(》.*)", r"\1«»甲乙\2\3"),
    Slip(
        "a law nobody registered, in a step", "GK205", "processes", r"( +basis: \[《)([^《》]+)(》.*)", r"\1«»甲乙\2\3"
    ),
    Slip("a body nobody registered", "GK204", "items", r"( +body: )(.+)", r"\1«»\2甲"),
    Slip("a channel misspelt", "GK304", "items", r"( +channels: \[)政府网站(, .*)", r"\1«»政府网址\2"),
    Slip("the second channel misspelt", "GK304", "items", r"( +channels: \[[^,]+, )([^,\]]+)(.*)", r"\1«»\2么\3"),
    Slip("an index number of another region", "GK208", "items", r"( +index: )610824(.*)", r"\1«»610825\2"),
    Slip("a serial with a digit lost", "GK208", "items", r"( +index: )(.*)\d", r"\1«»\2"),
    Slip("a method out of the list", "GK305", "items", r"( +method: )主动公开", r"\1«»主动公示"),
    Slip("a level out of the list", "GK305", "items", r"( +levels: \[)县级(.*)", r"\1«»县里\2"),
    Slip("a stage out of the list", "GK305", "items", r"( +stage: ).*", r"\1«»过程公开"),
    Slip("a group without its word", "GK306", "items", r"( +audience: ).*", r"\1«»利害关系人"),
    Slip("a key misspelt", "GK101", "items", r"( +)content:(.*)", r"\1«»contents:\2"),
    Slip("a key given twice", "GK002", "items", r"( +)method: (.*)", "\\1method: \\2\n\\1«»method: \\2"),
    Slip("a word where a list belongs", "GK103", "items", r"( +channels: )\[.*", r"\1«»政府网站"),
    Slip("an anchor", "GK004", "items", r"( +limit: )(\w.*)", r"\1«»&usual \2"),
    Slip("a tag", "GK003", "items", r"( +limit: )(\w.*)", r"\1«»!!str \2"),
    Slip("a control character", "GK007", "items", r"( +title: \w)(.*)", "\\1«»\u202e\\2"),
    Slip("a tab", "GK001", "items", r" {8}(limit: .*)", "«»\t\\1"),
    Slip("a colon and a space", "GK001", "items", r"( +title: \w+)", r"\1«»: 甲"),
    Slip("a process misspelt", "GK203", "items", r"( +process: )(.+)", r"\1«»\2-x"),
    Slip("a step misspelt", "GK409", "processes", r"( +next: )([a-z].*)", r"\1«»\2-x"),
    Slip("a step misspelt under a condition", "GK409", "processes", r"( {6}[^a-z\s-][^:]*: )([a-z-]+)", r"\1«»\2-x"),
    Slip("a lane misspelt", "GK406", "processes", r"( +lane: )(.+)", r"\1«»\2甲"),
    Slip("a kind of step misspelt", "GK104", "processes", r"( +kind: )decision", r"\1«»decison"),
    Slip("an item misspelt", "GK203", "processes", r"( +discloses: \[)([a-z-]+)(.*)", r"\1«»\2-x\3"),
    Slip("a limit of a step without a unit", "GK301", "processes", r"( {4}limit: )\d+个工作日内", r"\1«»15个"),
    Slip("an id in capitals", "GK104", "processes", r"( +- id: )([a-z].*)", r"\1«»Q\2"),
    Slip("a standard of another year", "GK206", "documents", r"( +- )(GB/T \d+)—\d{4}", r"\1«»\2—1901"),
    Slip("a clause given twice", "GK201", "documents", r"(  - id: )(.+)", "\\1\\2\n    title: 甲\n\\1«»\\2"),
    Slip("a part of an unknown kind", "GK104", "workbooks", r"(  - kind: )(.+)", r"\1«»\2s"),
    Slip("a day that does not exist", "GK103", "registers", r"( +effective: )(\d{4})-.*", r"\1«»\2-02-30"),
    Slip("a successor misspelt", "GK203", "registers", r"( +successors: \[)([a-z0-9-]+)(.*)", r"\1«»\2-x\3"),
    Slip("a kind of law misspelt", "GK104", "registers", r"( +kind: )法律", r"\1«»法率"),
)


class Planted(Struct, frozen=True):
    """One slip at one place, and the file's text with it."""

    slip: Slip
    file: str
    line: int
    column: int
    text: str


def plant(slip: Slip) -> Iterator[Planted]:
    """The first and the last place in the edition where the slip can be made."""
    found = [
        planted for file in sorted((ROOT / "standards" / slip.folder).rglob("*.yaml")) for planted in _in(slip, file)
    ]
    yield from dict.fromkeys([*found[:1], *found[-1:]])


def _in(slip: Slip, file: Path) -> Iterator[Planted]:
    lines = file.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines):
        hit = re.fullmatch(slip.line, line)
        if hit is None:
            continue
        text = "\n".join([*lines[:number], hit.expand(slip.becomes), *lines[number + 1 :]])
        before = text[: text.index(WHERE)]
        place = before.count("\n") + 1, len(before) - before.rfind("\n")
        yield Planted(slip, file.relative_to(ROOT).as_posix(), *place, text.replace(WHERE, "", 1))


PLANTED = [planted for slip in SLIPS for planted in plant(slip)]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("edition")
    shutil.copy(ROOT / "gkstd.yaml", root)
    shutil.copytree(ROOT / "standards", root / "standards")
    return root


@pytest.fixture(scope="module")
def before(edition: Path) -> Counter[Found]:
    return errors(edition)


def errors(root: Path) -> Counter[Found]:
    loaded = load(root)
    found = [one for one in check(loaded) if one.severity is Severity.ERROR]
    return Counter((one.code, one.span.file, *loaded.files[one.span.file].locate(one.span.start)) for one in found)


def test_there_is_enough_to_plant() -> None:
    assert {planted.slip for planted in PLANTED} == set(SLIPS)
    assert len(PLANTED) >= 50


def test_the_edition_is_sound(before: Counter[Found]) -> None:
    assert before == Counter()


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted.slip.name} {planted.file}:{planted.line}")
def test_a_slip_is_found_where_it_stands(planted: Planted, edition: Path, before: Counter[Found]) -> None:
    file = edition / planted.file
    sound = file.read_text(encoding="utf-8")
    file.write_text(planted.text, encoding="utf-8")
    try:
        found = errors(edition) - before
    finally:
        file.write_text(sound, encoding="utf-8")
    assert (planted.slip.code, planted.file, planted.line, planted.column) in found, found
    assert found.total() <= 2, found
