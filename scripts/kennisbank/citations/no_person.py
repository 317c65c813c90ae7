"""The text of a name becomes whether it is no person: an organisation, or several names in one."""

from __future__ import annotations

import re

# These divide names in other places than a .bib file, where only "and" does.
_DIVIDERS = re.compile(r";|\s(?:\\?&|en|et)\s")
_BRACE = re.compile(r"([{}])")
_ORGANISATION_WORDS = (
    r"[Ff]onds|(?:Plan)?[Bb]ureau|\w*[Uu]niversiteit|University|Hogeschool|Instituut|Institute"
    r"|Stichting|Foundation|Vereniging|Association|\w*[Cc]entrum|Inspectie|Onderzoek|Platform"
    r"|Netwerk|Adviesraad|Academie|Consortium|Council|Committee|Department|Agentschap|B\.V\.|bv"
)
# Nobody is called so: without braces an organisation would become a person.
_ORGANISATION = re.compile(
    r"(?:Centraal|Centrum|Commissie|European|Gemeente|Ministerie|National|Nationaal|Provincie"
    r"|Raad|Sociaal[\w-]*|World)\s[^,]+"
    r"|[^,]+\s(?:voor|for|of|the)\s[^,]+"
    r"|(?:Eerste|Tweede)\sKamer(?:\s[^,]+)?"
    rf"|(?=[^,]+$)(?=.*\s)(?:.*\s)?(?:{_ORGANISATION_WORDS})(?:\s.*)?"
)
IN_BRACKETS = re.compile(r"\((?:red|eds?|vert|trans)\b", re.IGNORECASE)


def is_no_person(written: str) -> bool:
    """Return whether a name, as far as it stands in no braces, cannot be that of one person."""
    bare = _without_groups(written)
    parts = (part.strip() for part in bare.split(","))
    is_divided = _DIVIDERS.search(bare) or IN_BRACKETS.search(bare)
    return bool(is_divided) or any(map(_ORGANISATION.fullmatch, parts))


def _without_groups(text: str) -> str:
    """Return a name without what stands in braces, however deep."""
    depth = 0
    kept: list[str] = []
    for part in _BRACE.split(text):
        depth = max(0, depth + {"{": 1, "}": -1}.get(part, 0))
        if not depth and part != "}":
            kept.append(part)
    return "".join(kept)
