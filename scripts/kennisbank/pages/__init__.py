"""Views and templates that make pages; a page is data until it is printed."""
