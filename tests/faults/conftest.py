"""The builder with a renderer of ten lines, and the smallest clean project."""

from support.build_fixtures import kitchen, project

__all__ = ["kitchen", "project"]
