"""What the YAML parser says becomes Dutch that helps an author."""

from __future__ import annotations

_MESSAGES = (
    (
        "mapping values are not allowed",
        "hier staat een dubbele punt die YAML niet verwacht.",
        "Zet de tekst tussen aanhalingstekens, of begin met >- en zet hem op de regel eronder.",
    ),
    (
        "cannot start any token",
        "een tekst mag niet met dit teken beginnen.",
        "Zet de tekst tussen aanhalingstekens.",
    ),
    ("directive", "een regel die met % begint mag hier niet.", "Haal hem weg."),
    ("incompatible YAML", "een regel die met % begint mag hier niet.", "Haal hem weg."),
    (
        "nesting depth",
        "hier staan te veel haken in elkaar.",
        "Zet de tekst tussen aanhalingstekens.",
    ),
    ("found a tab", "hier staat een tab.", "Gebruik spaties om in te springen."),
    (
        "could not find expected ':'",
        "deze regel is geen veld, geen punt van een lijst en geen vervolg van een tekst.",
        "Schrijf 'veld: waarde' met een spatie, begin een punt met '- ', of spring de tekst in.",
    ),
    (
        "unexpected end of stream",
        "een aanhalingsteken of haak is niet gesloten.",
        "Zet het sluitende teken erbij.",
    ),
    (
        "did not find expected <document start>",
        "deze regel hoort niet bij een veld.",
        "Begin elke regel met 'veld:' of spring in onder het veld waar de tekst bij hoort.",
    ),
    (
        "did not find expected key",
        "hier klopt iets niet met de inspringing of de aanhalingstekens.",
        "Zet velden recht onder elkaar. Schrijf een ' binnen '…' twee keer.",
    ),
    (
        "did not find expected '-' indicator",
        "in een lijst begint elke regel met een streepje.",
        "Zet '- ' voor elk punt, recht onder elkaar.",
    ),
    (
        "escape",
        "een \\ heeft tussen dubbele aanhalingstekens een bijzondere betekenis.",
        "Gebruik enkele aanhalingstekens, of schrijf \\\\.",
    ),
    (
        "did not find expected node content",
        "hier ontbreekt een waarde, of een haak is niet gesloten.",
        "Zet tekst die met [ of { begint tussen aanhalingstekens.",
    ),
    (
        "did not find expected ',' or",
        "een haak is niet gesloten of er ontbreekt een komma.",
        "Zet tekst die met [ of { begint tussen aanhalingstekens.",
    ),
    (
        "alphabetic or numeric",
        "'&' en '*' hebben in YAML een bijzondere betekenis.",
        "Zet de tekst tussen aanhalingstekens.",
    ),
)


def syntax_message(said: str) -> tuple[str, str]:
    """Return what is wrong and what to do, in Dutch."""
    for words, message, hint in _MESSAGES:
        if words in said:
            return message, hint
    return "de opmaak klopt hier niet.", "Vergelijk met een ander bestand in deze map."
