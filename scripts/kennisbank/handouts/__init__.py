"""Pages of entries become handouts: what a reader who collects entries takes along."""
