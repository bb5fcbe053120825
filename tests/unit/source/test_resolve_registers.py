"""What register entries say of themselves and what is counted of it."""

from collections.abc import Callable

from gkstd.model.figures import figures
from gkstd.source.load import Loaded

Edit = Callable[..., Loaded]
BODIES = "standards/registers/bodies.yaml"


def test_a_body_is_outside_the_service_centre_unless_said(edit: Edit) -> None:
    project = edit(BODIES).project
    assert project is not None
    assert not any(body.centre for body in project.bodies.values())
    assert figures(project)["centre"] == 0


def test_units_in_the_service_centre_are_counted(edit: Edit) -> None:
    project = edit(BODIES, ("name: 县自然资源局", "name: 县自然资源局\n    centre: true")).project
    assert project is not None
    assert [body.name for body in project.bodies.values() if body.centre] == ["县自然资源局"]
    assert figures(project)["centre"] == 1
