"""Reads files as plain values, with the place of everything in them."""
