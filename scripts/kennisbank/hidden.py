"""Characters that hide text from a reviewer or break a page."""

from __future__ import annotations

import re

# Control characters but tab and newline, surrogates, zero-width and text-direction characters,
# noncharacters and tag characters. Zero-width joiners stay: emoji and some scripts need them.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\uffff\U000e0000-\U000e007f]"
)
