"""Two independent checkers over PDFs: page (PDF/A-2a and PDF/UA-1) and outloud (PDF/UA-1 and what sense the tags make).

In: paths. Out: objections that no entry of `pdf-disagreements.toml` answers, and the entries that were needed. As a program it
checks every PDF below a folder and fails if anything is left, or if an entry answers nothing any more.
"""

import re
import sys
import tomllib
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import outloud
import page
from msgspec import Struct

LIST = Path(__file__).parents[1] / "pdf-disagreements.toml"
PROFILES = ("2a", "ua1")


class Objection(Struct, frozen=True):
    """What a checker has against a file."""

    checker: str
    rule: str
    page: int
    words: str

    def __str__(self) -> str:
        return f"{self.checker} {self.rule}{f', page {self.page}' if self.page else ''}: {self.words}"


class Verdict(Struct, frozen=True):
    """One file: what is left standing, and the numbers of the entries that answered the rest."""

    path: str
    left: tuple[Objection, ...]
    used: frozenset[int]


def entries() -> list[dict[str, str]]:
    return tomllib.loads(LIST.read_text("utf-8"))["disagreement"]


def verdict(path: str) -> Verdict:
    known = entries()
    used, left = set[int](), []
    for objection in objections(path):
        answers = [n for n, entry in enumerate(known) if _answers(entry, objection, path)]
        used.update(answers)
        left += [] if answers else [objection]
    return Verdict(path, tuple(left), frozenset(used))


def objections(path: str) -> list[Objection]:
    """All of them; what page says of a file comes first."""
    found = []
    for profile in PROFILES:
        report = page.validate_pdf(path, profile=profile, limits=page.SafetyLimits.unlimited())
        found += [Objection("page", failure.rule_id, 0, failure.message) for failure in report.failures]
        if not report.is_compliant and not report.failures:
            found.append(Objection("page", profile, 0, "not compliant"))
    result = outloud.check(path)
    if result.error:
        found.append(Objection("outloud", "unreadable", 0, result.error))
    severe = [finding for finding in result.sorted_findings() if finding.severity in ("error", "warning")]
    return found + [
        Objection("outloud", f.rule, f.page or 0, f"{f.message} {f.evidence or ''}".strip()) for f in severe
    ]


def lengths_hold(data: bytes) -> bool:
    """Whether each stream is as long as it says: by the byte, `endstream` after one line feed."""
    for head in re.finditer(rb"/Length (\d+)(?:(?!endobj).){0,400}?>>\nstream\n", data, re.DOTALL):
        end = head.end() + int(head[1])
        if data[end : end + 10] != b"\nendstream":
            return False
    return True


def _answers(entry: dict[str, str], objection: Objection, path: str) -> bool:
    same = (entry["checker"], entry["rule"]) == (objection.checker, objection.rule)
    if not (same and re.search(entry["words"], objection.words)):
        return False
    return entry.get("proof") != "lengths" or lengths_hold(Path(path).read_bytes())


def main(folders: Iterable[str]) -> int:
    paths = sorted(str(path) for folder in folders for path in Path(folder).rglob("*.pdf"))
    used = set[int]()
    left = 0
    with ProcessPoolExecutor() as pool:
        for one in pool.map(verdict, paths):
            used |= one.used
            left += len(one.left)
            for objection in one.left:
                print(f"{one.path}: {objection}")
    idle = [entry["rule"] for n, entry in enumerate(entries()) if n not in used]
    for rule in idle:
        print(f"{LIST.name}: no file needs the entry for {rule} any more")
    print(f"{len(paths)} PDFs, {left} objections")
    return 1 if left or idle or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
