"""Data in the words of schema.org becomes the script element from which search engines read it."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

Data = dict[str, Any]
CONTEXT = "https://schema.org"
# Inside a script element a browser looks for </script> and <!--, whatever JSON says.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def json_ld_script(data: Data) -> Markup:
    """Return the element; no value in it can end it."""
    text = json.dumps({"@context": CONTEXT, **data}, ensure_ascii=False).translate(_ESCAPES)
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    element = f'<script type="application/ld+json">{text}</script>'
    return Markup(element)  # noqa: S704 - every < of a value is written as \u003c


def named(type_: str, name: str | None, **more: object) -> Data:
    """Return a thing with its name; nothing when it has none."""
    return filled({"@type": type_, "name": name, **more}) if name else {}


def filled(data: Data) -> Data:
    """Return the data without what is empty: what is not known is not said."""
    return {name: value for name, value in data.items() if value not in (None, "", [], {})}
