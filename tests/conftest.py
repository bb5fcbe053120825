"""Shared by all tests: `--update` writes golden outputs anew (then read the diff)."""

import pytest

from support.browser import browser

__all__ = ["browser"]  # one for the whole session: the driver cannot be started twice


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write expected outputs anew")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))
