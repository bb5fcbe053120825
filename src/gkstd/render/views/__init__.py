"""What a reader sees, as plain printed values: the same tables for the book and for the portal.

In: the model. Out: `(view, refs)`; a view is a frozen Struct of text, numbers and tuples that can travel to a worker, and
`refs` are the objects of the model it was made from, for the planner. Never HTML, never a place in a file.
"""
