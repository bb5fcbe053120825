"""GK420, GK421, GK422, GK425: the limits of a process against its terms, and what they rest on."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.graph import edges, reach
from gkstd.checks.steps import At, by_id, entire, steps
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import process as codes
from gkstd.model.durations import Span, span, timing
from gkstd.model.process import Process
from gkstd.model.values.limit import Duration, Relation, Unit, calendar_days, exceeds

WHICH = {"promise": Text("承诺期限", "promise"), "statutory": Text("法定期限", "statutory term")}


def steps_exceed(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each term that the critical path surely exceeds. Only where `clock` says what the terms count."""
    for process in entire(ctx):
        if process.clock is None:
            continue
        total = timing(process).total
        for name, term in (("promise", process.promise), ("statutory", process.statutory)):
            if term and _surely_longer(total, _allowed(term)):
                yield _exceeded(ctx, process, name, term)
                break


def promise_exceeds(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each promise that is surely worse than the law."""
    for process in ctx.project.processes.values():
        if process.promise and process.statutory and exceeds(process.promise, process.statutory):
            yield codes.PROMISE_EXCEEDS.at(
                ctx.places.span("process", process.id, "promise"),
                labels=((ctx.places.span("process", process.id, "statutory"), Text("法定期限", "the statutory term")),),
                hints=(Text("承诺不能比法定的时间长：核对两个数", "a promise may not exceed the law: check both"),),
                promise=process.promise.text,
                statutory=process.statutory.text,
            )


def limit_without_basis(ctx: Context) -> Iterator[Diagnostic]:
    """One note for each step with a limit of its own making. Steps that disclose rest on the basis of their items."""
    for process in ctx.project.processes.values():
        for one in steps(process):
            step = one.step
            if step.limit and not step.limit.immediate and not step.basis and not step.discloses:
                yield codes.NO_BASIS.at(
                    one.place(ctx, "limit"),
                    hints=(
                        Text(
                            "写上 basis；本县自定的可以不理会",
                            "add `basis`; leave it where the county set the limit itself",
                        ),
                    ),
                    step=step.title,
                    limit=step.limit.text,
                )


def since_before(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each limit that runs from a step which does not lead to it."""
    for process in entire(ctx):
        table, ways = by_id(process), edges(process)
        for one in steps(process):
            since = one.step.since
            if since in table and (since == one.step.id or one.step.id not in reach(ways, [since])):
                yield _later(ctx, one, table[since])


def _allowed(term: Duration) -> Span:
    """What a term allows with its extension."""
    whole = span(term)
    return whole if not term.extension or term.unit is None else whole + Span(((term.unit, term.extension),))


def _surely_longer(total: Span, allowed: Span) -> bool:
    """Unit against unit; mixed ones only if the least calendar days of one exceed the most of the other."""
    (unit, most), *_ = allowed.parts or ((Unit.DAY, 0),)
    own = total.number(unit)
    if own is not None:
        return own > most
    return sum(_days(total, 0)) > sum(_days(allowed, 1))


def _days(found: Span, which: int) -> list[int]:
    """The least (0) or the most (1) calendar days of each part."""
    ranges = [calendar_days(Duration(number, unit, Relation.WITHIN, "")) for unit, number in found.parts]
    return [days[which] for days in ranges if days]


def _exceeded(ctx: Context, process: Process, name: str, term: Duration) -> Diagnostic:
    found, table = timing(process), by_id(process)
    timed = [table[id] for id in found.path[1:] if table[id].step.limit and not table[id].step.excluded]
    longest = max(timed, key=lambda one: span(one.step.limit).weight)
    return codes.STEPS_EXCEED.at(
        ctx.places.span("process", process.id, name),
        labels=((longest.place(ctx, "limit"), Text("这条路上最长的一步", "the longest step on the way")),),
        hints=(
            Text(
                "自更早的步骤起算的时限写 since；法律不计入的写 excluded: true；否则改时限或期限",
                "use `since` for a limit that runs from an earlier step and `excluded: true` for time the law leaves out; "
                "otherwise mend a limit or the term",
            ),
        ),
        total=found.total.text,
        which_zh=WHICH[name].zh,
        which_en=WHICH[name].en,
        term=term.text,
    )


def _later(ctx: Context, one: At, since: At) -> Diagnostic:
    return codes.SINCE_LATER.at(
        one.place(ctx, "since"),
        labels=((since.place(ctx, "id"), Text("起算的步骤", "where it runs from")),),
        hints=(Text("写它前面的一个步骤；自上一步起算的不用写", "name a step before it, or leave `since` out"),),
        step=one.step.title,
        since=since.step.title,
    )
