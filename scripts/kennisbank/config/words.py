"""What people write where kennisbank.yml has another word: one proposal each."""

from __future__ import annotations

from collections.abc import Mapping

from kennisbank.messages import N_

TOP_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("lang", "locale", "taal", "languages"), "language"),
    **dict.fromkeys(("land", "countries", "region"), "country"),
    **dict.fromkeys(("money", "munt", "valuta", "currencies"), "currency"),
    **dict.fromkeys(("kind", "types", "type", "entries", "soorten", "collections"), "kinds"),
    **dict.fromkeys(("choice", "lists", "enums", "options", "keuzes", "values"), "choices"),
    **dict.fromkeys(("severities", "rules", "level", "levels", "ernst"), "severity"),
    **dict.fromkeys(("redirects", "route", "addresses"), "routes"),
}
KIND_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("title", "name", "labels", "naam", "titel"), "label"),
    **dict.fromkeys(("path", "dir", "directory", "map", "folders"), "folder"),
    **dict.fromkeys(("url", "slug", "route", "adres"), "address"),
    **dict.fromkeys(("properties", "attributes", "columns", "velden", "field"), "fields"),
    **dict.fromkeys(("number", "order", "ordered", "sorted", "sequence"), "numbered"),
    **dict.fromkeys(("redirects", "redirect_from", "old", "aliases"), "routes"),
    **dict.fromkeys(("compare", "comparison"), "compared"),
    **dict.fromkeys(("summary", "summary_length", "max_words"), "summary_words"),
}
FIELD_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("type", "kind", "widget", "format"), "is"),
    **dict.fromkeys(("nullable", "optioneel"), "optional"),
    **dict.fromkeys(("description", "hint", "about", "uitleg", "info"), "help"),
    **dict.fromkeys(("label", "name", "titel", "heading"), "title"),
    **dict.fromkeys(("list", "multiple", "array", "repeat", "plural"), "many"),
    **dict.fromkeys(("filter", "facets", "filterable"), "facet"),
    **dict.fromkeys(("backlink", "inverse", "back"), "reverse"),
    **dict.fromkeys(("image", "pictures", "media"), "images"),
    **dict.fromkeys(("heading_levels", "subheadings"), "headings"),
    **dict.fromkeys(("examples", "placeholder", "voorbeeld", "default"), "example"),
    **dict.fromkeys(("source", "sourced", "citations", "cite"), "cited"),
    **dict.fromkeys(("outcome",), "outcomes"),
    **dict.fromkeys(("role",), "roles"),
    **dict.fromkeys(("numbered", "order"), "ordered"),
    **dict.fromkeys(("attributes", "text"), "with"),
}
# The type of field that is meant by a word that other programs have for it.
TYPE_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("text", "markdown", "md", "textarea", "richtext", "html", "body"), "prose"),
    **dict.fromkeys(("paragraph", "paragraphs", "tekst", "longtext"), "prose"),
    **dict.fromkeys(("string", "str", "word", "words", "regel", "input", "name", "title"), "line"),
    **dict.fromkeys(("sentence", "sentences", "note", "summary"), "short"),
    **dict.fromkeys(("int", "integer"), "count"),
    **dict.fromkeys(("float", "decimal", "double", "getal"), "number"),
    **dict.fromkeys(("date", "datetime", "datum"), "day"),
    **dict.fromkeys(("uri", "website", "address", "href"), "url"),
    **dict.fromkeys(("citation", "doi", "bron", "bibtex", "cite"), "source"),
    **dict.fromkeys(("object", "dict", "mapping", "map", "fieldset", "groep"), "group"),
    **dict.fromkeys(("tag", "keywords", "labels", "trefwoorden"), "tags"),
    **dict.fromkeys(("chart", "graph", "figure", "data", "statistics"), "figures"),
    **dict.fromkeys(("finding", "evidence", "research", "studies"), "findings"),
    **dict.fromkeys(("cost", "costs", "price", "budget"), "investment"),
    **dict.fromkeys(("step", "instructions", "procedure"), "steps"),
    **dict.fromkeys(("task", "responsibilities"), "tasks"),
    **dict.fromkeys(("meaning", "glossary", "betekenis"), "definition"),
}
# What is no type of field, with what to do instead and an example of it.
INSTEAD: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("select", "enum", "choice", "choices", "dropdown", "option", "radio"),
        (N_("Write the list under 'choices', and its name here: {example}"), "{is: level}"),
    ),
    **dict.fromkeys(
        ("bool", "boolean", "checkbox", "flag"),
        (
            N_("Write a list of two words under 'choices', and its name here: {example}"),
            "{is: open}",
        ),
    ),
    **dict.fromkeys(
        ("relation", "link", "reference", "ref", "related", "entry", "relationship"),
        (N_("Name the kind that it leads to: {example}"), "{is: technique, many: true}"),
    ),
    **dict.fromkeys(
        ("list", "array", "lijst"),
        (
            N_("Name what one of them is, and that there are more: {example}"),
            "{is: short, many: true}",
        ),
    ),
    **dict.fromkeys(
        ("image", "picture", "photo", "file", "afbeelding", "plaatje"),
        (N_("A picture stands inside a text: {example}"), "{is: prose, images: true}"),
    ),
}
