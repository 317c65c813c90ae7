"""Findings become a rating that shows its own sum; no author can type a level."""
