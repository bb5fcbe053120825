"""Which targets a build has, in which order: pure, from targets to waves.

In: targets and the groups asked for. Out: a `Plan`. Never renders, never reads a file.
"""

from collections.abc import Iterable

from msgspec import Struct

from gkstd.build.events import group_of
from gkstd.render.base import Target


class Plan(Struct, frozen=True):
    """Targets in waves: none needs another of its own wave or a later one; each wave is sorted by name.

    `weights` is the cost of a target and of the longest chain of work that waits for it: the heaviest starts first.
    `only` are the ids of the objects asked for; () for all.
    """

    groups: tuple[str, ...]
    waves: tuple[tuple[Target, ...], ...]
    weights: dict[str, int]
    only: tuple[str, ...] = ()

    @property
    def targets(self) -> tuple[Target, ...]:
        """All targets in plan order."""
        return tuple([target for wave in self.waves for target in wave])

    def publishes(self, target: Target) -> bool:
        """Whether this build writes what the target gives: it may be planned only because another group needs it."""
        return target.published and self.concerns(target.name)

    def concerns(self, name: str) -> bool:
        """Whether a target, or a path below the output folder, is of the groups and objects asked for."""
        return group_of(name) in self.groups and (not self.only or object_of(name) in self.only)


def object_of(name: str) -> str:
    """The id of the object a target or file shows: site/processes/a.html → a, flowcharts/a.png → a, site/a/index.html → a."""
    parts = [part.partition(".")[0] for part in name.split("/")]
    return parts[-2] if parts[-1] == "index" and len(parts) > 1 else parts[-1]


def arrange(targets: Iterable[Target], groups: tuple[str, ...], only: tuple[str, ...] = ()) -> Plan:
    """The plan for these groups, and of them only these objects: their targets and, through `needs`, whatever those need.

    Two targets of one name, an unknown need or a circle are bugs of the planners: ValueError.
    """
    every: dict[str, Target] = {}
    for target in targets:
        if every.setdefault(target.name, target) is not target:
            raise ValueError(f"two targets are called {target.name}")
    asked = Plan(groups, (), {}, only)
    wanted = _closure(every, [name for name, target in every.items() if asked.publishes(target)])
    waves = _waves(wanted)
    return Plan(groups, waves, _weights(waves), only)


def _closure(every: dict[str, Target], names: list[str]) -> dict[str, Target]:
    wanted: dict[str, Target] = {}
    while names:
        name = names.pop()
        if name in wanted:
            continue
        if name not in every:
            raise ValueError(f"nothing makes {name}")
        wanted[name] = every[name]
        names.extend(every[name].needs)
    return wanted


def _waves(wanted: dict[str, Target]) -> tuple[tuple[Target, ...], ...]:
    waves: list[tuple[Target, ...]] = []
    placed: set[str] = set()
    left = sorted(wanted)
    while left:
        ready = [name for name in left if placed.issuperset(wanted[name].needs)]
        if not ready:
            raise ValueError(f"these targets need each other: {', '.join(left)}")
        waves.append(tuple([wanted[name] for name in ready]))
        placed.update(ready)
        left = [name for name in left if name not in placed]
    return tuple(waves)


def _weights(waves: tuple[tuple[Target, ...], ...]) -> dict[str, int]:
    behind: dict[str, int] = {}
    weights: dict[str, int] = {}
    for target in [target for wave in reversed(waves) for target in wave]:
        weights[target.name] = target.cost + behind.get(target.name, 0)
        for need in target.needs:
            behind[need] = max(behind.get(need, 0), weights[target.name])
    return weights
