"""The source language, declared once: one record per mapping an editor writes."""
