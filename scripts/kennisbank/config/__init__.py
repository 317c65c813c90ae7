"""Settings of a library, read with the place of every value in them."""
