"""The search index that pages load in parts, and the words it is made of."""
