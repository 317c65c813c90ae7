"""Citations and links become one pattern: a browser has no Markdown parser to find them with."""

from __future__ import annotations

import re

from kennisbank.reading.mention_patterns import CITATION, CITES, ENTRY_LINK

# Read from left to right as markdown-it does: what starts first wins, and inside code, addresses,
# links and after a backslash there are no mentions.
# What starts a new block ends code that is still open.
_BLOCK = r"\n[ \t]*(?:\n|`{3}|~{3}|[-+*>](?=\s)|\d{1,9}[.)](?=\s))"
_SKIPPED = (
    r"^ {0,3}(?P<fence>`{3,}(?=[^`\n]*\n)|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    rf"|(?P<ticks>`+)(?!`)(?:(?!{_BLOCK}).)+?(?<!`)(?P=ticks)(?!`)|`+"
    r"|<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*|[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9.-]+)>"
    r"|\\[\[@\\`]"
)
_LINK = (
    r"\[(?:[^\[\]`<\\]|<(?![A-Za-z][^<>\s]*>)|\\.|`[^`]*`|`(?![^`]*`)|\[(?!CITES|\[)[^\[\]`]*\])*\]"
    r"\(\s*(?:<[^<>\n]*>|[^\s()<>]*)(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
).replace("CITES", CITES)
SCANNED = re.compile(
    rf"{_SKIPPED}|(?P<entry>{ENTRY_LINK.pattern})|(?P<citation>{CITATION.pattern})|{_LINK}",
    re.DOTALL | re.MULTILINE,
)
