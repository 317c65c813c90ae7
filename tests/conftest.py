"""What holds for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# In CI a failure must be the change's, so the examples are the same each time; elsewhere they vary.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
