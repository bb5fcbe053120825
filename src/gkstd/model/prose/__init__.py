"""The text of a standard as values: Markdown in, blocks and inline pieces with their places out, then their numbers.

`parse` splits one text (`blocks.py`, `inline.py`); `passages.py` walks all texts of a standard in the order of print;
`numbering.py` numbers what they hold and resolves cross-references. All of it is pure and total: any text gives blocks,
and what is wrong comes back as slips. Nothing here prints; the renderers do. Import from the module that owns the name.
"""
