"""The library becomes the index that the search of the site reads, in parts."""
