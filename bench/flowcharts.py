"""How long all charts of the edition take, SVG and PNG, against one call of `dot -Tsvg` over the same graphs.

    python bench/flowcharts.py [--rounds N]

Runs in this process and on one core, each time without what it remembers of the time before; prints CPU and wall ratios.
`bench/run.py` calls `report` at its end.
"""

import argparse
import resource
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from gkstd.build.stock import stock
from gkstd.render.base import Job, Target
from gkstd.render.flowchart import measure, picture, renderer, shapes, untangle
from gkstd.render.flowchart import print as sheets
from gkstd.render.flowchart.dot import source
from gkstd.render.flowchart.image import program
from gkstd.render.templates import TemplateSet
from gkstd.render.views.process import process_view
from gkstd.source.load import load

ROOT = Path(__file__).parents[1]


def report(root: Path = ROOT, rounds: int = 3) -> str:
    """The table: medians of turns, each step as a multiple of the one call of dot."""
    project = load(root).project
    if project is None:
        return "no project"
    templates = TemplateSet(stock())
    views = [process_view(project, id)[0] for id in project.processes]
    graphs = "".join(source(view) for view in views).encode()
    jobs = [Job(Target(f"flowcharts/{view.id}", "flowchart", view)) for view in views]
    made = renderer.render(jobs, templates)
    pictures = [
        Job(Target(f"flowcharts/{view.id}.png", "flowchart.picture", view), (artifact,))
        for view, artifact in zip(views, made, strict=True)
    ]
    cases: dict[str, Callable[[], object]] = {
        "dot -Tsvg, all graphs": lambda: subprocess.run(
            [program(), "-Tsvg"], input=graphs, capture_output=True, check=True
        ),
        "SVG of all charts": lambda: renderer.render(jobs, templates),
        "PNG of all charts": lambda: picture.render(pictures, templates),
        "sheets for print": lambda: sheets.render(jobs, templates),
    }
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in cases}
    for _ in range(max(1, rounds)):
        for name, run in cases.items():
            for known in (untangle.routed, measure.wrap, measure.flow, shapes.number):
                known.cache_clear()
            began, worked = time.perf_counter(), _work()
            run()
            times[name].append((_work() - worked, time.perf_counter() - began))
    middle = {name: tuple(map(median, zip(*found, strict=True))) for name, found in times.items()}
    middle["SVG and PNG"] = tuple(map(sum, zip(middle["SVG of all charts"], middle["PNG of all charts"], strict=True)))
    base = middle["dot -Tsvg, all graphs"]
    rows = {
        name: [*found, *(value / one for value, one in zip(found, base, strict=True))] for name, found in middle.items()
    }
    lines = [f"{name:24}{cpu:8.2f} s{wall:8.2f} s{by:8.1f}{more:8.1f}" for name, (cpu, wall, by, more) in rows.items()]
    return "\n".join([f"{f'{len(views)} flowcharts':24}     CPU      wall   / one dot: CPU, wall", *lines])


def _work() -> float:
    """Seconds of CPU so far, of this process and those it waited for; `os.times` counts in hundredths."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description="All charts against one call of dot, as ratios of one run.")
    asked.add_argument("--rounds", type=int, default=3, help="how often each case runs (default: 3)")
    print(report(rounds=asked.parse_args().rounds))


if __name__ == "__main__":
    main()
