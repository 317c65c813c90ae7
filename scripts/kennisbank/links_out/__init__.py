"""The addresses outside the site become a list to check, and what was found a report in Dutch."""
