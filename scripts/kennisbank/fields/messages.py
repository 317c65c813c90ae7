"""Says what validation found in a message, with a hint for the author."""

from __future__ import annotations

from pydantic_core import ErrorDetails

from kennisbank.messages import N_, _
from kennisbank.suggestions import did_you_mean

_QUOTE = N_("Is there a colon in the text? Then put the text between quotation marks.")
_MESSAGES = {
    "tuple_type": (
        N_("must be a list."),
        N_("Put '- ' before each point, each on a line of its own."),
    ),
    "string_type": (N_("must be text, not a list or a group of fields."), _QUOTE),
    "model_type": (N_("must be a group of fields."), N_("See how another file writes this.")),
    "missing": ("", ""),
    "extra_forbidden": ("", ""),
}


CHOICE = N_("does not know '{value}'.")
CHOICES = N_("Choose from: {allowed}.")
JOINED = N_("These are several. Put each on a line of its own, with '- ' before it.")
HERE = N_("Here that is called '{name}'.")


def message_of(detail: ErrorDetails) -> tuple[str, str]:
    """Return the second half of the sentence "‘Titel’ (veld 'title') …" and what to do."""
    kind = detail["type"]
    if kind == "enum":
        return _choice_message(detail)
    if kind in _MESSAGES:
        message, hint = _MESSAGES[kind]
        return (_(message), _(hint)) if message else ("", "")
    # Our own validators raise messages already; anything else would be a type without a message.
    return f"{detail['msg']}.", ""


def _choice_message(detail: ErrorDetails) -> tuple[str, str]:
    value = detail["input"]
    expected = str(detail["ctx"]["expected"]).replace(" or ", ", ").replace("'", "")
    allowed = expected.split(", ")
    if not isinstance(value, str):
        return _("must be one of these words: {words}.", words=", ".join(allowed)), ""
    joined = [one.strip() for one in value.split(",")]
    if len(joined) > 1 and any(one in allowed for one in joined):
        return _(CHOICE, value=value), _(JOINED)
    meant = detail["ctx"].get("meant", "")
    hint = _(HERE, name=meant) if meant else did_you_mean(value, allowed)
    hint = hint or _(CHOICES, allowed=", ".join(allowed))
    return _(CHOICE, value=value), hint
