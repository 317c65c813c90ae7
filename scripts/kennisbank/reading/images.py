"""The bytes of an image become what keeps it from being published, or nothing."""

from __future__ import annotations

IMAGE_LIMIT = 500_000
# What each kind of image starts with, as its name says nothing; and how EXIF is marked in it.
_KINDS = {
    ".png": (b"\x89PNG\r\n\x1a\n", b"eXIf"),
    ".jpg": (b"\xff\xd8\xff", b"Exif\x00\x00"),
    ".jpeg": (b"\xff\xd8\xff", b"Exif\x00\x00"),
    ".webp": (b"RIFF", b"EXIF"),
}
IMAGES = frozenset(_KINDS)


def image_fault(suffix: str, data: bytes) -> str:
    """Return what is wrong with an image, as a Dutch sentence; empty when nothing is."""
    start, camera = _KINDS[suffix]
    if not data.startswith(start) or (suffix == ".webp" and data[8:12] != b"WEBP"):
        return f"is geen plaatje van de soort {suffix}."
    # Where and with what a picture was taken is nobody's business.
    return "bevat gegevens van de camera (EXIF), zoals de plaats." if camera in data else ""
