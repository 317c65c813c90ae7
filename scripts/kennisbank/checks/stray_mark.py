"""What looks like a link, a citation or a heading in a text is one, and is not shown as typed.

One file: the marks are tried in one order, since the first that fits takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import PurePosixPath

from kennisbank.fields.specs import Text
from kennisbank.fields.types import LineType
from kennisbank.invisible_characters import HIDDEN
from kennisbank.library.library import Library
from kennisbank.library.names import Names, ids_by_name
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule, Severity
from kennisbank.reading.mention_patterns import CITATION, ENTRY_LINK
from kennisbank.reading.unseen_text import DRAWN
from kennisbank.slug import slug

RULE = Rule(
    "stray-mark",
    N_("Signs of markup stand in the text in such a way that readers see the signs themselves."),
    N_("Correct the markup. If the signs belong in the text, put a \\ before them."),
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
    re.compile(r"^[ \t]*>[ \t]*\[![A-Za-z]+\]", re.MULTILINE): (
        N_("this is a box of another program, and readers would see its marks."),
        N_("Write it as a paragraph that starts with a bold word: **Note.** …"),
    ),
    re.compile(r"(?<=\S\n):[ \t]+\S[^\n]*"): (
        N_("this is a list of words with their meaning, and it runs on here as one paragraph."),
        N_("Write each as a point of a list: - **Word**: what it means."),
    ),
    re.compile(r"\$\$[^$]+\$\$|(?<![\w$\\])\$(?=[A-Za-z\\(])[^$\n]*[=^_\\{][^$\n]*\$(?!\w)"): (
        N_("this is a formula in code, and readers would see the code."),
        N_("Write it with plain signs, such as x = 2y, or save it as a picture in docs/assets/."),
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
_DRAWN_MESSAGE = N_("this is a drawing in code, and readers would see the code.")
_DRAWN_HINT = N_("Save it as a picture in docs/assets/, or say in words what it shows.")
_AWAY = N_("Leave it out. If it belongs in the text, put a \\ before it.")
_HTML = N_("here is HTML, which does not work here.")
# What to write instead of an element; of any other only its words can stay.
_ELEMENTS = {
    **dict.fromkeys(("b", "strong", "i", "em", "u"), N_("Write **bold** or *italic*.")),
    **dict.fromkeys(("code", "kbd", "samp", "tt", "var"), N_("Write it between backticks: `…`.")),
    "pre": N_("Put a line with ``` above it and below it."),
    **dict.fromkeys(("br", "p", "div"), N_("Leave an empty line between paragraphs.")),
    **dict.fromkeys(("ul", "ol", "li"), N_("Start each point of a list with '- '.")),
    "a": N_("Write [words](https://…), without a space."),
    "img": N_("Put the file in docs/assets/ and write ![what is to be seen](assets/name.png)."),
    **dict.fromkeys(("table", "tr", "td", "th"), N_("Write a table with | between its cells.")),
}
_ELEMENT = re.compile(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)
_ANYWHERE: _Marks = {
    re.compile(r"\[\["): (
        N_("here is a [[ without a good link."),
        N_("Write [[kind:filename]], such as [[method:jobcrafting]]."),
    ),
    re.compile(r"@\{|\[-@|\[@(?=[\s{])|\\cite\w*\{"): (
        N_("here is a source that is no source."),
        N_("Write [@key], [@key, p. 3] or [@one; @two], with only that between the brackets."),
    ),
    _IMAGE: (
        N_("here is an image, which cannot be here."),
        N_("Leave it out, or remove the !: then it is a link."),
    ),
    re.compile(r"\]\(|\]\[\w[^\]\n]*\]|^\[[^\]\n]+\]:[ \t]+\S+[ \t]*$", re.MULTILINE): (
        N_("here is a link that does not work."),
        N_("Write [words](https://…), without a space."),
    ),
    re.compile(r"</?[a-z][a-z0-9]*(?: [^<>\n]*)?/?>|<!--", re.IGNORECASE): (_HTML, _AWAY),
    re.compile(r"^[ \t]*[•▪●◦·‣][ \t]", re.MULTILINE): (
        N_("here is a bullet that makes no list."),
        N_("Start each point of a list with '- '."),
    ),
    re.compile(
        r"\{:(?=[ .#\w])|\{[{%]|\[\^[\w-]+\]|^(?:!!!|\?\?\?\+?|===) [\w\"]|~~\S|(?<!=)==\S|--8<--"
        r"|^\[TOC\]|^[ \t]*[-*] \[[ xX]\] |^\*\[",
        re.MULTILINE,
    ): (
        N_("here is markup of another program, which does not work here."),
        _AWAY,
    ),
    re.compile(r"(?:\A|(?<=[^|\s]\n)|(?<=\n\n))[ \t]*\|.*\|[ \t]*\n(?![ \t]*\|?[ \t]*:?-)"): (
        N_("here is a table without hyphens below the headings."),
        N_("Put a line like | --- | --- | below the first line."),
    ),
    re.compile(r"^#{2,6}[^#\s]", re.MULTILINE): (
        N_("here is a heading without a space after the #."),
        N_("Put a space after the last #."),
    ),
    re.compile(r"(?:\A|(?<=\n\n))([-*_])[ \t]*(?:\1[ \t]*){2,}$", re.MULTILINE): (
        N_("here is a rule, which cannot be here."),
        _AWAY,
    ),
}
_OF_PAGES: _Marks = _ANYWHERE | {
    # The title of a page is its first heading; one below the fourth is too deep to follow.
    re.compile(r"^#(?:#{4,5})?[ \t]|(?<=\S\n)={2,}[ \t]*$", re.MULTILINE): (
        N_("here is a heading that cannot be here."),
        N_("The title of the page is in its head already. Start with ##, and below that with ###."),
    ),
}
_OF_ENTRIES: _Marks = _ANYWHERE | {
    re.compile(r"^#{1,6} |(?<=\S\n)(?:={2,}|-{2,})[ \t]*$", re.MULTILINE): (
        N_("here is a heading, which cannot be here."),
        N_("Leave out the # or the rule, or make it a bold line: **Heading**."),
    ),
    # In a folded text, lines right below each other become one line.
    re.compile(
        r"\|[ \t]+\|[ \t]*:?-{2,}|:[ \t]-[ \t]\S.*[ \t]-[ \t]|:[ \t]1[.)][ \t].*[ \t]2[.)][ \t]"
    ): (
        N_("here is a list or table that stands on one line."),
        N_("Write |- instead of >- after the name of the field: then lines stay apart."),
    ),
}
# In code, after a backslash and in what is well written, nothing is astray.
_WELL_WRITTEN = (
    r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|\\[^\w\s]"
    r"|(?<!!)\[[^\[\]]*\]\(<?(?:(?:https?|mailto):|TARGET)[^\s<>]*>?\)|<(?:https?|mailto):[^\s<>]*>"
    rf"|{ENTRY_LINK.pattern}|{CITATION.pattern}"
)
# A page names other pages from where it lies; an entry has another address than its file.
_IN_ENTRIES = re.compile(_WELL_WRITTEN.replace("TARGET", r"\.\./(?![^\s<>()]*\.md[#)])"), re.DOTALL)
_IN_PAGES = re.compile(_WELL_WRITTEN.replace("TARGET", r"(?!\w+:|&)"), re.DOTALL)
# In a line, which has no markup: words with signs around them, a tag, a link, a code for a sign.
_MARKED = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])[^*\n]*(?<=[^\s*])\1(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])[^_\n]*(?<=[^\s_])_(?![\w_])"
    r"|(`+)(?=[^`\s])[^`\n]*\2|</?[a-z][a-z0-9]*(?: [^<>\n]*)?/?>"
    r"|\[[^\[\]\n]+\]\([^()\s]+\)|&(?:#\d+|#x[0-9a-f]+|amp|lt|gt|quot|nbsp|apos);",
    re.IGNORECASE,
)
_PLAIN_HINT = N_("Write plain words: this is no text with markup.")
# A link to a page of the same site, as other programs write it.
_INSIDE = re.compile(r"\]\([ \t]*<?(?P<target>(?!\w+:|www\.)[\w./~#-][^\s()<>]*)>?[ \t]*\)")
_ENTITY = re.compile(r"&#?\w{1,12};")
_TRIGGER = re.compile(
    # With what any of them begins with in front, three times as fast.
    r"(?=[`~<•▪●◦·‣\\\]#|*+.)&@{=\[!?_:$-])(?:`{3}|~~~"
    r"|[<•▪●◦·‣\\]|\][(\[:]|^[#|]|[*+.)-] \[|--8|&\w*#|@\{|[{~=-]{2}|\{:|\[[\^!]|!!|\$|\?\?\?"
    r"|[*_-] ?[*_-]"
    r"|: (?:-|1[.)]) |(?<=\n):[ \t]"
    r"|\[\[(?![a-z-]+:[a-z0-9-]+(?:\]\]|\|[^\[\]|\n]+\]\]))|\[-?@(?![a-z0-9_-]))",
    re.MULTILINE,
)


def find(library: Library) -> Iterator[Problem]:
    """Yield the first stray mark of each sort in each text of an entry, and in each page."""
    names: Names = {}
    for file in library.files.values():
        for text in file.texts:
            if mark := _in_line(text):
                place = file.document.location_of_text(text.key_path, mark.start())
                message = _("'{mark}' is markup, and here readers see its signs.", mark=mark[0])
                yield RULE.problem(place, message, _(_PLAIN_HINT))
            elif text.spec.field_type.written and _TRIGGER.search(text.text):
                for start, message, hint in _in_field(text):
                    place = file.document.location_of_text(text.key_path, start)
                    inside = _INSIDE.match(text.text, start)
                    names = names or (ids_by_name(library) if inside else {})
                    said = _of_site(inside["target"], names) if inside else (message, hint)
                    yield RULE.problem(place, *said)
    for page in library.pages:
        for start, message, hint in _found(page.body, _IN_PAGES, _OF_PAGES):
            yield RULE.problem(page.location_of_text((), start), message, hint)


def _in_line(text: Text) -> re.Match[str] | None:
    """Return markup in a title or another line, which pages show as it is written."""
    return _MARKED.search(text.text) if isinstance(text.spec.field_type, LineType) else None


def _of_site(target: str, known: Names) -> tuple[str, str]:
    """Return what is wrong with a link to a page of the site, and how an entry is named instead."""
    path = re.split("[?#]", target)[0]
    names = [name for name in path.split("/") if name not in {"", "index.md", "index.html"}]
    meant = slug(PurePosixPath(names[-1]).stem) if names else ""
    found = next((f"{kind}:{ids[meant]}" for kind, ids in known.items() if meant in ids), "")
    entry = found or _("kind:filename")
    message = _("'{target}' does not lead to a page from here.", target=target)
    if found:
        return message, _("Write [[{entry}|words]].", entry=entry)
    return message, _(
        "Write [[{entry}|words]] for an entry, or the whole address: [words](https://…).",
        entry=entry,
    )


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
    if drawn := DRAWN.search(text):
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
            element = _ELEMENT.match(found[0])
            instead = _ELEMENTS.get(element[1].lower(), hint) if element else hint
            yield found.start(), _(what), _(instead)
            rest = pattern.sub(_blank, rest)
    for found in _ENTITY.finditer(rest):
        if HIDDEN.search(unescape(found[0])):
            yield (
                found.start(),
                _("here is a code for an invisible character."),
                _("Remove the code."),
            )


def _blank(match: re.Match[str]) -> str:
    """Return as many blanks, with the ends of lines."""
    return re.sub(r"[^\n]", " ", match[0])
