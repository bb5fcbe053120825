"""Open data: the items of the edition for machines, as JSON and as CSV."""
