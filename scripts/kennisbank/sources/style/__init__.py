"""Citations and references as Dutch readers expect them, by citeproc-py and our CSL style."""
