"""Marks beside steps and what they mean at the foot: the basis as ①②, forms as 表1.

In: `ProcessView`. Out: `Legend`. Marks are those of the whole process, so that a chart in pieces keeps them on each page.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from gkstd.render.views.process import ProcessView, StepView

_ARTICLE = re.compile(r"(《.+》(?:（[^（）]*）)?)(第.+)")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class Legend(Struct, frozen=True):
    """`basis` and `forms` in the order of their first use; `pending` is what is still to be confirmed."""

    basis: tuple[str, ...]
    forms: tuple[str, ...]
    pending: str = ""

    def of(self, step: StepView) -> str:
        """The marks of a step on one line, "" for none."""
        basis = "".join([circled(self.basis.index(text)) for text in step.basis])
        forms = "、".join([str(self.forms.index(text) + 1) for text in step.forms])
        return " ".join([part for part in (f"依据{basis}" if basis else "", f"表{forms}" if forms else "") if part])

    def lines(self, steps: Sequence[StepView]) -> tuple[str, ...]:
        """What the marks of these steps mean: what is disclosed, the basis, the forms; then what is to be confirmed."""
        basis = [text for text in self.basis if any(text in step.basis for step in steps)]
        forms = [text for text in self.forms if any(text in step.forms for step in steps)]
        items = {item.id: item for step in steps for item in step.discloses}
        told = [
            "公开事项：" + "；".join([f"{item.title}（{item.index or item.id}）" for item in items.values()])
            if items
            else "",
            "依据：" + "；".join(self._laws(basis)) if basis else "",
            "表单：" + "；".join([f"表{self.forms.index(text) + 1} {text}" for text in forms]) if forms else "",
            f"待核：{self.pending}" if self.pending else "",
        ]
        return tuple([text for text in told if text])

    def _laws(self, basis: Sequence[str]) -> list[str]:
        """Articles of one law together: ①《…》第三十二条、④第四十五条."""
        laws: dict[str, list[str]] = {}
        for text in basis:
            found = _ARTICLE.fullmatch(text)
            law, article = (found[1], found[2]) if found else (text, "")
            mark = circled(self.basis.index(text))
            known = laws.setdefault(law, [])
            known.append(f"{mark}{article}" if known and article else f"{mark}{text}")
        return ["、".join(told) for told in laws.values()]


def legend(view: ProcessView) -> Legend:
    """The marks of a process."""
    return Legend(
        tuple(dict.fromkeys(text for step in view.steps for text in step.basis)),
        tuple(dict.fromkeys(text for step in view.steps for text in step.forms)),
        view.pending,
    )


def circled(at: int) -> str:
    """The mark of a basis, from 0."""
    return _CIRCLED[at] if at < len(_CIRCLED) else f"[{at + 1}]"
