"""All entries and sources together: read from a folder, with links both ways."""
