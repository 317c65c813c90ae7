"""A library before and after a proposal becomes what that proposal changes for its readers."""
