"""What a page may load and run becomes its Content-Security-Policy: the site's own files."""

from __future__ import annotations

# No inline script or style is allowed, so none needs a hash: text that slipped in never runs.
# The theme's icons are data: in its style sheet. A meta tag cannot forbid framing.
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'"
)
# A page that only leads on loads nothing at all.
BARE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
