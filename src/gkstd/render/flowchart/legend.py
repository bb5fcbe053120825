"""Marks beside steps and what they mean at the foot: the basis as ①②, forms as 表1.

In: `ProcessView`. Out: `Legend`. Marks are those of the whole process, so that a chart in pieces keeps them on each page.
"""

from collections.abc import Sequence

from msgspec import Struct

from gkstd.render.views.printed import doubted
from gkstd.render.views.process import ProcessView, StepView
from gkstd.render.views.sources import marks, meanings


class Legend(Struct, frozen=True):
    """`basis` and `forms` in the order of their first use; `pending` is what is still to be confirmed."""

    basis: tuple[str, ...]
    forms: tuple[str, ...]
    pending: str = ""

    def of(self, step: StepView) -> str:
        """The marks of a step on one line, "" for none."""
        basis = marks(step, self.basis)
        forms = "、".join([str(self.forms.index(text) + 1) for text in step.forms])
        basis = doubted(f"依据{basis}" if basis else "", step.unconfirmed, "basis")
        forms = doubted(f"表{forms}" if forms else "", step.unconfirmed, "forms")
        return " ".join([part for part in (basis, forms) if part])

    def lines(self, steps: Sequence[StepView]) -> tuple[str, ...]:
        """What the marks of these steps mean: what is disclosed, the basis, the forms; then what is to be confirmed."""
        basis = [text for text in self.basis if any(text in step.basis for step in steps)]
        forms = [text for text in self.forms if any(text in step.forms for step in steps)]
        items = {item.id: item for step in steps for item in step.discloses}
        told = [
            "公开事项：" + "；".join([f"{item.title}（{item.index or item.id}）" for item in items.values()])
            if items
            else "",
            "依据：" + "；".join(meanings(self.basis, basis)) if basis else "",
            "表单：" + "；".join([f"表{self.forms.index(text) + 1} {text}" for text in forms]) if forms else "",
            f"待核：{self.pending}" if self.pending else "",
        ]
        return tuple([text for text in told if text])


def legend(view: ProcessView) -> Legend:
    """The marks of a process."""
    return Legend(view.sources, tuple(dict.fromkeys(text for step in view.steps for text in step.forms)), view.pending)
