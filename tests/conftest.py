"""Shared by all tests: `--update` writes golden outputs anew (then read the diff)."""

import pytest
from hypothesis import HealthCheck, settings

from support.browser import browser

__all__ = ["browser"]  # one for the whole session: the driver cannot be started twice

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")  # no test measures time: a busy machine is no fault


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write expected outputs anew")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))
