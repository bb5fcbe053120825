"""Records → project: names to register entries, Chinese values to their meaning, ids to objects."""

from gkstd.source.resolve.project import resolve

__all__ = ["resolve"]
