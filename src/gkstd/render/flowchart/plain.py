"""Text as XML can hold it. In: a view. Out: the same view in which no text has a character that XML forbids."""

import re
from typing import TypeVar, cast

from msgspec import Struct, json, structs

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


_S = TypeVar("_S", bound=Struct)


def plain(value: object, kind: type[_S]) -> _S:
    """The value, with U+FFFD for control characters, unpaired surrogates and noncharacters."""
    if not isinstance(value, kind):
        raise TypeError(f"{kind.__name__} expected")
    return value if _is_plain(value) else cast("_S", _clean(value))


def _is_plain(value: Struct) -> bool:
    """Whether nothing has to be replaced, as nearly always: JSON escapes control characters and cannot hold unpaired surrogates."""
    try:
        text = json.encode(value).decode()
    except UnicodeEncodeError:
        return False
    return "\\" not in text and not _FORBIDDEN.search(text)


def _clean(value: object) -> object:
    if isinstance(value, str):
        return _FORBIDDEN.sub("\ufffd", value)
    if isinstance(value, tuple):
        return tuple(_clean(part) for part in value)
    if isinstance(value, Struct):
        return structs.replace(value, **{name: _clean(getattr(value, name)) for name in value.__struct_fields__})
    return value
