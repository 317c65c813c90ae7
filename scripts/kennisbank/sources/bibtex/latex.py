"""Reads the LaTeX in a .bib field as plain text: accents, dashes and signs as printed."""

from __future__ import annotations

import logging
import re
import unicodedata
from functools import cache, lru_cache
from html import unescape
from typing import Any

from pylatexenc import latexwalker
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from pylatexenc.macrospec import LatexContextDb, MacroSpec

# It warns where a command lacks what belongs to it; such a command stays visible.
logging.getLogger("pylatexenc").addHandler(logging.NullHandler())
logging.getLogger("pylatexenc").propagate = False
# What these mean in LaTeX nobody means in a title; a bare one is the sign itself.
_BARE_SIGN = re.compile(r"(?<!\\)((?:\\\\)*)([%&#])")
_DOLLAR = re.compile(r"(?<!\\)\$")
_MATH = re.compile(r"(?<!\\)\$[^$]*\$")
_RAISED = re.compile(r"(?P<mark>[_^])(?:\{(?P<group>[^{}\\]*)\}|(?P<sign>[A-Za-z0-9]))")
_BELOW = str.maketrans("0123456789+-=", "₀₁₂₃₄₅₆₇₈₉₊₋₌")
_ABOVE = str.maketrans("0123456789+-=n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼ⁿ")
_COMMAND = re.compile(r"[\\$]")
_LIGATURE = re.compile(r"---?|``|''|[{}~]")
_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " "}
# `so', but no accent, no 't and no double quotes.
_QUOTED = re.compile(r"(?<![\w\\`])`(?!`)((?:[^`]|(?<=\\)`)+?)(?<![\\'])'(?![\w'])")
# What programs leave behind that read a title from a page on the web.
_ENTITY = re.compile(r"(?:\\?&|\{\\&\})(?P<name>[A-Za-z]{2,8}|#\d{1,5});")
_LATEX_SIGNS = frozenset("\\{}$%#_^~`")
_BRACE = re.compile(r"[{}]")
_DEPTH_LIMIT = 50
# A dotless i or j under an accent is the letter with that accent.
_DOTLESS = re.compile("([ıȷ])(?=[\u0300-\u036f])")
_DOTTED = {"ı": "i", "ȷ": "j"}
_WRAPPING = (
    *("texttt", "textup", "textsf", "textrm", "textmd", "textsc", "textnormal", "textlf", "emph"),
    *("textit", "textsl", "textbf", "mkbibbold", "mkbibitalic", "mbox", "hbox", "fbox", "text"),
    *("nohyphens", "uline", "underline", "sout", "so", "noun", "autocap", "thanks"),
    *("natexlab", "textdutch", "textenglish", "textgerman", "textfrench", "ensuremath"),
)
# What BibTeX users write around text, and what is left of it; the libraries do not know these.
_AROUND = {
    "url": "%(1)s",
    "href": "%(2)s",
    "textsuperscript": "%(1)s",
    "textsubscript": "%(1)s",
    "enquote": "“%(1)s”",
    "mkbibquote": "“%(1)s”",
    "mkbibemph": "%(1)s",
    "mkbibparens": "(%(1)s)",
    "textquote": "“%(1)s”",
    "foreignlanguage": "%(2)s",
    "textcolor": "%(2)s",
    **dict.fromkeys(("noopsort", "selectlanguage"), ""),
    # Another font, another width, no hyphens, another language: the words are what counts.
    **dict.fromkeys(_WRAPPING, "%(1)s"),
}
_TWO_ARGUMENTS = frozenset(("href", "foreignlanguage", "textcolor"))
# The same for commands that stand alone.
_SIGNS = {
    "relax": "",
    "protect": "",
    "unskip": "",
    "-": "",
    "slash": "/",
    "hyphen": "-",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textless": "<",
    "textgreater": ">",
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2e",
    "BibTeX": "BibTeX",
    "lq": "‘",
    "rq": "’",
    **dict.fromkeys(("newline", "par", "break", "linebreak", "space", "nobreakspace"), " "),
    **dict.fromkeys(("thinspace", "enspace"), " "),
    **dict.fromkeys(("noindent", "centering", "raggedright"), ""),
    "copyright": "©",
    "pounds": "£",
    "euro": "€",
    "S": "§",
    "P": "¶",
    "ddag": "‡",
    "degree": "°",
    "textquotedbl": '"',
    "textminus": "−",
    "textbar": "|",
    "textunderscore": "_",
    "glqq": "„",
    "grqq": "“",
    "flqq": "«",
    "frqq": "»",
    "og": "«",
    "fg": "»",
    # Another font from here on, and the space that slanted letters need.
    **dict.fromkeys(("em", "it", "sl", "bf", "rm", "sc", "sf", "tt", "cal", "/"), ""),
    **dict.fromkeys(("itshape", "slshape", "scshape", "upshape", "bfseries", "mdseries"), ""),
    **dict.fromkeys(("rmfamily", "sffamily", "ttfamily", "normalfont", "normalsize"), ""),
    **dict.fromkeys(("small", "large", "ignorespaces", "hfill", "allowbreak"), ""),
}


# The library answers these with nothing, with words of its own or with the day of today.
_NO_TEXT = (
    *("input", "include", "includegraphics", "title", "author", "date", "maketitle", "today"),
    *("part", "chapter", "section", "subsection", "subsubsection", "ref", "autoref", "cref"),
    *("Cref", "eqref", "cite", "citet", "citep", "hint", "hints", "hinweis", "hinweise"),
    *("footnote", "item"),
)


@lru_cache(maxsize=100_000)
def plain_text(latex: str) -> str:
    """Return what LaTeX would print, on one line, in NFC; what it does not know stays visible."""
    # Most fields have none of these signs, and a search for a sign is fast.
    if "`" in latex or "&" in latex:
        latex = _QUOTED.sub(r"‘\1’", _ENTITY.sub(_sign_of, latex))
    if _COMMAND.search(latex):
        text = _decoded(latex)
    else:
        # Most fields have no command in them, and the converter is slow.
        text = _LIGATURE.sub(lambda match: _LIGATURES.get(match[0], ""), latex)
    text = _DOTLESS.sub(lambda match: _DOTTED[match[1]], text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def _sign_of(entity: re.Match[str]) -> str:
    """Return the sign that an entity of HTML stands for; what LaTeX would read on stays."""
    sign = unescape(f"&{entity['name']};")
    if sign == "&":
        return r"\&"
    return sign if len(sign) == 1 and sign not in _LATEX_SIGNS else entity[0]


def _decoded(latex: str) -> str:
    # The converter calls itself for each brace; a thousand of them would end the program.
    if "\\begin" in latex or _depth(latex) > _DEPTH_LIMIT:
        return _BRACE.sub("", latex)
    text = _BARE_SIGN.sub(r"\1\\\2", latex)
    if len(_DOLLAR.findall(text)) % 2:
        text = _DOLLAR.sub(r"\\$", text)
    text = _MATH.sub(lambda found: _RAISED.sub(_small_signs, found[0]), text)
    walker = latexwalker.LatexWalker(text, latex_context=_known_arguments(), tolerant_parsing=True)
    try:
        return str(_converter().nodelist_to_text(walker.get_latex_nodes()[0]))
    except (latexwalker.LatexWalkerError, IndexError):
        # An IndexError comes of \verb at the end: the walker looks for a sign that is not there.
        return _BRACE.sub("", latex)


def _small_signs(found: re.Match[str]) -> str:
    """Return what stands below or above a line of mathematics, as in H₂O and x²."""
    mark, signs = found["mark"], found["group"] or found["sign"] or ""
    table = _BELOW if mark == "_" else _ABOVE
    if all(ord(sign) in table for sign in signs):
        return signs.translate(table)
    return signs if mark == "_" else found[0]


def _depth(latex: str) -> int:
    depth = deepest = 0
    for brace in _BRACE.findall(latex):
        depth += 1 if brace == "{" else -1
        deepest = max(deepest, depth)
    return deepest


@cache
def _known_arguments() -> LatexContextDb:
    context = latexwalker.get_default_latex_context_db()
    macros = [MacroSpec(name, "{{" if name in _TWO_ARGUMENTS else "{") for name in _AROUND]
    # A break of the line takes no words with it.
    macros += [MacroSpec(name, "") for name in (*_SIGNS, "\\")]
    macros.append(MacroSpec("part", "{"))
    context.add_context_category("kennisbank", prepend=True, macros=macros)
    # What belongs to a command that nobody knows stays with it, braces and all.
    known = {spec.macroname for spec in context.iter_macro_specs()}
    signs = (spec.macroname for spec in get_default_latex_context_db().iter_macro_specs())
    alone = [MacroSpec(name, "") for name in signs if name not in known]
    context.add_context_category("signs", macros=alone)
    context.set_unknown_macro_spec(MacroSpec("", "[{"))
    return context


@cache
def _converter() -> _Converter:
    context = get_default_latex_context_db()
    macros = [MacroTextSpec(name, text) for name, text in (_AROUND | _SIGNS).items()]
    macros += [MacroTextSpec(name, simplify_repl=_as_written) for name in _NO_TEXT]
    context.add_context_category("kennisbank", prepend=True, macros=macros)
    context.set_unknown_macro_spec(MacroTextSpec("", simplify_repl=_as_written))
    return _Converter(latex_context=context, math_mode="text", keep_comments=True)


class _Converter(LatexNodes2Text):  # type: ignore[misc]  # the library has no types
    """Shows a command as it is written where it lacks the words that belong to it."""

    def apply_simplify_repl(self, node: Any, simplify_repl: Any, what: str) -> str:  # noqa: ANN401 - no types there
        try:
            text = super().apply_simplify_repl(node, simplify_repl, what)
        except (KeyError, IndexError):
            return str(node.latex_verbatim())
        failed = text == simplify_repl and "%" in text[:-1]
        return str(node.latex_verbatim() if failed else text)


def _as_written(node: Any) -> str:  # noqa: ANN401 - the library has no types
    return str(node.latex_verbatim())
