"""What people do together on a page: tools that are data, and their empty sheets of paper."""
