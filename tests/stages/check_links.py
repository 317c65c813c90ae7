"""A built site becomes the list of its links that lead nowhere; the pipeline stops at the first.

python tests/stages/check_links.py site
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from html_files import broken_links


def main(site: Path) -> None:
    """Print each link to a page, file or anchor that is not there; leave with 1 when there is one.

    The 404 page names the path of the published site, which KENNISBANK_SITE_URL tells.
    """
    if not (site / "index.html").is_file():
        sys.exit(f"There is no site in {site}.")
    project = urlsplit(os.environ.get("KENNISBANK_SITE_URL", "")).path.rstrip("/") + "/"
    broken = list(broken_links(site, project))
    print("\n".join(broken) or "Every link leads somewhere.")
    sys.exit(bool(broken))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
