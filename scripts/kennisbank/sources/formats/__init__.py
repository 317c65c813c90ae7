"""Writes works in the formats that other programs read."""
