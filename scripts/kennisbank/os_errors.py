"""Says in a few Dutch words why the system does not open or write a file."""

from __future__ import annotations

import errno

_REASONS = {
    errno.EACCES: "u hebt er geen rechten voor",
    errno.EPERM: "u hebt er geen rechten voor",
    errno.EROFS: "u kunt daar alleen lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "u hebt geen schijfruimte meer",
    errno.EFBIG: "het wordt te groot",
    errno.EEXIST: "er is al iets met die naam",
    errno.ENOENT: "het bestaat niet",
    errno.ELOOP: "het is een verwijzing naar een andere plaats",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "een deel van het pad is een bestand",
    errno.EBUSY: "een ander programma houdt het vast, of het is een schijf op zichzelf",
    errno.EXDEV: "het is een andere schijf",
    errno.EMFILE: "er zijn te veel bestanden open",
    errno.EIO: "de schijf geeft een fout",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "het is een koppeling",
}


def refusal(error: OSError) -> str:
    """Return why; what is rare is said as the system says it."""
    return _REASONS.get(error.errno or 0) or error.strerror or "de reden is onbekend"
