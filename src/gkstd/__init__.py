"""gkstd: the compiler for disclosure standards."""

__version__ = "0.1.0"
