"""What click says to people in English becomes Dutch.

Click looks each text up with gettext, which wants a compiled catalogue and the user's language
settings; putting our table in that place leaves wording the only thing that differs.
"""

from __future__ import annotations

from click import core, decorators, exceptions, formatting, parser, types

DUTCH = {
    "Usage:": "Gebruik:",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Show this message and exit.": "Toon deze uitleg.",
    "default: {default}": "standaard: {default}",
    "Error: {message}": "Fout: {message}",
    "Try '{command} {option}' for help.": "Uitleg: '{command} {option}'.",
    "Missing command.": "Er ontbreekt een opdracht.",
    "Missing argument": "Er ontbreekt",
    "Invalid value: {message}": "Dit kan niet: {message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} klopt niet: {message}",
    "No such option {name!r}.": "De optie {name!r} bestaat niet.",
    "No such command {name!r}.": "De opdracht {name!r} bestaat niet.",
    "Did you mean {possibility}?": "Bedoelde u {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Bedoelde u een van deze: {possibilities}?",
    "Got unexpected extra argument ({args})": "Dit is te veel: {args}.",
    "Got unexpected extra arguments ({args})": "Dit is te veel: {args}.",
    "Option {name!r} requires an argument.": "Achter de optie {name!r} hoort een waarde.",
    "Option {name!r} does not take a value.": "Achter de optie {name!r} hoort geen waarde.",
    "{value!r} is not one of {choices}.": "{value!r} kan niet. Kies uit: {choices}.",
    "{name} {filename!r} does not exist.": "{filename!r} bestaat niet.",
    "{name} {filename!r} is a file.": "{filename!r} is een bestand, geen map.",
    "{name} {filename!r} is a directory.": "{filename!r} is een map, geen bestand.",
    "{name} {filename!r} is not readable.": "{filename!r} mag u niet lezen.",
}


def speak_dutch() -> None:
    """Put the table in the place where click looks up its texts."""
    for module in (core, decorators, exceptions, formatting, parser, types):
        vars(module).update(_=_dutch, ngettext=_dutch_count)


def _dutch(english: str) -> str:
    return DUTCH.get(english, english)


def _dutch_count(one: str, many: str, count: int) -> str:
    return _dutch(one if count == 1 else many)
