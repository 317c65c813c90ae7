"""Where everything on the site has its address; no other module writes one."""

from __future__ import annotations

# The version of what programs read: it goes up when they must change.
VERSION = "1"
FOLDER = f"data/v{VERSION}"
# What readers choose from, by the ending of the file.
FORMATS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
# All works of the library; like the two functions below, without the ending.
LIBRARY_PATH = f"{FOLDER}/bronnen"


def work_path(key: str) -> str:
    """Return where one work can be downloaded, without the ending: bronnen/key/key."""
    return f"bronnen/{key}/{key}"


def entry_path(address: str) -> str:
    """Return where the works of an entry can be downloaded: methoden/jobcrafting/bronnen."""
    return f"{address}bronnen"


# The form at GitHub in which readers report a mistake, and the title of what comes out of it.
ERROR_FORM = "fout.yml"
ERROR_TITLE = "Een fout melden"
