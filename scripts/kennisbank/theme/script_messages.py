"""Translates what scripts say while the site is built, so that no reader loads a catalogue.

A script says `t("…")`, `tn("…", "…", n)` or `pgettext("…", "…")` with literals in double quotes.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kennisbank.messages import Catalogue

_LITERAL = r'"(?:[^"\\\n]|\\.)*"'
# Named by what stands in the call; a call of another shape is left as it is, and a test finds it.
_SAID = re.compile(
    rf"(?<![\w$.])(?:(?P<start>t\(\s*)(?P<text>{_LITERAL})"
    rf"|(?P<plural>tn\(\s*)(?P<one>{_LITERAL})(?P<between>,\s*)(?P<many>{_LITERAL})"
    rf"|pgettext\(\s*(?P<context>{_LITERAL}),\s*(?P<meant>{_LITERAL}),?\s*\))"
)
# The rule of English in messages.js.
_ENGLISH_RULE = "Number(n !== 1)"


def translated(script: str, catalogue: Catalogue) -> str:
    """Return a script that says everything in the language of a catalogue."""
    rule = f"Number({catalogue.plural_rule})"
    said = _SAID.sub(lambda found: _translation(found, catalogue), script)
    return said.replace(_ENGLISH_RULE, rule)


def messages_in(script: str) -> list[tuple[str, ...]]:
    """Return the literals of each call, in the order of the script."""
    names = ("text", "one", "many", "context", "meant")
    return [
        tuple(json.loads(said) for name in names if (said := found[name]))
        for found in _SAID.finditer(script)
    ]


def _translation(found: re.Match[str], known: Catalogue) -> str:
    if found["text"]:
        return found["start"] + _literal(known.gettext(json.loads(found["text"])))
    if found["meant"]:
        return _literal(known.pgettext(json.loads(found["context"]), json.loads(found["meant"])))
    one, many = json.loads(found["one"]), json.loads(found["many"])
    forms = known.forms(one, many)
    if len(forms) == len((one, many)):
        return found["plural"] + found["between"].join(map(_literal, forms))
    # Other languages have them all in the place of the first.
    listed = ", ".join(map(_literal, forms))
    return f"{found['plural']}[{listed}]{found['between']}{found['many']}"


def _literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
