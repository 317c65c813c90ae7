"""Settings of a library, read with the place of every value in them."""

from pathlib import PurePosixPath

PATH = PurePosixPath("kennisbank.yml")
