"""What a standard looks up in the rest of the project, each question noted with its answer.

In: a project. Out: answers, and the digests of those that were asked for. The rules have no other way to the project than
this, so that whoever finds the same standard and the same answers knows what the rules would find.
"""

from collections.abc import Callable
from hashlib import sha256

from gkstd.model.project import Project

Asked = tuple[str, ...]
"""A question: its name and what it is about."""


class Elsewhere:
    """The project, as far as rules may ask about it; every answer is worked out once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._answers: dict[Asked, tuple[str, ...]] = {}
        self._digests: dict[Asked, str] = {}

    def answer(self, asked: Asked) -> tuple[str, ...]:
        """The answer; () to a question that nobody asks."""
        if asked not in self._answers:
            ask = _QUESTIONS.get((asked[0], len(asked)))
            self._answers[asked] = ask(self._project, *asked[1:]) if ask else ()
        return self._answers[asked]

    def digest(self, asked: Asked) -> str:
        """What tells one answer from another."""
        if asked not in self._digests:
            self._digests[asked] = sha256(repr(self.answer(asked)).encode(errors="surrogatepass")).hexdigest()
        return self._digests[asked]


class Looks:
    """The questions of one standard."""

    def __init__(self, elsewhere: Elsewhere) -> None:
        self._elsewhere = elsewhere
        self._asked: dict[Asked, None] = {}

    def laws(self) -> tuple[str, ...]:
        """The titles and short titles of all laws."""
        return self._ask("laws")

    def issued(self, reference: str) -> str:
        """The day on which a standard of the register was issued, as 2018-12-31; "" where that is not known."""
        return "".join(self._ask("issued", reference))

    def shown(self, kind: str, id: str) -> tuple[str, ...]:
        """The words of a catalog, table, form or process."""
        return self._ask("shown", kind, id)

    def noted(self) -> tuple[tuple[Asked, str], ...]:
        """What was asked, and the digest of what was answered."""
        return tuple([(asked, self._elsewhere.digest(asked)) for asked in self._asked])

    def _ask(self, *asked: str) -> tuple[str, ...]:
        self._asked[asked] = None
        return self._elsewhere.answer(asked)


def _laws(project: Project) -> tuple[str, ...]:
    return tuple([name for law in project.laws.values() for name in (law.title, *law.aliases)])


def _issued(project: Project, reference: str) -> tuple[str, ...]:
    known = project.references.get(reference)
    return (known.issued.isoformat(),) if known and known.issued else ()


def _shown(project: Project, kind: str, id: str) -> tuple[str, ...]:
    """The values as they are written; `str` of a frozen value holds all its texts."""
    tables = {"catalog": project.domains, "process": project.processes, "table": project.tables, "form": project.forms}
    value = tables.get(kind, {}).get(id)
    said = [] if value is None else [str(value)]
    if kind == "catalog":
        said += [str(item) for item in project.items.values() if item.domain == id]
    return tuple(said)


_QUESTIONS: dict[tuple[str, int], Callable[..., tuple[str, ...]]] = {
    ("laws", 1): _laws, ("issued", 2): _issued, ("shown", 3): _shown
}  # fmt: skip
