"""Templates: the stock ones of the package, under those of the project; and the sandbox in which they run.

The text travels, paths do not. A project file of the same name wins; `gkstd/…` always means the stock one, so an override
can extend what it replaces. What a template looked up is recorded, misses too, so that an override added later is seen.
Data is never compiled: only these texts are templates.
"""

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from types import CodeType
from typing import TYPE_CHECKING

from msgspec import Struct

from gkstd.diagnostics import Text
from gkstd.render.bounds import bounded

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment

Reads = tuple[tuple[str, str | None], ...]


_FOLDERS = {"project": "templates/", "gkstd": "gkstd/"}
"""How the layers are named to people: the folder of the project, and the prefix of what comes with gkstd."""


class TemplateSet(Struct, frozen=True):
    """Template and style texts by name ("site/item.html"): the project's `overrides` and the package's `stock`."""

    stock: Mapping[str, str]
    overrides: Mapping[str, str] = {}

    def lookup(self, name: str) -> str | None:
        """The digest of what `layer:path` (as recorded in `Reads`) holds now; None if there is no such file."""
        layer, _, path = name.partition(":")
        text = (self.overrides if layer == "project" else self.stock).get(path)
        return None if text is None else digest(text)

    def text(self, path: str, reads: dict[str, str | None]) -> str:
        """A text used as it is (a style sheet), project first; KeyError is a bug in gkstd."""
        own = self.overrides.get(path)
        reads[f"project:{path}"] = None if own is None else digest(own)
        if own is not None:
            return own
        reads[f"gkstd:{path}"] = digest(self.stock[path])
        return self.stock[path]

    def environment(self, reads: dict[str, str | None]) -> "Environment":
        """A sandboxed environment that notes in `reads` what it looks up."""
        from jinja2 import ChoiceLoader, FunctionLoader, PrefixLoader, StrictUndefined

        def layer(label: str, texts: Mapping[str, str]) -> FunctionLoader:
            look = _recorder(label, texts, reads)
            return FunctionLoader(
                lambda path: None if (text := look(path)) is None else (text, _FOLDERS[label] + path, None)
            )

        stock = layer("gkstd", self.stock)
        loader = ChoiceLoader([layer("project", self.overrides), PrefixLoader({"gkstd": stock}), stock])
        return _sandbox()(
            loader=loader,
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_compiled(),
        )


@cache
def _sandbox() -> "type[Environment]":
    """Jinja's sandbox, which is not asked about the fields of our own records: they are data, and most of what templates read."""
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        template_class = bounded()

        def getattr(self, obj: object, attribute: str) -> object:
            if isinstance(obj, Struct) and attribute in obj.__struct_fields__:
                return getattr(obj, attribute)
            return super().getattr(obj, attribute)

    return Sandbox


@cache
def _compiled() -> "BytecodeCache":
    """Templates compiled so far in this process: each target has its own environment, which notes its reads.

    By name, text and the filters there are: what is compiled depends on how each filter wants to be called.
    """
    from jinja2 import BytecodeCache
    from jinja2.bccache import Bucket

    class Compiled(BytecodeCache):
        def __init__(self) -> None:
            self.codes: dict[tuple[str, str, frozenset[str]], CodeType | None] = {}

        def load_bytecode(self, bucket: Bucket) -> None:
            bucket.code = self.codes.get(self._place(bucket))

        def dump_bytecode(self, bucket: Bucket) -> None:
            self.codes[self._place(bucket)] = bucket.code

        @staticmethod
        def _place(bucket: Bucket) -> tuple[str, str, frozenset[str]]:
            return bucket.key, bucket.checksum, frozenset(bucket.environment.filters)

    return Compiled()


def faults() -> tuple[type[Exception], ...]:
    """What a template may raise, whatever is wrong with it."""
    from jinja2 import TemplateError

    return (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def told(fault: Exception, otherwise: str) -> tuple[tuple[str, str], ...]:
    """What a finding says of a fault: where it arose, and why in both languages where we know them."""
    text = getattr(fault, "text", None)
    why = text if isinstance(text, Text) else Text(*[str(fault) or type(fault).__name__] * 2)
    return (("template", place(fault, otherwise)), ("why_zh", why.zh), ("why_en", why.en))


def place(fault: BaseException, otherwise: str) -> str:
    """Where in the templates a fault arose, "templates/paged/cover.html:3"; `otherwise` if it does not tell."""
    name, line = getattr(fault, "filename", None) or "", getattr(fault, "lineno", None)
    at = fault.__traceback__
    while at is not None:
        file = at.tb_frame.f_code.co_filename
        if file.startswith(tuple(_FOLDERS.values())):
            name, line = file, at.tb_lineno
        at = at.tb_next
    return f"{name}:{line}" if name and line else otherwise


def _recorder(label: str, texts: Mapping[str, str], reads: dict[str, str | None]) -> Callable[[str], str | None]:
    def load(path: str) -> str | None:
        text = texts.get(path)
        reads[f"{label}:{path}"] = None if text is None else digest(text)
        return text

    return load


def freeze(reads: Mapping[str, str | None]) -> Reads:
    """Reads as a sorted tuple, as artifacts keep them."""
    return tuple(sorted(reads.items()))


def digest(text: str) -> str:
    """SHA-256 of a text, in hex."""
    return sha256(text.encode()).hexdigest()
