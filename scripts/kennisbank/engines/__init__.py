"""The site generators that pages are handed to; only this package knows them."""
