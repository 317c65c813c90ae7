"""The web form, and the forms at GitHub, both made from the fields of the kinds."""
