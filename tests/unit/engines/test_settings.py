"""mkdocs.yml becomes the settings of the second engine."""

from __future__ import annotations

import yaml

from kennisbank.engines.static_export import settings_text
from kennisbank.pages.page import Page
from kennisbank.theme.look import FEATURES, SCRIPTS, STYLES, theme_settings

PAGES = [
    Page("", "Start", "", ""),
    Page("over/", "Over & meer", "", ""),
    Page("over/bewijs/", "Wat een lange titel", "", "", short="Bewijs"),
    Page("methoden/", "Methoden", "", "", section="method", listed=("methoden/a/",)),
]


def test_settings_keep_what_an_engine_prints_and_drop_the_plugins() -> None:
    """The look stays; pages are HTML already, so nothing may look into them."""
    text = settings_text(
        {
            "site_name": "Klein <b>",
            "site_url": "",
            "nav": ["index.md"],
            "theme": {"name": "material", "language": "fy", "custom_dir": "elders"},
            "plugins": [{"kennisbank": {}}],
            "validation": {"nav": {}},
            "extra_css": ["a.css"],
            "extra": {"generator": False},
        },
        [],
    )
    found = yaml.safe_load(text)

    assert text.startswith("# Gemaakt met `kennisbank export`; wat u hier verandert, gaat")
    assert found["theme"] == theme_settings() | {
        "name": "material",
        "language": "fy",
        "features": [*FEATURES],
        "custom_dir": "overrides",
        "variant": "classic",
    }
    assert found["plugins"] == [{"search": {"enabled": False}}]
    assert found["markdown_extensions"] == []
    assert found["site_name"] == "Klein &lt;b&gt;"
    assert "site_url" not in found
    assert "validation" not in found
    assert found["extra_css"] == ["a.css"]
    assert found["extra"]["styles"] == [*STYLES]
    assert found["extra_javascript"][0] == {"path": SCRIPTS[0], "defer": True}
    assert found["extra"]["generator"] is False
    assert "script-src" in found["extra"]["content_policy"]


def test_every_page_in_the_navigation_has_its_name_and_its_new_path() -> None:
    """The menu is that of the first engine: one level; addresses elsewhere stay."""
    nav = ["index.md", {"Over": ["over/index.md", "over/bewijs.md"]}, {"Elders": "https://a.nl/"}]
    found = yaml.safe_load(settings_text({"site_name": "Klein", "nav": nav}, PAGES))["nav"]

    assert found[0] == {"Home": "index.md"}
    assert found[1] == {"Methoden": "methoden/index.md"}
    assert found[2:] == [
        {"Over &amp; meer": "over/index.md"},
        {"Bewijs": "over/bewijs/index.md"},
        {"Elders": "https://a.nl/"},
    ]
