"""Every planted fault is found at its line and column, and the near misses are not: see support/cases.py for the form."""

import re
from pathlib import Path

import pytest

from gkstd.diagnostics.registry import CODES
from support.cases import actual, read, write
from test_explain import NOT_YAML

FILES = sorted((Path(__file__).parent / "diagnostics").glob("*.txt"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_cases(file: Path, update: bool, tmp_path: Path) -> None:
    cases = read(file.read_text(encoding="utf-8"))
    assert len({case.title for case in cases}) == len(cases) > 0
    told = [actual(case, tmp_path / str(number)) for number, case in enumerate(cases)]
    if update:
        file.write_text(write(told), encoding="utf-8")
    for case, found in zip(cases, told, strict=True):
        assert found == case or update, case.title


def test_every_code_is_planted_and_nearly_planted() -> None:
    for code in CODES.values():
        if code.id in NOT_YAML:
            continue
        (file,) = [file for file in FILES if file.stem == f"{code.id}-{code.name}"]
        cases = read(file.read_text(encoding="utf-8"))
        hits = [any(re.search(rf"\[{code.id}\]", line) for line in case.lines) for case in cases]
        assert any(hits), f"no planted fault in {file.name}"
        assert not all(hits), f"no near miss in {file.name}"
