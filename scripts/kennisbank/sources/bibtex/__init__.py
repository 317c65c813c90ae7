"""Reads references.bib: BibTeX, LaTeX accents and cross references."""
