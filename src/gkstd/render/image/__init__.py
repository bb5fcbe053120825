"""Pictures of the project: handed on as they are to the documents and pages that show them."""
