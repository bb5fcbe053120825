"""Commands that only look need none of the engines: they start fast and need no system library."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("weasyprint", "jinja2", "graphviz", "markdown_it", "pikepdf", "uharfbuzz", "segno", "multiprocessing")
COMMANDS = (
    ["--help"],
    ["--version"],
    ["check"],
    ["check", "--format", "json"],
    ["list", "items"],
    ["list", "laws", "--format", "csv"],
    ["explain", "GK204"],
    ["stats"],
    ["schema", "items"],
)
PROBE = """
import sys
sys.argv = ["gkstd", *sys.argv[1:]]
from gkstd.cli.main import main
try:
    main()
finally:
    print("\\n".join(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
"""


def _modules(args: list[str], root: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *args], cwd=root, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
def test_looking_imports_no_engine(args: list[str], base: Path) -> None:
    assert _modules(args, base).isdisjoint(HEAVY)


@pytest.mark.parametrize("args", [["--help"], ["--version"]], ids=" ".join)
def test_help_does_not_even_import_the_reader(args: list[str], base: Path) -> None:
    assert _modules(args, base).isdisjoint({"yaml", "_yaml"})


def test_the_probe_sees_what_is_imported(base: Path) -> None:
    assert {"yaml", "msgspec", "click"} <= _modules(["check"], base)


def test_what_is_known_is_not_read_again(base: Path) -> None:
    _modules(["check"], base)
    assert _modules(["check"], base).isdisjoint({"yaml", "_yaml"})


def test_importing_the_package_imports_nothing_of_it() -> None:
    code = "import sys, gkstd; print([n for n in sys.modules if n.startswith('gkstd.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == "[]"
