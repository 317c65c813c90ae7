"""Two search engines that are ready to use, asked as ours is, over the same pages."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

from asking import Answer, plain_address
from kennisbank.outputs.search.stemming import rules
from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from playwright.sync_api import Page

    from asking import Question
    from kennisbank.outputs.search.records import Record

_MODULES = REPOSITORY / "node_modules"
_SHOWN = 20
# As its makers advise: words that are begun or misspelt fit too, and a title weighs most. The same
# fields as ours, and the same words that say nothing.
_MINISEARCH = """
([documents, stop, texts, most]) => {
  const small = new Set(stop);
  const plain = (term) => term.toLowerCase().normalize("NFKD").replace(/[\\u0300-\\u036f]/g, "");
  const engine = new MiniSearch({
    idField: "address",
    fields: ["title", "aliases", "summary", "body"],
    processTerm: (term) => (small.has(plain(term)) ? null : plain(term)),
    searchOptions: {
      boost: { title: 5, aliases: 4, summary: 2 },
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      weights: { prefix: 0.4, fuzzy: 0.3 },
    },
  });
  engine.addAll(documents);
  return texts.map((text) => engine.search(text).slice(0, most).map(({ id }) => id));
}
"""
_PAGEFIND = """
async ([texts, most]) => {
  const engine = await import("/pagefind/pagefind.js");
  const found = [];
  for (const text of texts) {
    const { results } = await engine.search(text);
    const shown = await Promise.all(results.slice(0, most).map((one) => one.data()));
    found.push(shown.map(({ url }) => url));
  }
  return found;
}
"""


def ask_minisearch(page: Page, records: Iterable[Record], asked: list[Question]) -> list[Answer]:
    """Return what MiniSearch finds for each question in the texts of our own index."""
    documents = [
        {
            "address": one.address,
            "title": one.title,
            "aliases": " ".join(one.aliases),
            "summary": one.summary,
            "body": one.body,
        }
        for one in records
    ]
    page.add_script_tag(path=_MODULES / "minisearch" / "dist" / "umd" / "index.js")
    texts = [one.text for one in asked]
    return _answers(page.evaluate(_MINISEARCH, [documents, sorted(rules().stop), texts, _SHOWN]))


def index_with_pagefind(site: Path) -> None:
    """Let Pagefind write its index into a built site, of what stands in the article of a page."""
    command = [str(_MODULES / ".bin" / "pagefind"), "--site", str(site)]
    options = ["--root-selector", "article", "--force-language", "nl", "--silent"]
    subprocess.run([*command, *options], check=True, timeout=120)


def ask_pagefind(page: Page, asked: list[Question]) -> list[Answer]:
    """Return what Pagefind finds for each question in a site that it has indexed."""
    return _answers(page.evaluate(_PAGEFIND, [[one.text for one in asked], _SHOWN]))


def _answers(found: Any) -> list[Answer]:  # noqa: ANN401 - what a browser returns
    return [
        Answer(
            tuple(plain_address(address.removeprefix("/")) for address in addresses),
            says=not addresses,
        )
        for addresses in found
    ]
