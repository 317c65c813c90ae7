"""What looks like a link, a citation or a heading in a text is one, and is not shown as typed."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from kennisbank.invisible_characters import HIDDEN
from kennisbank.messages import N_, _
from kennisbank.problems import Rule, Severity
from kennisbank.reading.mention_patterns import CITATION, ENTRY_LINK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.fields.specs import Text
    from kennisbank.library.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "stray-mark",
    "Tekens voor opmaak staan zo in de tekst dat lezers de tekens zelf zien.",
    "Verbeter de opmaak. Horen de tekens in de tekst, zet er dan een \\ voor.",
    Severity.WARNING,
)
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
_Marks = dict[re.Pattern[str], tuple[str, str]]
# Marks of other programs, each with what to do here instead; what is told goes no further.
_FOREIGN: _Marks = {
    re.compile(r"\[\^[\w-]+\]:?"): (
        N_("this is a footnote, and those are not shown here."),
        N_("Cite a source as [@key], or write the remark in the sentence itself."),
    ),
    re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+\w[^\n]*", re.MULTILINE): (
        N_("this is a box of another program, and readers would see its marks."),
        N_("Write it as a paragraph that starts with a bold word: **Note.** …"),
    ),
    re.compile(r"^[ \t]*===[ \t]+\"[^\n]*", re.MULTILINE): (
        N_("this is a tab of another program, and readers would see its marks."),
        N_("Write what is on each tab below the other, each with a bold word in front."),
    ),
    re.compile(r"~~(?=\S)[^~\n]+~~"): (
        N_("this is text that is struck through, and readers would see the marks."),
        N_("Leave out what no longer holds."),
    ),
    re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\][ \t]", re.MULTILINE): (
        N_("this is a list of tasks, and its boxes are not shown here."),
        N_("Start each point with '- ', without the box."),
    ),
}
# These stand in a fence, where all else is code.
_DRAWN = re.compile(
    r"^[ \t]*(?:`{3,}|~{3,})[ \t]*\{?[ \t]*(?:mermaid|plantuml|graphviz|dot|vega(?:-lite)?)\b",
    re.MULTILINE,
)
_DRAWN_MESSAGE = N_("this is a drawing in code, and readers would see the code.")
_DRAWN_HINT = N_("Save it as a picture in docs/assets/, or say in words what it shows.")
_AWAY = "Laat het weg. Hoort het in de tekst, zet er dan een \\ voor."
_ANYWHERE: _Marks = {
    re.compile(r"\[\["): (
        "[[ zonder goede verwijzing",
        "Schrijf [[soort:bestandsnaam]], zoals [[method:jobcrafting]].",
    ),
    re.compile(r"@\{|\[-@|\[@(?=[\s{])|\\cite\w*\{"): (
        "een bron die geen bron is",
        "Schrijf [@sleutel], [@sleutel, p. 3] of [@een; @twee], met alleen dat tussen de haken.",
    ),
    _IMAGE: (
        "een plaatje, en dat kan hier niet",
        "Laat het weg, of haal het ! weg: dan is het een link.",
    ),
    re.compile(r"\]\(|\]\[\w[^\]\n]*\]|^\[[^\]\n]+\]:[ \t]+\S+[ \t]*$", re.MULTILINE): (
        "een link die niet werkt",
        "Schrijf [woorden](https://…), zonder spatie.",
    ),
    re.compile(r"</?[a-z][a-z0-9]*(?: [^<>\n]*)?/?>|<!--", re.IGNORECASE): (
        "HTML, dat hier niet werkt",
        "Laat het weg. Schrijf **vet** of *schuin* met sterretjes.",
    ),
    re.compile(r"^[ \t]*[•▪●◦·‣][ \t]", re.MULTILINE): (
        "een bolletje dat geen lijst maakt",
        "Begin elk punt van een lijst met '- '.",
    ),
    re.compile(
        r"\{:(?=[ .#\w])|\{[{%]|\[\^[\w-]+\]|^(?:!!!|\?\?\?\+?|===) [\w\"]|~~\S|(?<!=)==\S|--8<--"
        r"|^\[TOC\]|^[ \t]*[-*] \[[ xX]\] |^\*\[",
        re.MULTILINE,
    ): (
        "opmaak van een ander programma, die hier niet werkt",
        _AWAY,
    ),
    re.compile(r"(?:\A|(?<=[^|\s]\n)|(?<=\n\n))[ \t]*\|.*\|[ \t]*\n(?![ \t]*\|?[ \t]*:?-)"): (
        "een tabel zonder streepjes onder de koppen",
        "Zet onder de eerste regel een regel als | --- | --- |.",
    ),
    re.compile(r"^#{2,6}[^#\s]", re.MULTILINE): (
        "een kop zonder spatie achter de #",
        "Zet een spatie achter de laatste #.",
    ),
    re.compile(r"(?:\A|(?<=\n\n))([-*_])[ \t]*(?:\1[ \t]*){2,}$", re.MULTILINE): (
        "een streep, en die kan hier niet",
        _AWAY,
    ),
}
_OF_PAGES: _Marks = _ANYWHERE | {
    # The title of a page is its first heading; one below the fourth is too deep to follow.
    re.compile(r"^#(?:#{4,5})?[ \t]|(?<=\S\n)={2,}[ \t]*$", re.MULTILINE): (
        "een kop die hier niet kan",
        "De titel van de pagina staat al in haar kop. Begin met ##, en daaronder met ###.",
    ),
}
_OF_ENTRIES: _Marks = _ANYWHERE | {
    re.compile(r"^#{1,6} |(?<=\S\n)(?:={2,}|-{2,})[ \t]*$", re.MULTILINE): (
        "een kop, en die kan hier niet",
        "Laat de # of de streep weg, of maak er een vette regel van: **Kop**.",
    ),
    # In a folded text, lines right below each other become one line.
    re.compile(
        r"\|[ \t]+\|[ \t]*:?-{2,}|:[ \t]-[ \t]\S.*[ \t]-[ \t]|:[ \t]1[.)][ \t].*[ \t]2[.)][ \t]"
    ): (
        "een lijst of tabel die op één regel staat",
        "Schrijf |- in plaats van >- achter de naam van het veld: dan blijven regels apart.",
    ),
}
# In code, after a backslash and in what is well written, nothing is astray.
_WELL_WRITTEN = (
    r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|\\[^\w\s]"
    r"|(?<!!)\[[^\[\]]*\]\(<?(?:(?:https?|mailto):|TARGET)[^\s<>]*>?\)|<(?:https?|mailto):[^\s<>]*>"
    rf"|{ENTRY_LINK.pattern}|{CITATION.pattern}"
)
# A page names other pages from where it lies; an entry has another address than its file.
_IN_ENTRIES = re.compile(_WELL_WRITTEN.replace("TARGET", r"\.\./"), re.DOTALL)
_IN_PAGES = re.compile(_WELL_WRITTEN.replace("TARGET", r"(?!\w+:|&)"), re.DOTALL)
_ENTITY = re.compile(r"&#?\w{1,12};")
_TRIGGER = re.compile(
    r"`{3}|~~~"
    r"|[<•▪●◦·‣\\]|\][(\[:]|^[#|]|[*+.)-] \[|--8|&\w*#|@\{|[{~=-]{2}|\{:|\[\^|!!|\?\?\?"
    r"|[*_-] ?[*_-]"
    r"|: (?:-|1[.)]) "
    r"|\[\[(?![a-z-]+:[a-z0-9-]+(?:\]\]|\|[^\[\]|\n]+\]\]))|\[-?@(?![a-z0-9_-])",
    re.MULTILINE,
)


def find(library: Library) -> Iterator[Problem]:
    """Yield the first stray mark of each sort in each text of an entry, and in each page."""
    for file in library.files.values():
        for text in file.texts:
            if text.spec.field_type.written and _TRIGGER.search(text.text):
                for start, message, hint in _in_field(text):
                    place = file.document.location_of_text(text.key_path, start)
                    yield RULE.problem(place, message, hint)
    for page in library.pages:
        for start, message, hint in _found(page.body, _IN_PAGES, _OF_PAGES):
            yield RULE.problem(page.location_of_text((), start), message, hint)


def _in_field(text: Text) -> Iterator[tuple[int, str, str]]:
    """Yield what is astray in a text of an entry; its kind may allow pictures and headings."""
    blocks, written = text.spec.blocks, text.text
    if blocks.images:
        written = _IMAGE.sub(_blank, written)
    allowed = _ANYWHERE if blocks.headings else _OF_ENTRIES
    yield from _found(written, _IN_ENTRIES, allowed)


def _found(
    text: str, well_written: re.Pattern[str], marks: _Marks
) -> Iterator[tuple[int, str, str]]:
    if drawn := _DRAWN.search(text):
        yield drawn.start(), _(_DRAWN_MESSAGE), _(_DRAWN_HINT)
    rest = well_written.sub(_blank, text)
    for pattern, (message, hint) in _FOREIGN.items():
        if found := pattern.search(rest):
            yield found.start(), _(message), _(hint)
            rest = pattern.sub(_blank, rest)
    yield from _strays(rest, marks)


def _strays(rest: str, marks: _Marks) -> Iterator[tuple[int, str, str]]:
    for pattern, (what, hint) in marks.items():
        if found := pattern.search(rest):
            yield found.start(), f"hier staat {what}.", hint
            rest = pattern.sub(_blank, rest)
    for found in _ENTITY.finditer(rest):
        if HIDDEN.search(unescape(found[0])):
            yield found.start(), "hier staat een code voor een onzichtbaar teken.", "Haal haar weg."


def _blank(match: re.Match[str]) -> str:
    """Return as many blanks, with the ends of lines."""
    return re.sub(r"[^\n]", " ", match[0])
