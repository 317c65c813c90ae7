"""Sources: read, converted, formatted and exported; knows nothing of entries."""
