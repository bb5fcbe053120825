"""A real browser for tests. Chromium is Debian's package; `CHROMIUM` names another. Where none runs (Ubuntu's package is a snap,
which a container cannot start) the tests that use it are skipped.
"""

import functools
import os
import shutil
import subprocess
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@functools.cache
def chromium() -> str:
    """The first Chromium that starts, or ""."""
    for name in (
        os.environ.get("CHROMIUM", ""),
        "chromium",
        "google-chrome",
        "google-chrome-stable",
        "chromium-browser",
    ):
        found = shutil.which(name) if name else None
        if found and _starts(found):
            return found
    return ""


def _starts(program: str) -> bool:
    try:
        done = subprocess.run([program, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    program = chromium()
    if not program:
        pytest.skip("no Chromium starts here (Debian: package chromium; elsewhere set CHROMIUM)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        engine = playwright.chromium.launch(executable_path=program)
        yield engine
        engine.close()
