"""Files become plain values, and the place of everything in them."""
