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
_CHARSET = '<meta charset="utf-8">'
# Sites that a link leads to are not told where the reader came from.
_HEAD = (
    f'<meta http-equiv="Content-Security-Policy" content="{CONTENT_POLICY}">'
    '<meta name="referrer" content="same-origin">'
)


def with_policy(page: str) -> str:
    """Return a page of the theme with the policy at the start of its head.

    No template does this, since a library may have a `main.html` of its own.
    """
    return page.replace(_CHARSET, _CHARSET + _HEAD, 1)
