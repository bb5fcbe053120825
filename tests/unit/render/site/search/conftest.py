"""The scripts of the search run in Node, which comes with Playwright: no browser is needed for what they compute."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gkstd.render.templates import TemplateSet

Run = Callable[..., Any]


@pytest.fixture(scope="session")
def node() -> str:
    """The Node that Playwright brings."""
    from playwright._impl._driver import compute_driver_executable

    return str(compute_driver_executable()[0])


@pytest.fixture
def run(node: str, templates: TemplateSet, tmp_path: Path) -> Run:
    """Runs match.js, then scripts, then a body whose `return` is handed back; `given` is what the body sees as `given`."""

    def in_node(body: str, *scripts: bytes, given: object = None) -> Any:
        parts = [templates.stock["site/assets/match.js"].encode(), *scripts]
        for number, part in enumerate(parts):
            (tmp_path / f"{number}.js").write_bytes(part)
        (tmp_path / "given.json").write_text(json.dumps(given), "utf-8")
        starter = f"""
            const {{ readFileSync }} = require("fs"), {{ runInThisContext }} = require("vm");
            const given = JSON.parse(readFileSync("given.json", "utf-8")), texts = [];
            runInThisContext(readFileSync("0.js", "utf-8"));
            const site = globalThis.gkstd;
            site.text = (number, raw) => {{ texts[number] = raw; }};
            for (let i = 1; i < {len(parts)}; i++) runInThisContext(readFileSync(i + ".js", "utf-8"));
            const answer = (() => {{ {body} }})();
            process.stdout.write(JSON.stringify(answer === undefined ? null : answer));
        """
        (tmp_path / "run.js").write_text(starter, "utf-8")
        done = subprocess.run([node, "run.js"], cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    return in_node
