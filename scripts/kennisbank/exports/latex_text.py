"""Plain text becomes LaTeX that stays whole inside the braces of a .bib field."""

from __future__ import annotations

import re
from urllib.parse import quote

# \{ would do for LaTeX, but BibTeX counts it as a brace and loses the end of the field.
_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_SIGN = re.compile("[" + re.escape("".join(_SIGNS)) + "]")
# Two of these in a row would become one: a dash, a quotation mark, an entity of HTML.
_PAIR = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=&)(?=[A-Za-z]+;)")
_NEVER_IN_AN_ADDRESS = re.compile(r"[^\S ]|[{}\\]")


def latex_text(text: str) -> str:
    """Return LaTeX that prints the text as it is, on one line."""
    one_line = " ".join(text.split())
    return _PAIR.sub("{}", _SIGN.sub(lambda sign: _SIGNS[sign.group()], one_line))


def latex_address(text: str) -> str:
    """Return a web address or DOI: LaTeX has no say in it, but no brace may end the field."""
    return _NEVER_IN_AN_ADDRESS.sub(lambda sign: quote(sign.group()), text)
