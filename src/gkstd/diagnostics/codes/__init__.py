"""Every code there is, by family; the one registry of messages in Chinese and English.

A new code is an entry in its family's file, a page in `diagnostics/explain/` (with an example that fails and one that
passes) and a case in `tests/diagnostics/`. Numbers are never reused; retired codes keep their page.
"""
