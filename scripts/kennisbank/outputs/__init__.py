"""What is published beside the pages: data, feeds, search, linked data, copies to take along."""
