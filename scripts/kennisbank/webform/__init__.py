"""Kinds, rules and entries become the data that the form on the site is made of."""
