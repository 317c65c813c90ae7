"""`python -m kennisbank` is the same as `kennisbank`."""

from kennisbank.cli import main

main()
