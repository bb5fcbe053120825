"""Diagnostics: what a finding is, every code with its texts, and how findings are printed."""

from gkstd.diagnostics.diagnostic import Code, Diagnostic, Fix, Severity, Text, sort

__all__ = ["Code", "Diagnostic", "Fix", "Severity", "Text", "sort"]
