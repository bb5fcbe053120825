"""`make bench`: how fast gkstd is on this machine, as ratios measured in one run.

    python bench/run.py [--rounds N]

Works on a copy of the project in a temporary folder; writes nothing into the repository. The cases take turns (A B C,
A B C, …), so that a machine that slows down slows them all, and each figure is the median of its rounds. CPU time counts
a process and all its workers; memory is that of the largest process. Absolute times mean nothing on another machine.
Python's byte code is compiled beforehand, as it is where gkstd is installed.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

import flowcharts

ROOT = Path(__file__).parents[1]
GKSTD = [sys.executable, "-m", "gkstd"]
BARE, NAIVE, PRINT = "python -c pass", "naive script", "build workbooks standards, cold"
COLD, SAME, EDITED = "build, cold", "build, nothing changed", "build, one item edited"
CHECK, KNOWN, AFTER = "gkstd check, cold", "gkstd check, nothing changed", "gkstd check, one item edited"
PORTAL = "build site, charts drawn"
_TITLE = re.compile(r"^( {8}title: )(.+)$", re.MULTILINE)


class Cost(NamedTuple):
    """Wall seconds, CPU seconds, megabytes of the largest process; of the CPU time, what the system took."""

    wall: float
    cpu: float
    memory: float
    system: float


class Case(NamedTuple):
    """What is measured, and what is done before it, unmeasured."""

    name: str
    command: list[str]
    before: Callable[[], None]


def cases(project: Path, scratch: Path) -> list[Case]:
    """In the order of a round: the warm builds follow the cold one, whose cache they use."""
    naive = [sys.executable, str(ROOT / "bench/naive.py"), str(project), str(scratch / "naive")]

    def nothing() -> None:
        pass

    def forget() -> None:
        shutil.rmtree(project / ".gkstd-cache", ignore_errors=True)

    def cold() -> None:
        for name in ("build", ".gkstd-cache"):
            shutil.rmtree(project / name, ignore_errors=True)

    def drawn() -> None:
        cold()
        subprocess.run([*GKSTD, "build", "-q", "flowcharts"], cwd=project, check=True, stderr=subprocess.DEVNULL)
        for name in ("answers.json", "parts.json"):  # the build is to check the sources itself
            (project / ".gkstd-cache/v1" / name).unlink()

    return [
        Case(BARE, [sys.executable, "-c", "pass"], nothing),
        Case("gkstd --help", [*GKSTD, "--help"], nothing),
        Case(CHECK, [*GKSTD, "check"], forget),
        Case(KNOWN, [*GKSTD, "check"], nothing),
        Case(AFTER, [*GKSTD, "check"], lambda: edit(project)),
        Case(NAIVE, naive, nothing),
        Case(PRINT, [*GKSTD, "build", "-q", "workbooks", "standards"], cold),
        Case(PORTAL, [*GKSTD, "build", "-q", "site"], drawn),
        Case(COLD, [*GKSTD, "build", "-q"], cold),
        Case(SAME, [*GKSTD, "build", "-q"], nothing),
        Case(EDITED, [*GKSTD, "build", "-q"], lambda: edit(project)),
    ]


def edit(project: Path) -> None:
    """Change the title of the first item; every time to another one."""
    path = min((project / "standards/items").glob("*.yaml"))
    text = path.read_text("utf-8")
    path.write_text(_TITLE.sub(lambda m: f"{m[1]}{m[2]}改", text, count=1), "utf-8")


def surroundings(scratch: Path) -> dict[str, str]:
    """The environment, with a place for byte code: the repository's own may be kept free of it."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(scratch / "bytecode")}


def measure(case: Case, project: Path, environ: dict[str, str]) -> Cost:
    """Run once. `wait4` gives the usage of the process with all its children."""
    case.before()
    began = time.perf_counter()
    process = subprocess.Popen(
        case.command, cwd=project, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    told = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{case.name} failed:\n{told.decode(errors='replace')}")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, usage.ru_stime)


def table(middle: dict[str, Cost]) -> str:
    """Medians and ratios, aligned."""
    bare, cold = middle[BARE], middle[COLD]
    rows = [("", "wall s", "CPU s", "MB", "wall / bare", "CPU / bare", "wall / cold", "CPU / cold")]
    rows += [
        (
            name,
            f"{c.wall:.2f}",
            f"{c.cpu:.2f}",
            f"{c.memory:.0f}",
            f"{c.wall / bare.wall:.1f}",
            f"{c.cpu / bare.cpu:.1f}",
            f"{c.wall / cold.wall:.2f}",
            f"{c.cpu / cold.cpu:.2f}",
        )
        for name, c in middle.items()
    ]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))])
        for row in rows
    )


def medians(costs: dict[str, list[Cost]]) -> dict[str, Cost]:
    """The middle of the rounds of each case."""
    return {name: Cost(*(median(column) for column in zip(*found, strict=True))) for name, found in costs.items()}


def goals(middle: dict[str, Cost]) -> str:
    """What was set as a goal, and what was measured; wall time needs as many idle cores as gkstd has workers."""
    naive, ours, cold, bare = middle[NAIVE], middle[PRINT], middle[COLD], middle[BARE]
    kept = [
        ("gkstd check, cold, CPU: starts of a bare interpreter", "<=", 25.0, middle[CHECK].cpu / bare.cpu),
        ("gkstd check, one item edited, CPU: the same", "<=", 25.0, middle[AFTER].cpu / bare.cpu),
        ("gkstd check, nothing changed, CPU: the same", "<=", 25.0, middle[KNOWN].cpu / bare.cpu),
        ("workbooks and standards, wall: naive / gkstd", ">=", 3.0, naive.wall / ours.wall),
        ("workbooks and standards, CPU: naive / gkstd", ">=", 1.5, naive.cpu / ours.cpu),
        ("largest process: gkstd / naive", "<=", 0.5, ours.memory / naive.memory),
        ("one item edited, CPU: part of a cold build", "<=", 0.1, middle[EDITED].cpu / cold.cpu),
        ("nothing changed, CPU: part of a cold build", "<=", 0.05, middle[SAME].cpu / cold.cpu),
    ]
    lines = [f"{'goal':52}{'set':>8}{'found':>8}"]
    for what, sign, bound, found in kept:
        met = found >= bound if sign == ">=" else found <= bound
        lines.append(f"{what:52}{sign:>4}{bound:4.4g}{found:8.2f}  {'met' if met else 'MISSED'}")
    return "\n".join(lines)


def main() -> None:
    """Copy the project, run the rounds, print the table."""
    asked = argparse.ArgumentParser(description="How fast gkstd is on this machine, as ratios of one run.")
    asked.add_argument("--rounds", type=int, default=3, help="how often each case runs (default: 3)")
    asked.add_argument("--project", type=Path, default=ROOT, help="the project to copy (default: this one)")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="gkstd-bench-") as folder:
        project = Path(folder) / "project"
        for name in ("gkstd.yaml", "standards", "templates"):
            source = options.project / name
            if source.is_dir():
                shutil.copytree(source, project / name)
            elif source.is_file():
                project.mkdir(exist_ok=True)
                shutil.copy(source, project / name)
        todo, environ = cases(project, Path(folder)), surroundings(Path(folder))
        subprocess.run([*GKSTD, "check"], cwd=project, env=environ, capture_output=True, check=False)
        costs: dict[str, list[Cost]] = {case.name: [] for case in todo}
        for _ in range(max(1, options.rounds)):
            for case in todo:
                costs[case.name].append(measure(case, project, environ))
        printed = [_pages(project / "build" / kind) for kind in ("workbooks", "standards")]
        pages = {"gkstd": sum(printed), "naive": _pages(Path(folder) / "naive")}
    middle = medians(costs)
    print(table(middle))
    print(f"\nOf the same texts and charts the naive script prints {pages['naive']} pages, gkstd {pages['gkstd']}.\n")
    print(goals(middle))
    print("\n" + portal(costs))
    print("\n" + flowcharts.report(options.project, options.rounds))


def portal(costs: dict[str, list[Cost]]) -> str:
    """The pages' own share of a cold build: loading and checking is done once, whatever is built.

    Most of what the system does for them is to make 2,000 files, and how long that takes depends on who else writes to the
    disk: from 0.3 to 1.5 s for the same pages. It is told apart, and the rounds are compared one by one.
    """
    rounds = list(zip(costs[CHECK], costs[PORTAL], costs[COLD], strict=True))
    shares = sorted([(pages.cpu - check.cpu) / cold.cpu for check, pages, cold in rounds])
    own = median([(pages.cpu - pages.system - check.cpu) / cold.cpu for check, pages, cold in rounds])
    return (
        f"The pages of the portal take {median(shares):.1%} of the CPU of a cold build ({shares[0]:.1%} to {shares[-1]:.1%}), "
        f"what gkstd check does left out;\n{own:.1%} without the system's share, which is mostly the making of files. Goal: 3.0%."
    )


def _pages(folder: Path) -> int:
    """Pages of all PDFs below a folder, counted in the page tree of each."""
    import pikepdf

    total = 0
    for path in folder.rglob("*.pdf"):
        with pikepdf.open(path) as pdf:
            total += len(pdf.pages)
    return total


if __name__ == "__main__":
    main()
