"""How much a template may take: a project's own may loop without end or write without measure.

In: a Jinja template. Out: the same, whose `render` gives up when it has computed too long or written too much, with the place it had
come to. Computing is counted, not waiting, so that a busy machine stops nobody. Where the system has no such clock, or outside the
main thread, the limit of the worker holds.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import FrameType
from typing import TYPE_CHECKING

from gkstd.diagnostics import Text

if TYPE_CHECKING:
    from jinja2 import Template

SECONDS = 10.0
"""The largest handbook of the edition takes a twentieth of it."""
CHARACTERS = 20_000_000
"""It has a fortieth of them."""
_AGAIN, _MOMENT = 1.0, 0.001


@cache
def excess() -> type[Exception]:
    """What is raised: an error of templates, that says why in both languages as `text`."""
    from jinja2 import TemplateRuntimeError

    class ExcessError(TemplateRuntimeError):
        def __init__(self, text: Text) -> None:
            super().__init__(text.en)
            self.text = text

    return ExcessError


@cache
def bounded() -> "type[Template]":
    """The class of templates for an environment; one that took too much is not tried again in it."""
    from jinja2 import Template

    class Bounded(Template):
        spent: Exception | None = None

        def render(self, *args: object, **values: object) -> str:
            if self.spent:
                raise self.spent
            try:
                with _within(SECONDS):
                    text = super().render(*args, **values)
                if len(text) > CHARACTERS:
                    raise excess()(_too_much())
            except excess() as fault:
                self.spent = fault
                raise
            return text

    return Bounded


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "SIGVTALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(_number: int, frame: FrameType | None) -> None:
    """A jump back to the head of a loop belongs to no line, and Jinja could not say where it was: a moment later, then."""
    if frame is not None and frame.f_lineno is None:
        signal.setitimer(signal.ITIMER_VIRTUAL, _MOMENT, _AGAIN)
        return
    raise excess()(
        Text(
            f"运算了 {SECONDS:g} 秒还没有完，已中止",
            f"it had not come to an end after {SECONDS:g} seconds of computing",
        )
    )


def _too_much() -> Text:
    return Text(f"写出的内容超过 {CHARACTERS:,} 个字符", f"it wrote more than {CHARACTERS:,} characters")
