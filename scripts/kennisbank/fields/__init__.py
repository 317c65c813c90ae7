"""The types of fields: read, validated, described, written and shown from one description."""
