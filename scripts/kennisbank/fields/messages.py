"""Says what validation found in a Dutch message, with a hint for the author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.suggestions import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


_QUOTE = "Staat er een dubbele punt in de tekst? Zet de tekst dan tussen aanhalingstekens."
_MESSAGES = {
    "tuple_type": ("moet een lijst zijn.", "Zet '- ' voor elk punt, ieder op een eigen regel."),
    "string_type": ("moet tekst zijn, geen lijst of groep velden.", _QUOTE),
    "model_type": ("moet een groep velden zijn.", "Kijk hoe een ander bestand dit schrijft."),
    "missing": ("", ""),
    "extra_forbidden": ("", ""),
}


CHOICE = "kent '{value}' niet."
CHOICES = "Kies uit: {allowed}."


def message_of(detail: ErrorDetails) -> tuple[str, str]:
    """Return the second half of the sentence "‘Titel’ (veld 'title') …" and what to do."""
    kind = detail["type"]
    if kind == "enum":
        return _choice_message(detail)
    if kind in _MESSAGES:
        return _MESSAGES[kind]
    # Our own validators raise Dutch already; anything else would be a type without a message.
    return f"{detail['msg']}.", ""


def _choice_message(detail: ErrorDetails) -> tuple[str, str]:
    value = detail["input"]
    expected = str(detail["ctx"]["expected"]).replace(" or ", ", ").replace("'", "")
    allowed = expected.split(", ")
    if not isinstance(value, str):
        return f"moet een van deze woorden zijn: {', '.join(allowed)}.", ""
    hint = did_you_mean(value, allowed) or CHOICES.format(allowed=", ".join(allowed))
    return CHOICE.format(value=value), hint
