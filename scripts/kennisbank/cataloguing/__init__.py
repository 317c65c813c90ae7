"""A work that a registry describes becomes a source of ours: cleaned, compared, named, written."""
