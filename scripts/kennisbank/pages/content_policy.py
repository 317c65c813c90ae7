"""The Content-Security-Policy of a page: it loads and runs the site's own files only."""

from __future__ import annotations

# No inline script or style is allowed, so none needs a hash: text that slipped in never runs.
# The theme's icons are data: in its style sheet. A meta tag cannot forbid framing.
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'"
)
# A page that only leads on loads nothing at all.
BARE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
_HEAD = "<head>"
# Sites that a link leads to are not told where the reader came from.
PRINTED_POLICY = (
    f'<meta http-equiv="Content-Security-Policy" content="{CONTENT_POLICY}">'
    '<meta name="referrer" content="same-origin">'
)


def with_policy(template: str) -> str:
    """Return a template of the theme that prints the policy first in the head of each page.

    That is before all blocks, so a library whose `main.html` fills them in cannot lose it.
    """
    return template.replace(_HEAD, _HEAD + PRINTED_POLICY, 1)
