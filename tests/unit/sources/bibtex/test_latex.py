"""What LaTeX in a field prints."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.sources.bibtex.latex import plain_text


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"K{\"u}nn-Nelen, d{\'e}j{\`a} vu", "Künn-Nelen, déjà vu"),
        (r"V{\^\i}rg{\u{a}} {\c{S}}im{\c{s}}ek {\AA}s {\O}st {\ss}", "Vîrgă Şimşek Ås Øst ß"),
        ("V\u0131\u0302rga, e\u0301\u0301n", "Vîrga, é\u0301n"),
        (r"{\IJ}mond", "Ĳmond"),
        (r"R\&D & {HR} #1, 50\% of 50%", "R&D & HR #1, 50% of 50%"),
        (r"kost $5, of \$5", "kost $5, of $5"),
        (r"$\alpha$ en $x^2$", "α en x²"),
        (r"H$_2$O, CO$_{2}$, $\beta_1$, 10$^{-3}$, $x_i$, $x^{a}$", "H₂O, CO₂, β₁, 10⁻³, xi, x^a"),
        ("``Leren'' -- een {{HR}}-term --- toch?", "“Leren” – een HR-term — toch?"),
        (r"`Foto's' van {\'e}{\'e}n `m{\`a}n' in 't mkb", "‘Foto's’ van één ‘màn’ in 't mkb"),
        (r"R\&amp;D {\&}amp; &lt;50 caf&eacute; &niets; A&O;", "R&D & <50 café &niets; A&O;"),
        (r"\emph{Leren} \textbf{en} \enquote{werken}", "Leren en “werken”"),
        (r"\url{https://x.nl/a_b} \href{https://x.nl}{hier}", "https://x.nl/a_b hier"),
        ("A.~van~Dam\n  en  zo", "A. van Dam en zo"),
        (r"\textbraceleft{}a\textbraceright{} \textless{}b\textgreater{}", "{a} <b>"),
        (r"x\textasciicircum{}2 \textasciitilde{} \textbackslash{}", "x^2 ~ \\"),
        (
            r"{\TeX}, \LaTeX{} en methodology\hyphen independent",
            "TeX, LaTeX en methodology-independent",
        ),
        (r"\onbekend{dit} blijft", r"\onbekend{dit} blijft"),
        (r"\parencite[12]{jansen} en \cite{vos}", r"\parencite[12]{jansen} en \cite{vos}"),
        (r"\texttt{R} \textup{2} \mbox{drie vier} \textsf{\"e}", "R 2 drie vier ë"),
        (r"\nohyphens{Leercultuur} {\scshape ser} \bfseries vet", "Leercultuur ser vet"),
        (r"\foreignlanguage{english}{Learning} \textnormal{nu}\newline{}en", "Learning nu en"),
        ("{" * 3000 + "diep" + "}" * 3000, "diep"),
        ("open { accolade", "open accolade"),
        (r"a \href{b}", r"a \hrefb"),
        (r"\sqrt[ \footnote", r"\sqrt[ \footnote"),
        (r"einde \frac{1}", r"einde \frac1"),
        (r"einde \verb", r"einde \verb"),
        (r"einde \input", r"einde \input"),
    ],
)
def test_latex_becomes_text(latex: str, expected: str) -> None:
    """Accents and signs are letters; what is unknown or lacks its words stays visible."""
    assert plain_text(latex) == expected


@given(st.text(alphabet=r"ab{}\"'`^~$%&# _-\é", max_size=60))
def test_any_field_becomes_one_line_of_composed_text(latex: str) -> None:
    """Nothing that stands in a field stops the program."""
    text = plain_text(latex)

    assert text == unicodedata.normalize("NFC", text)
    assert text == " ".join(text.split())


@pytest.mark.parametrize(
    "latex",
    [
        *(r"\title{woord}", r"\author{woord}", r"\date{woord}", r"\input{woord}", r"\today"),
        *(r"\include{woord}", r"\includegraphics{woord}", r"\maketitle", r"\section{woord}"),
        *(r"\ref{woord}", r"\cite{woord}", r"\citep{woord}", r"\chapter{woord}", r"\part{woord}"),
    ],
)
def test_a_command_that_prints_no_words_of_its_own_stays_as_written(latex: str) -> None:
    """The library would leave its words out, or print a mark or today's date instead."""
    assert plain_text(f"Leren {latex} werkt") == f"Leren {latex} werkt"


def test_words_after_the_end_of_a_line_stay() -> None:
    """What LaTeX takes for the height of a line may be words in a title; a box is its words."""
    assert plain_text(r"Leren \\[deel twee] op het \mbox{werk}") == "Leren [deel twee] op het werk"
