"""A program that lets two names change places, as an attacker in the same folder would."""

from __future__ import annotations

# As fast as it can, and in one step, so that each name is always there (Linux only).
SWAPPING = """
import ctypes, os, sys
one, other = (os.fsencode(name) for name in sys.argv[1:])
exchange = ctypes.CDLL(None).renameat2
print("bezig", flush=True)
while exchange(-100, one, -100, other, 2) == 0:
    pass
"""
