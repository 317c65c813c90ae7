"""Rates methods from their findings, with the sum shown; no author can type a level."""
