"""The order in which readers meet the catalogs: as the project lists them, the county's before those of towns and villages.

In: a project. Out: its domains.
"""

from gkstd.model.item import Domain
from gkstd.model.project import Project
from gkstd.model.values.level import Level


def domains(project: Project) -> tuple[Domain, ...]:
    """All of them, from high levels to low."""
    return tuple(sorted(project.domains.values(), key=lambda domain: -domain.level.rank))


def county(project: Project) -> tuple[Domain, ...]:
    """The domains of the county."""
    return tuple([domain for domain in domains(project) if domain.level.rank >= Level("县级").rank])


def local(project: Project) -> tuple[Domain, ...]:
    """What towns and villages disclose."""
    return tuple([domain for domain in domains(project) if domain.level.rank < Level("县级").rank])
