"""What MkDocs builds of this repository, and of small libraries that are right or wrong."""

from __future__ import annotations

import re
import shutil
from html import escape, unescape
from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from generated import SMALL_CONFIG as CONFIG
from generated import write_small_library as small_library
from html_files import broken_links, is_old_address, read_html
from kennisbank.engines.mkdocs import KennisbankPlugin
from kennisbank.pages.content_policy import BARE_POLICY, CONTENT_POLICY
from kennisbank.pages.page import LONGEST_SNIPPET
from running import mkdocs

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.build
POLICY = f'<meta http-equiv="Content-Security-Policy" content="{BARE_POLICY}">'


def files_of(site: Path) -> dict[str, bytes]:
    """Return the content of every page of a site."""
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*.html")}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small library with an old address, built; who changes something takes a copy."""
    root = small_library(tmp_path_factory.mktemp("small") / "library")
    method = root / "methods" / "methode-1.yml"
    text = method.read_text(encoding="utf-8")
    method.write_text(text.replace("goal: >-", "redirect_from:\n  - vroeger\ngoal: >-", 1))
    done = mkdocs("build", folder=root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def copy(small: Path, tmp_path: Path) -> Path:
    """A copy of the small library, with its site."""
    return shutil.copytree(small, tmp_path / "library")


def test_every_internal_link_and_anchor_of_this_library_resolves(built_site: Path) -> None:
    """No page links to a page or anchor that is not there."""
    assert list(broken_links(built_site)) == []


def test_every_page_has_a_title_and_a_description_of_its_own(built_site: Path) -> None:
    """Among the results of a search engine no two pages look alike, and none is cut off."""
    heads = [text.partition(b"</head>")[0].decode() for text in files_of(built_site).values()]
    heads = [head for head in heads if not is_old_address(head)]
    titles = re.findall("<title>(.+?)</title>", " ".join(heads))
    descriptions = re.findall('name="description" content="(.+?)"', " ".join(heads))

    assert len(set(titles)) == len(set(descriptions)) == len(heads)
    assert [one for one in descriptions if len(unescape(one)) > LONGEST_SNIPPET] == []


def test_a_broken_link_in_a_built_site_is_found(tmp_path: Path) -> None:
    """The link check itself sees a missing page, a missing anchor and a missing file."""
    (tmp_path / "a").mkdir()
    page = '<p id="hier"><a href="../a/#daar">x</a><a href="../b/">y</a><img src="z.png">'
    (tmp_path / "a" / "index.html").write_text(page, encoding="utf-8")

    expected = ["a/index.html: ../a/#daar", "a/index.html: ../b/", "a/index.html: z.png"]
    assert expected == list(broken_links(tmp_path))


def test_no_page_uses_an_id_twice(built_site: Path) -> None:
    """Every anchor on a page is unique, so that each link has one target."""
    found = {
        str(path.relative_to(built_site)): duplicates
        for path in built_site.rglob("*.html")
        if (duplicates := read_html(path.read_text(encoding="utf-8")).duplicates)
    }

    assert found == {}


def test_the_shell_gives_the_same_bytes_as_the_theme(copy: Path) -> None:
    """Pages that share a shell equal the pages that the theme renders one by one."""
    (copy / "mkdocs.yml").write_text(CONFIG.replace("shell: true", "shell: false"))
    slow = mkdocs("build", "--site-dir", "slow", folder=copy)

    assert slow.returncode == 0
    assert len(files_of(copy / "slow")) > 9
    assert files_of(copy / "slow") == files_of(copy / "site")


def test_pages_of_entries_and_of_sources_share_shells(copy: Path) -> None:
    """Those come by the thousand: each that the theme prints by itself costs milliseconds."""
    (copy / "hook.py").write_text(
        "def on_page_context(context, page, **_):\n"
        f"    with open({str(copy / 'printed.txt')!r}, 'a') as file:\n"
        "        print(page.url or './', 'template' in page.meta, file=file)\n"
    )
    (copy / "mkdocs.yml").write_text(f"{CONFIG}hooks: [hook.py]\n")
    done = mkdocs("build", folder=copy)
    printed = dict(line.split() for line in (copy / "printed.txt").read_text().splitlines())
    deep = [url for url in printed if re.match(r"(methoden|mechanismen|bronnen)/[^~]+/$", url)]

    assert done.returncode == 0, done.stderr
    assert len(deep) > 9
    assert [url for url in deep if printed[url] == "False"] == []


def test_an_error_stops_the_build_and_leaves_the_old_site(copy: Path) -> None:
    """A faulty entry is reported with its place, and nothing is published or removed."""
    before = files_of(copy / "site")
    method = copy / "methods" / "methode-3.yml"
    method.write_text(method.read_text(encoding="utf-8").replace("effort: klein", "effort: reuze"))
    done = mkdocs("build", folder=copy)

    assert done.returncode == 1
    assert "methods/methode-3.yml:" in done.stderr
    assert "wrong-type: ‘Inspanning’ (veld 'effort') kent 'reuze' niet." in done.stderr
    assert "Traceback" not in done.stderr
    assert before
    assert before == files_of(copy / "site")


def test_another_folder_for_written_pages_is_refused(tmp_path: Path) -> None:
    """Pages in a folder that is not read would be missing without a word."""
    (tmp_path / "paginas").mkdir()
    config = load_config(
        config_file_path=None, site_name="Klein", docs_dir=str(tmp_path / "paginas")
    )

    with pytest.raises(PluginError, match="geschreven pagina's staan in 'docs'"):
        KennisbankPlugin().on_config(config)


def test_a_setting_that_cannot_be_stops_the_build(copy: Path) -> None:
    """What the environment filled in is looked at, too; no site takes the place of entries."""
    setting = CONFIG.replace("shell: true", "repository: !ENV [KENNISBANK_REPOSITORY, '']")
    (copy / "mkdocs.yml").write_text(setting, encoding="utf-8")
    faulty = mkdocs("build", folder=copy, KENNISBANK_REPOSITORY="javascript:alert(1)")
    elsewhere = mkdocs("build", "--site-dir", "methods", folder=copy)

    assert "mkdocs.yml:3:37: bad-setting: repository 'javascript:alert(1)' is" in faulty.stderr
    assert "in 'methods' staan bestanden van de bibliotheek zelf." in elsewhere.stderr
    assert (faulty.returncode, elsewhere.returncode) == (1, 1)
    assert (copy / "methods" / "methode-1.yml").is_file()


def test_a_warning_stops_a_strict_build_only(copy: Path) -> None:
    """A source that nobody cites is a warning: strict builds stop, others go on."""
    name = "Leren <b>&</b> werken"
    (copy / "mkdocs.yml").write_text(CONFIG.replace("Klein", f"'{name}'"), encoding="utf-8")
    with (copy / "references.bib").open("a", encoding="utf-8") as file:
        file.write("@book{ongebruikt,\n  title = {Niemand},\n  year = {2001}\n}\n")
    strict = mkdocs("build", "--strict", folder=copy)
    relaxed = mkdocs("build", folder=copy)

    assert (strict.returncode, relaxed.returncode) == (1, 0)
    assert "unused-source: bron 'ongebruikt' wordt nergens genoemd." in relaxed.stderr
    page = (copy / "site" / "index.html").read_text(encoding="utf-8")
    assert name not in page
    assert f"<title>{escape(name)}</title>" in page


def test_an_old_address_leads_to_the_new_one(small: Path) -> None:
    """A redirect page is Dutch, runs no script and links to the entry."""
    page = (small / "site" / "methoden" / "vroeger" / "index.html").read_text(encoding="utf-8")

    assert 'url=../methode-1/"' in page
    assert '<html lang="nl">' in page
    assert "<script" not in page
    assert f'<meta charset="utf-8">{POLICY}' in page.replace("&#39;", "'")


def test_a_library_has_the_whole_look_and_a_template_of_its_own(small: Path) -> None:
    """Styles, scripts, menu and policy come with the generator, and no link leads nowhere."""
    site = small / "site"
    # Without the address of the site, the links of this page start at the root of the server.
    found = [one for one in broken_links(site) if not one.startswith("404.html: ")]
    page = (site / "methoden" / "methode-1" / "index.html").read_text(encoding="utf-8")
    tabs = re.findall(r'class="md-tabs__link"[^>]*>([^<]*)<', page)

    assert found == []
    assert f'content="{CONTENT_POLICY}"' in page
    assert f'content="{CONTENT_POLICY}"' in (site / "404.html").read_text(encoding="utf-8")
    assert "Van ons." in page
    assert '<html lang="nl"' in page
    assert "fonts.googleapis.com" not in page
    assert tabs == ["Mechanismen", "Methoden", "Alle bronnen &amp; meer"]


def test_no_template_of_a_library_leaves_out_the_policy(copy: Path) -> None:
    """It comes before every block that one may fill in; a page without a head is not built."""
    head = '{% extends "base.html" %}{% block site_meta %}<meta charset="utf-8">{% endblock %}'
    (copy / "eigen" / "main.html").write_text(head, encoding="utf-8")
    assert mkdocs("build", folder=copy).returncode == 0
    page = (copy / "site" / "methoden" / "methode-1" / "index.html").read_text(encoding="utf-8")
    assert f'<head><meta http-equiv="Content-Security-Policy" content="{CONTENT_POLICY}">' in page

    (copy / "eigen" / "base.html").write_text("<p>{{ page.content }}</p>", encoding="utf-8")
    done = mkdocs("build", folder=copy)
    assert done.returncode == 1
    assert "In base.html staat geen <head>." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_links_to_its_file_where_the_repository_is_known(
    built_site: Path, small: Path
) -> None:
    """The address of the repository makes a link on each page; without it there is none."""
    known = (built_site / "methoden" / "jobcrafting" / "index.html").read_text(encoding="utf-8")
    unknown = (small / "site" / "methoden" / "methode-1" / "index.html").read_text(encoding="utf-8")

    assert 'href="https://voorbeeld.nl/kb-bron/blob/main/methods/jobcrafting.yml"' in known
    assert "Bekijk de bron van deze pagina" not in unknown
    assert "Klopt dit niet?" not in unknown


def test_the_day_to_count_from_is_a_setting_and_never_the_clock(copy: Path) -> None:
    """SOURCE_DATE_EPOCH goes before the setting in mkdocs.yml; without both it is a review."""
    setting = CONFIG.replace("shell: true", "date: 2027-03-02")
    page = copy / "site" / "onderhoud" / "index.html"
    (copy / "mkdocs.yml").write_text(setting, encoding="utf-8")
    told = [counted_up_to(page)]
    for epoch in ("", "1798761600"):
        done = mkdocs("build", folder=copy, **({"SOURCE_DATE_EPOCH": epoch} if epoch else {}))
        assert done.returncode == 0, done.stderr
        told.append(counted_up_to(page))

    assert told == ["1 januari 2026", "2 maart 2027", "1 januari 2027"]


def counted_up_to(page: Path) -> str:
    """Return the day that the page on upkeep names."""
    return page.read_text(encoding="utf-8").split("gerekend is tot ")[1].split(".")[0]


def test_a_day_that_is_no_number_of_seconds_stops_the_build(copy: Path) -> None:
    """The message names the setting, in Dutch."""
    done = mkdocs("build", folder=copy, SOURCE_DATE_EPOCH="gisteren")

    assert done.returncode == 1
    assert "'SOURCE_DATE_EPOCH' is 'gisteren'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_place_that_cannot_be_written_to_stops_the_build(copy: Path) -> None:
    """The message says why, in Dutch."""
    done = mkdocs("build", "--site-dir", "mkdocs.yml/site", folder=copy)

    assert done.returncode == 1
    assert "naast 'site' is niets te schrijven: er is al iets met die naam" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_navigation_has_a_short_name_for_a_long_title(built_site: Path) -> None:
    """Twelve tabs fit beside each other; the page itself keeps its whole title."""
    page = (built_site / "kaart" / "index.html").read_text(encoding="utf-8")
    tabs = page[page.index('<nav class="md-tabs"') :].split("</nav>")[0]

    assert "<title>Kaart van het onderzoek - " in page
    assert "Onderzoek" in tabs
    assert "Kaart van het onderzoek" not in tabs
