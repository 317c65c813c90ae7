"""Compares a library before and after a pull request, for those who review it."""
