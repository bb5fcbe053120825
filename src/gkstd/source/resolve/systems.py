"""gkstd.yaml, `system` → the standard system."""

from gkstd.model.system import Branch, System
from gkstd.source.records.project import BranchRecord, SystemRecord


def system(r: SystemRecord | None) -> System | None:
    """The tree of branches; that each is named once is checked by `standard_system`."""
    if r is None:
        return None
    return System(r.title, r.note or "", r.related, tuple([_branch(one) for one in r.branches]))


def _branch(r: BranchRecord) -> Branch:
    return Branch(r.code, r.title, tuple([_branch(one) for one in r.branches]))
