"""What the compiler asks of a project that could be read: one file per check, and the table of all of them.

In: a context. Out: findings, in the order of the table (the caller sorts). Checks never read files, never change
anything, and stay silent about what an earlier stage has reported.
"""

from collections.abc import Iterator

from gkstd.checks.base import Check, Context
from gkstd.checks.body_ended import body_ended
from gkstd.checks.disclosures import never_disclosed, other_process
from gkstd.checks.drafting import drafting_rules
from gkstd.checks.exhaustive import exhaustive
from gkstd.checks.lanes import lanes
from gkstd.checks.law_not_in_force import law_not_in_force
from gkstd.checks.law_revised import law_revised
from gkstd.checks.limit_ceiling import limit_ceiling
from gkstd.checks.literal import bold_headings, literal_markup
from gkstd.checks.printed import domain_printed, empty_part, printed_twice, standard_printed
from gkstd.checks.process_ends import process_ends
from gkstd.checks.prose import prose_numbers, prose_sources
from gkstd.checks.public_channel import public_channel, request_for_everybody
from gkstd.checks.reachable import dead_end, unreachable
from gkstd.checks.services import disclosures_missing, fee_unfounded, promise_broken, stages_exceed, vague_material
from gkstd.checks.several import several_in_one
from gkstd.checks.stale_names import stale_names
from gkstd.checks.standard_superseded import standard_superseded
from gkstd.checks.standard_system import distinct_branches, known_branch
from gkstd.checks.step_exits import step_exits
from gkstd.checks.step_targets import step_targets
from gkstd.checks.step_titles import long_texts, step_titles
from gkstd.checks.targets import target_missed, unknown_figure
from gkstd.checks.terms import limit_without_basis, promise_exceeds, since_before, steps_exceed
from gkstd.checks.titles import titles
from gkstd.checks.unused import unused_bodies, unused_laws, unused_references
from gkstd.diagnostics import Diagnostic

CHECKS: tuple[Check, ...] = (
    Check(law_not_in_force),
    Check(law_revised),
    Check(standard_superseded),
    Check(body_ended),
    Check(stale_names),
    Check(limit_ceiling),
    Check(public_channel),
    Check(request_for_everybody),
    Check(several_in_one),
    Check(process_ends),
    Check(step_targets),
    Check(step_exits),
    Check(unreachable),
    Check(dead_end),
    Check(lanes),
    Check(step_titles),
    Check(long_texts),
    Check(titles),
    Check(never_disclosed),
    Check(other_process),
    Check(exhaustive),
    Check(steps_exceed),
    Check(promise_exceeds),
    Check(limit_without_basis, whole=True),
    Check(since_before),
    Check(disclosures_missing),
    Check(promise_broken),
    Check(stages_exceed),
    Check(fee_unfounded),
    Check(vague_material),
    Check(empty_part),
    Check(printed_twice),
    Check(unknown_figure),
    Check(literal_markup),
    Check(bold_headings),
    Check(prose_numbers),
    Check(prose_sources),
    Check(known_branch),
    Check(distinct_branches),
    Check(drafting_rules),
    Check(target_missed, whole=True),
    Check(unused_bodies, whole=True),
    Check(unused_laws, whole=True),
    Check(unused_references, whole=True),
    Check(domain_printed, whole=True),
    Check(standard_printed, whole=True),
)


def run(context: Context, whole: bool) -> Iterator[Diagnostic]:
    """All findings. `whole`: every file could be read, so that absence means something."""
    for check in CHECKS:
        if whole or not check.whole:
            yield from check.run(context)


__all__ = ["CHECKS", "Check", "Context", "run"]
