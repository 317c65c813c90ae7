"""Shows the characters that cannot be seen, which fool whoever reads a text."""

from __future__ import annotations

import re
from collections.abc import Callable

# Control characters but tab and newline, surrogates, zero-width and text-direction characters,
# fillers, private use, noncharacters, tag characters and the selectors that carry hidden data.
# Zero-width joiners stay where emoji and some scripts need them: not beside Latin letters.
_LATIN = r"0-9A-Za-z\u00c0-\u024f"
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-"
    "\u200f\u2028-\u202e\u2060-\u2069\u3164\ue000-\uf8ff\ufeff\uffa0\ufff9-\uffff"
    "\U000e0000-\U000e01ef\U000f0000-\U0010ffff]"
    rf"(?:(?<![\u200c\u200d])|(?<=[{_LATIN}].)|(?=[{_LATIN}]))"
)


def visible(text: str) -> str:
    """Return the text with hidden characters spelt out, so that a terminal does not obey them."""
    return spelt(text, lambda one: f"\\x{ord(one):02x}").replace("##[", r"##\x5b")


def spelt(text: str, spell: Callable[[str], str]) -> str:
    """Return the text with each hidden character as it is spelt."""
    # What is spelt out are letters, and beside letters more characters are hidden.
    while HIDDEN.search(text):
        text = HIDDEN.sub(lambda match: spell(match.group()), text)
    return text


def one_line(text: str) -> str:
    """Return visible text that starts no line of its own, and no command of GitHub."""
    line = visible(" ".join(text.split("\n")))
    return line.replace("::", r"\x3a:", 1) if line.lstrip().startswith("::") else line


def says_nothing(text: str) -> bool:
    """Return whether a text has no letter or digit, or is the word of YAML for nothing."""
    return not any(map(str.isalnum, text)) or text.strip().casefold() == "null"
