"""What `build/` is to hold after a build: pure, from results and the last manifest to claims and the next manifest.

In: a plan, what its targets gave, what is there. Out: which file belongs to which target, what stays, the manifest.
Never writes.
"""

from collections.abc import Callable, Mapping

from msgspec import Struct

import gkstd
from gkstd.build import manifest as manifests
from gkstd.build.cache import Trace
from gkstd.build.fingerprint import Stored
from gkstd.build.manifest import Entry, Manifest
from gkstd.build.outputs import GROUPS
from gkstd.build.plan import Plan
from gkstd.diagnostics.codes.build import CLASH
from gkstd.model.project import Identity
from gkstd.render.base import Finding, Target
from gkstd.source.load import Loaded


class Claim(Struct, frozen=True):
    """A file of this build and the target it belongs to."""

    target: Target
    output: Stored


class Claims(Struct, frozen=True):
    """All files of this build in plan order, and the targets that wanted a file another target has."""

    files: tuple[Claim, ...]
    clashes: Mapping[str, Finding]


def claim(plan: Plan, results: Mapping[str, Trace]) -> Claims:
    """Who writes what. Names that differ only in case are one file on many systems, so they clash everywhere."""
    owners: dict[str, str] = {}
    files: list[Claim] = []
    clashes: dict[str, Finding] = {}
    for target in plan.targets:
        if target.name not in results or not plan.publishes(target):
            continue
        outputs = results[target.name].outputs
        taken = [output.path for output in outputs if owners.get(output.path.casefold(), target.name) != target.name]
        if taken:
            other = owners[taken[0].casefold()]
            clashes[target.name] = Finding(
                CLASH, values=(("target", target.name), ("other", other), ("path", taken[0]))
            )
            continue
        owners.update({output.path.casefold(): target.name for output in outputs})
        files += [Claim(target, output) for output in outputs]
    return Claims(tuple(files), clashes)


def staying(last: Manifest | None, plan: Plan, claims: Claims, failed: frozenset[str]) -> frozenset[str]:
    """Paths of the last build that stay though this one does not make them: of failed targets, and of groups not asked for."""
    claimed = {claim.output.path for claim in claims.files}
    entries = last.outputs if last else ()
    stay = [entry.path for entry in entries if entry.target in failed or not concerned(plan, entry.path)]
    return frozenset(stay).difference(claimed)


def concerned(plan: Plan, path: str) -> bool:
    """Whether this build decides about a path: all of them if every group was asked for, even of groups long gone."""
    return (not plan.only and set(plan.groups).issuperset(GROUPS)) or plan.concerns(path)


def manifest(
    loaded: Loaded,
    identity: Identity,
    claims: Claims,
    kept: tuple[Manifest | None, frozenset[str]],
    engines: "Versions",
) -> Manifest:
    """The next manifest; `kept` are the last one and the paths of it that stay."""
    last, stay = kept
    sources = _sources(loaded)
    entries = [_entry(claim) for claim in claims.files] + manifests.kept(last, sources, stay)
    earlier = dict(last.engines) if last and stay else {}
    return Manifest(
        schema_version=manifests.SCHEMA,
        gkstd=gkstd.__version__,
        edition=manifests.Edition(identity.edition.id, identity.edition.title, identity.edition.date.isoformat()),
        as_of=identity.as_of.isoformat(),
        engines={**earlier, **{name: engines[0](name) for name in engines[1]}},
        sources=sources,
        outputs=tuple(sorted(entries, key=lambda entry: entry.path)),
    )


Versions = tuple[Callable[[str], Mapping[str, str]], tuple[str, ...]]
"""How to learn the versions behind a renderer, and the renderers of this build."""


def _entry(claim: Claim) -> Entry:
    output = claim.output
    return Entry(output.path, output.sha256, output.size, claim.target.name, claim.target.sources)


def _sources(loaded: Loaded) -> dict[str, str]:
    texts = {name: file.text.encode() for name, file in loaded.files.items()}
    texts |= {manifests.TEMPLATES + name: text.encode() for name, text in loaded.templates.items()}
    images = loaded.project.images if loaded.project else {}
    return manifests.source_digests(texts | {f"standards/images/{name}": data for name, data in images.items()})
