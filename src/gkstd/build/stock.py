"""The templates and style sheets that come with gkstd.

In: the package. Out: texts by name ("site/item.html"). Reads only its own folder.
"""

from pathlib import Path

import gkstd


def stock() -> dict[str, str]:
    """Every text of the package's `templates/`, sorted by name; what is not text is no template."""
    home = Path(gkstd.__file__).parent / "templates"
    paths = {path.relative_to(home).as_posix(): path for path in home.rglob("*") if path.is_file()}
    texts = {name: _text(path) for name, path in sorted(paths.items()) if "__pycache__" not in name}
    return {name: text for name, text in texts.items() if text is not None}


def _text(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return None
