"""The house rules that no linter knows: layers, public names, codes, who touches the disk, sizes, and clean files."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from types import ModuleType

import pytest

import gkstd
from gkstd.diagnostics.codes import __path__ as codes_path
from gkstd.diagnostics.diagnostic import Code
from gkstd.diagnostics.explain import pages
from gkstd.diagnostics.registry import CODES, FAMILIES

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "gkstd"
MODULES = sorted(SRC.rglob("*.py"))
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

MOST_LINES, MOST_FUNCTION_LINES = 400, 60

SEAMS = {
    "source/files.py": "reads the project",
    "build/": "writes outputs and the cache, reads what was built, looks at the machine",
    "diagnostics/explain.py": "reads the package's own pages",
    "render/paged/faces.py": "finds font files",
    "render/paged/fonts.py": "reads font files and writes their subsets",
    "render/flowchart/image.py": "hands a folder to dot",
    "render/flowchart/raster.py": "asks for the face of pictures",
    "serve/shelf.py": "reads what was built, to show it to this machine's browsers",
    "cli/outcome.py": "closes a stream nobody reads",
}
"""The only modules that may touch files, and why."""

DISK = re.compile(
    r"^(open|.*\.(read_text|read_bytes|write_text|write_bytes|mkdir|rmdir|unlink|touch|rename|iterdir|rglob|scandir|listdir"
    r"|symlink_to|rmtree|copytree|copyfile)|os\.(open|remove|replace|makedirs|walk|stat)|tempfile\..*|TemporaryDirectory)$"
)


def name_of(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    return [path for name in done.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def test_layers_and_protected_engines() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Contracts: 11 kept, 0 broken." in done.stdout


def test_public_names_lead_somewhere() -> None:
    import gkstd.build.pipeline  # a package of the same name as a public function would now hide it

    assert sorted(gkstd.__all__) == gkstd.__all__
    for name in gkstd.__all__:
        value = getattr(gkstd, name)
        assert not isinstance(value, ModuleType), name
        assert value.__doc__, f"{name} is public and says nothing"


def test_an_unknown_public_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = gkstd.nonsense


def test_every_module_says_what_it_is() -> None:
    assert [name_of(path) for path in MODULES if not ast.get_docstring(tree_of(path))] == []


# Codes


def constants() -> Iterator[tuple[str, str]]:
    """(family, constant) of every code."""
    for family in FAMILIES:
        for name, value in vars(family).items():
            if isinstance(value, Code):
                yield family.__name__.rpartition(".")[2], name


def test_every_family_of_codes_is_in_the_registry() -> None:
    on_disk = {path.stem for folder in codes_path for path in Path(folder).glob("*.py")} - {"__init__"}
    assert {family.__name__.rpartition(".")[2] for family in FAMILIES} == on_disk


def test_codes_are_unique_and_well_named() -> None:
    assert len(CODES) == len(list(constants()))
    assert len({code.name for code in CODES.values()}) == len(CODES)
    for code in CODES.values():
        assert re.fullmatch(r"GK[0-9]{3}", code.id)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code.name.replace("8", "")), code.name


def test_messages_take_the_same_values_in_both_languages() -> None:
    """A `{name_zh}` in one language stands for a `{name_en}` in the other."""
    for code in CODES.values():
        zh, en = (
            {re.sub("_(zh|en)$", "", n) for n in re.findall(r"\{(\w+)\}", text)}
            for text in (code.message.zh, code.message.en)
        )
        assert zh == en, code.id


def test_every_code_is_explained_and_every_page_has_a_code() -> None:
    assert {page.id: page.name for page in pages()} == {code.id: code.name for code in CODES.values()}


def test_every_code_is_emitted() -> None:
    users = [path for path in MODULES if "diagnostics/codes" not in path.as_posix()]
    texts = {path: text for path in users if "gkstd.diagnostics.codes" in (text := path.read_text("utf-8"))}
    silent = [
        f"{family}.{name}"
        for family, name in constants()
        if not any(re.search(rf"\b{name}\b", t) for t in texts.values())
    ]
    assert silent == []


# Who touches the disk


def calls(path: Path) -> set[str]:
    return {ast.unparse(node.func) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)}


def test_files_are_opened_in_the_seams_only() -> None:
    found = {name_of(path): sorted(c for c in calls(path) if DISK.match(c)) for path in MODULES}
    strays = {name: used for name, used in found.items() if used and not name.startswith(tuple(SEAMS))}
    assert strays == {}


def test_every_seam_is_there() -> None:
    assert [seam for seam in SEAMS if not (SRC / seam).exists()] == []


def test_nothing_opens_a_connection() -> None:
    network = {"socket", "http", "urllib.request", "ftplib", "requests", "httpx", "ssl", "asyncio"}
    used = {
        (name_of(path), module)
        for path in MODULES
        for node in ast.walk(tree_of(path))
        for module in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert {(name, m) for name, m in used if m in network or m.partition(".")[0] in network} <= {
        ("build/lock.py", "socket"),
        ("serve/replies.py", "http"),  # the names of HTTP's status codes
        ("serve/server.py", "http"),
        (
            "serve/server.py",
            "http.server",
        ),  # which listens on this machine alone: tests/unit/serve/test_serve_server.py
        ("serve/server.py", "socket"),
    }


def test_data_is_never_executed() -> None:
    banned = re.compile(
        r"^(eval|exec|compile|__import__|os\.system|os\.popen|pickle\.loads?|marshal\.loads?|yaml\.(load|unsafe_load|full_load))$"
    )
    assert {name_of(p): b for p in MODULES if (b := sorted(c for c in calls(p) if banned.match(c)))} == {}


def test_no_shell_is_started() -> None:
    shells = [
        name_of(path)
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.keyword) and node.arg == "shell" and ast.unparse(node.value) != "False"
    ]
    assert shells == []


# Sizes


def test_files_stay_small() -> None:
    tall = {name_of(p): n for p in MODULES if (n := len(p.read_text("utf-8").splitlines())) > MOST_LINES}
    assert tall == {}


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{name_of(path)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_functions_stay_small() -> None:
    tall = {name for path in MODULES for name, lines in functions(path) if lines > MOST_FUNCTION_LINES}
    assert tall == set()


# What is in the files


def test_everything_the_package_needs_is_packed() -> None:
    patterns = SETTINGS["tool"]["setuptools"]["package-data"]["gkstd"]
    others = [p for p in SRC.rglob("*") if p.is_file() and p.suffix not in (".py", ".pyc")]
    assert any(p.is_relative_to(SRC / "templates") for p in others)
    # In these patterns `**` is any number of folders, none included; fnmatch's `*` crosses "/" anyway.
    left_out = [
        name_of(p) for p in others if not any(fnmatch(name_of(p), pattern.replace("**/", "")) for pattern in patterns)
    ]
    assert left_out == []


def test_the_marker_for_type_checkers_is_there() -> None:
    assert (SRC / "py.typed").is_file()


PRIVATE = re.compile(
    r"(?<![\w.])/(root|work|mnt|home/(?!builder)[a-z]+|Users/\w+)/"  # a machine's folders; `builder` is a user the scripts make
    r"|\b(pypi|pythonhosted|npmjs|crates|artifactory|jfrog)\.(org|com|io)\b|://[^/\s]*(mirror|proxy|registry)[^/\s]*\.(cn|com|org|net)"
)


def test_no_file_names_a_machine_or_a_registry() -> None:
    hits = []
    for path in tracked():
        if path.suffix in (".png", ".pdf") or path == Path(__file__):
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if PRIVATE.search(line):
                hits.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert hits == []


def test_outputs_are_not_committed() -> None:
    names = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert names.isdisjoint({"build", ".gkstd-cache", ".venv"})


def test_text_files_end_with_one_newline_and_have_no_odd_ends() -> None:
    bad = []
    for path in tracked():
        data = path.read_bytes()
        if (
            path.suffix in (".png", ".pdf")
            or not data
            or {"cases", "golden", "diagnostics"}
            & set(path.relative_to(ROOT / "tests").parts if path.is_relative_to(ROOT / "tests") else ())
        ):
            continue
        if b"\r" in data or not data.endswith(b"\n") or data.endswith(b"\n\n"):
            bad.append(str(path.relative_to(ROOT)))
    assert bad == []


def test_every_engine_is_declared() -> None:
    modules = {"fonttools": "fontTools", "markdown-it-py": "markdown_it", "pillow": "PIL", "pyyaml": "yaml"}
    declared = {re.split(r"[<>=~!\[ ]", line)[0] for line in SETTINGS["project"]["dependencies"]}
    imported = {
        (alias.name if isinstance(node, ast.Import) else node.module or "").partition(".")[0]
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    wanted = {modules.get(name, name.replace("-", "_")) for name in declared}
    assert imported - set(sys.stdlib_module_names) - {"gkstd", ""} <= wanted | {"markupsafe"}  # which jinja2 brings
