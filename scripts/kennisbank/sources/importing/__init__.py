"""Adds works that a registry describes: asked, compared, named and written."""
