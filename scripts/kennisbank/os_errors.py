"""Says in a few words why the system does not open or write a file."""

from __future__ import annotations

import errno

from kennisbank.messages import N_, _

_REASONS = {
    errno.EACCES: N_("you have no rights to it"),
    errno.EPERM: N_("you have no rights to it"),
    errno.EROFS: N_("you can only read there"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("you have no disk space left"),
    errno.EFBIG: N_("it becomes too large"),
    errno.EEXIST: N_("something with that name is already there"),
    errno.ENOENT: N_("it does not exist"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a part of the path is a file"),
    errno.EBUSY: N_("another program holds it, or it is a disk by itself"),
    errno.EXDEV: N_("it is another disk"),
    errno.EMFILE: N_("too many files are open"),
    errno.EIO: N_("the disk gives an error"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("it is a link"),
}


def refusal(error: OSError) -> str:
    """Return why; what is rare is said as the system says it."""
    if reason := _REASONS.get(error.errno or 0):
        return _(reason)
    return error.strerror or _("the reason is unknown")
