"""Memory that nothing uses any more, given back to the system.

In: nothing. Out: nothing. What boxes of a page held is freed in pieces of a size that the tags made next do not ask for; without
this, a book takes both. Where the C library has no such call, nothing happens.
"""

import ctypes
import gc
from collections.abc import Callable
from functools import cache
from typing import Any


def give_back(*, cycles: bool = True) -> None:
    """Let go of free memory, after looking for objects that only hold each other."""
    if cycles:
        gc.collect()
    _trim()(0)


@cache
def _trim() -> Callable[[int], Any]:
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # other systems than Linux with glibc
        return lambda _: None
