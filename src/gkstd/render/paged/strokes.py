"""Operators of a page, written with less work than the engine takes for them; the bytes are the same.

In: colours, numbers and blocks of a content stream. Out: the engine's operators. `quick` puts these functions in place.
"""

from typing import Any

from weasyprint.draw.color import get_color
from weasyprint.pdf import pydyf
from weasyprint.pdf.stream import Stream

_SET_COLOR = Stream.set_color


def _to_bytes(item: Any) -> bytes:
    """A number, a name or an object as it stands in a file."""
    kind = type(item)
    if kind is bytes:
        return item  # type: ignore[no-any-return]
    if kind is float:
        return b"%d" % item if item.is_integer() else (b"%f" % item).rstrip(b"0")
    if kind is str:
        return item.encode("ascii")  # type: ignore[no-any-return]
    if kind is int:
        return b"%d" % item
    return item.data if isinstance(item, pydyf.Object) else str(item).encode("ascii")


def _set_color(stream: Any, color: Any, stroke: bool = False) -> None:
    """In the place of `Stream.set_color`: what a colour is told by is made once for it, and its operator where it changes."""
    known = vars(color)
    if "told" not in known:
        known["told"] = (color.space, *color.coordinates)
    told = known["told"]
    current = stream._current_color_stroke if stroke else stream._current_color
    if told == current:
        stream.set_alpha(color.alpha, stroke)
    else:
        _SET_COLOR(stream, color, stroke)


def _get_color(style: Any, key: str) -> Any:
    """A colour is not compared with a word, which takes long."""
    value = style[key]
    return style["color"] if type(value) is str and value == "currentcolor" else value


class _Stacked:
    """In the place of the generator of `Stream.stacked`, which costs more than what is drawn in it."""

    __slots__ = ("stream",)

    def __init__(self, stream: Any) -> None:
        self.stream = stream

    def __enter__(self) -> None:
        self.stream.push_state()

    def __exit__(self, *_: object) -> None:
        self.stream.pop_state()


class _Artifact(_Stacked):
    """The same for `Stream.artifact`."""

    __slots__ = ()

    def __enter__(self) -> None:
        if self.stream._tags is not None:
            self.stream.begin_marked_content("Artifact")

    def __exit__(self, *_: object) -> None:
        if self.stream._tags is not None:
            self.stream.end_marked_content()


def _stacked(stream: Any) -> _Stacked:
    return _Stacked(stream)


def _artifact(stream: Any) -> _Artifact:
    return _Artifact(stream)


FUNCTIONS: tuple[tuple[Any, Any], ...] = ((get_color, _get_color),)
METHODS: tuple[tuple[Any, str, Any], ...] = (
    (Stream, "set_color", _set_color),
    (Stream, "stacked", _stacked),
    (Stream, "artifact", _artifact),
    (pydyf, "_to_bytes", _to_bytes),
)
