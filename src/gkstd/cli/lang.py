"""Which language the program speaks: `--lang`, else GKSTD_LANG, else the locale; Chinese when none of them tells."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

LANGS = ("zh", "en")


def choose(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """ "zh" or "en". The arguments are looked at before click runs, since help texts are chosen at start-up."""
    if given := [value for value in _given(argv) if value in LANGS]:
        return given[-1]
    for name in ("GKSTD_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "")[:2].lower()
        if value in LANGS:
            return value
        if environ.get(name):
            break
    return "zh"


def _given(argv: Sequence[str]) -> Iterator[str]:
    """What `--lang` is given, each time it is; after `--` no word is an option."""
    words = iter(argv)
    for word in words:
        if word == "--":
            return
        if word == "--lang":
            yield next(words, "")
        elif word.startswith("--lang="):
            yield word.removeprefix("--lang=")


def without_choice(argv: Sequence[str]) -> list[str]:
    """The arguments less a valid `--lang`; a wrong one comes first, where click knows the option and refuses its value."""
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        if word == "--":
            return [*rest, word, *words]
        if word == "--lang":
            value = next(words, None)
            if value is None:
                return [word]
            rest = rest if value in LANGS else [word, value, *rest]
        elif word.startswith("--lang="):
            rest = rest if word.removeprefix("--lang=") in LANGS else [word, *rest]
        else:
            rest.append(word)
    return rest


LANG = choose(sys.argv[1:], os.environ)


def say(zh: str, en: str) -> str:
    """The one of two sentences that this run speaks."""
    return en if LANG == "en" else zh


def guess(word: str, known: Iterable[str], act: str = "写") -> str:
    """The end of a message about a word that is not known: the nearest that is; `act` is what the Chinese says one meant to do."""
    from gkstd.model.values.nearest import closest

    near = closest(word, known)
    return say(f"；您是不是想{act} {near}？", f"; did you mean {near}?") if near else ""
