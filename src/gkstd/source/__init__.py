"""From text to project: discover → parse → decode → resolve. Bad input becomes diagnostics, never an exception."""
