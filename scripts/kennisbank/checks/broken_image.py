"""A picture in an entry lies in the library, says how large it is, and what is to be seen on it."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule
from kennisbank.reading.images import image_path
from kennisbank.reading.mentions import Image

RULE = Rule(
    "broken-image",
    N_("A picture in a text is not there, or says nothing to who does not see it."),
    N_("Put the file in docs/assets/ and write ![what is to be seen](assets/name.png)."),
)
_ELSEWHERE = N_("'{path}' is not in this library: a reader would be seen by another site.")
_NOT_THERE = N_("there is no picture '{path}' in docs/assets/, or it does not say how large it is.")
_NO_WORDS = N_("this picture has no words for who does not see it.")


def find(library: Library) -> Iterator[Problem]:
    """Yield each picture that readers would not see, or not understand."""
    for file in library.files.values():
        if "![" not in file.document.text:
            continue
        for text, image in file.images:
            place = file.document.location_of_text(text.key_path, image.start)
            if message := _fault(image, library):
                yield RULE.problem(place, _(message, path=image.path))


def _fault(image: Image, library: Library) -> str:
    path = image_path(image.path)
    if not path:
        return _ELSEWHERE
    if path not in library.images:
        return _NOT_THERE
    return "" if any(map(str.isalnum, image.alt)) else _NO_WORDS
