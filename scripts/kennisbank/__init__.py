"""The generator of a knowledge library: checked YAML entries in, a searchable site out."""
