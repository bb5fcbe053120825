"""How wide the columns of the steps of a process are."""

from typing import Any

from msgspec.structs import replace

from gkstd.render.paged import columns
from gkstd.render.views.process import DisclosureView, ProcessView, process_view


def shown(project: Any, **fields: Any) -> ProcessView:
    """The process of the test project, all its steps changed alike."""
    view = process_view(project, "eia-approval")[0]
    return replace(view, steps=tuple([replace(step, **fields) for step in view.steps]))


def test_the_shares_are_the_whole_table(project: Any) -> None:
    found = columns.step_shares(shown(project))
    assert len(found) == 6
    assert abs(sum(found) - 100) < 0.1
    assert found[0] == columns.NUMBER


def test_a_column_is_as_wide_as_its_longest_cell_where_there_is_room(project: Any) -> None:
    longer = columns.step_shares(shown(project, lane="县自然资源和规划行政审批"))
    assert longer[2] / 100 * 49.7 - 0.9 >= 12
    assert columns.step_shares(shown(project, lane="县局"))[2] < longer[2]


def test_long_lists_do_not_starve_the_others(project: Any) -> None:
    listed = tuple([DisclosureView(f"i{n}", f"公开事项{n}" * 8, "") for n in range(5)])
    found = columns.step_shares(shown(project, discloses=listed))
    assert all(share >= 100 * 7.0 / 49.7 - 0.01 for share in found[1:])


def test_a_mark_beside_a_limit_takes_room_too(project: Any) -> None:
    sure = columns.step_shares(shown(project, limit="20个工作日内"))
    assert columns.step_shares(shown(project, limit="20个工作日内", unconfirmed=("limit",)))[3] > sure[3]
