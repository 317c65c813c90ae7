"""Demands on texts: the first that is broken is reported, with its measure filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kennisbank.fields.specs import field_specs
from our_kinds import Method, Practice

if TYPE_CHECKING:
    from kennisbank.fields.base import Entry

NUMBER = "mag geen cijfers hebben: geen telefoonnummer, adres of BSN, alleen een naam"
MAIL = "mag geen e-mailadres zijn, alleen een naam"
SIGNS = "heeft geen woorden, alleen tekens"
NAMES = (
    *("Aisha de Vries", "At de Punt", "Jan Punt", "drs. J.P. van 't Hof-Ünal", "Łukasz Żak"),
    *("Jo (gemeente Goes)", "ʻOkina Kaʻahumanu", "Catharina-At Nolting", "王小明", "Dot at Work"),
)


def faults(kind: type[Entry], name: str, text: str) -> list[str]:
    """Return the messages of all demands of a field that a text breaks."""
    spec = next(spec for spec in field_specs(kind) if spec.name == name)
    found = (demand.fault_in(text) for demand in spec.field_type.constraints)
    return [fault.message() for fault in found if fault]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("title", " ", "is leeg"),
        ("title", " onbekend ", "mag niet 'onbekend' zijn"),
        ("goal", "Onbekend.", "mag niet 'onbekend' zijn"),
        ("title", "é" * 201, "telt 201 tekens; er mogen er 200 zijn"),
        ("title", "a\nb", "moet op één regel staan"),
        ("summary", "a " * 61, "telt 61 woorden; er mogen er 60 zijn"),
        ("contributors", "Jo op WWW.jo.nl", "mag geen webadres zijn, alleen een naam"),
        ("contributors", "jo@werk", "mag geen e-mailadres zijn, alleen een naam"),
        ("contributors", "Jo 06 12345678", NUMBER),
        ("contributors", "Jo ０６-１２３４５６７８", NUMBER),
        ("contributors", "Jo de Wit, Dorpsstraat 12, 4381 AB Vlissingen", NUMBER),
        ("contributors", "Jo (111222333)", NUMBER),
        ("contributors", "naam at voorbeeld punt nl", MAIL),
        ("contributors", "naam AT voorbeeld.nl", MAIL),
        ("contributors", "naam(at)voorbeeld(punt)frl", MAIL),
        ("contributors", "naam [at] voorbeeld [dot] nl", MAIL),
        ("contributors", "naam {@} voorbeeld", MAIL),
        ("contributors", "naam apenstaartje voorbeeld punt nl", MAIL),
        ("contributors", "naam_at_voorbeeld_punt_nl", MAIL),
        ("contributors", "naam＠voorbeeld", MAIL),
        ("contributors", "Jo, voorbeeld.gent", "mag geen webadres zijn, alleen een naam"),
        *(
            ("contributors", text, "mag geen webadres zijn, alleen een naam")
            for text in (
                *("naam bij voorbeeld punt nl", "naam a voorbeeld punt nl", "jan punt com"),
                *("naam -at- voorbeeld -punt- nl", "jan (bij) gmail (punt) com", "voorbeeld[.]nl"),
                *("voorbeeld(.)nl", "naam at voorbeeld . nl", "jan․nl", "jan。nl", "jan．nl"),
                *("jan.me", "jan.de", "jansen.academy", "t.me/jan", "wa.me/316", "Jansen.tv/x"),
                *("mailto:jan", "Tel:jan", "LinkedIn: /in/jan"),
            )
        ),
        ("contributors", "naam apestaart voorbeeld punt nl", MAIL),
        ("contributors", "naam (apestaart) gmail", MAIL),
        *(
            ("contributors", f"Jo {number}", NUMBER)
            for number in (
                "߀߆߁߂",
                "໐໖໑໒",
                "༠༦༡༢",
                "០៦១២",
                "๐๖๑๒",
                "nul zes een twee drie vier",
                "Nul-zes-een-één-acht",
            )
        ),
        *(
            (name, text, SIGNS)
            for name in ("title", "goal")
            for text in ("~", "-", "…", "🙂", "?!", "\u0301", "ˆ", "ー", "\ue000")
        ),
        ("title", "— — €", SIGNS),
        ("title", "NULL", "is het woord van YAML voor niets"),
        ("summary", " null ", "is het woord van YAML voor niets"),
        ("reviewed", "2026-02-30", "is geen dag die bestaat"),
        ("reviewed", "٢٠٢٦-٠١-٠١", "moet een datum zijn als jaar-maand-dag: 2026-11-24"),
        (
            "redirect_from",
            "a" * 65,
            "moet een bestandsnaam zijn zoals 'taak-roulatie', of een adres zoals '/2019/oud.html'",
        ),
    ],
)
def test_a_broken_demand_says_what_is_wrong(name: str, text: str, message: str) -> None:
    """Every form of value has its own demands, in Dutch; digits are those of a keyboard."""
    assert message in faults(Method, name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("title", "🙂" * 199 + "a"),
        ("title", "5S"),
        ("title", "学"),
        ("title", "Null-meting"),
        *(("contributors", name) for name in NAMES),
        *(
            ("contributors", name)
            for name in (
                *("Fatma Ünal-Öz", "Jan d'Hondt", "Gerard ’t Hooft", "Ursula von der Leyen"),
                *("J.P. (Jan) de Vries", "Team HR gemeente X", "Joh.de Vries", "Chr.van Dijk"),
                *("K. Punt", "Punt, K. Nl", "Jan Punt uit Nu", "Jan at Zee", "Apen, van der"),
                *("Jansen, prof.dr", "mw.mr.drs. E. de Boer", "Anna Negen", "Jan Zes en Piet Acht"),
                *("张三", "Łukasz Żółć", "Nguyễn Thị Minh", "A&O fonds Gemeenten", "v.d. Heuvel"),
            )
        ),
        ("reviewed", "2024-02-29"),
        ("redirect_from", "a" * 64),
        ("organisation", "’s-Hertogenbosch"),
    ],
)
def test_a_good_text_breaks_no_demand(name: str, text: str) -> None:
    """A sign counts as one, however it is stored."""
    assert faults(Practice, name, text) == []
