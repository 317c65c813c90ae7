"""The rules that a file must keep before its content can be looked at."""

from __future__ import annotations

from kennisbank.messages import N_
from kennisbank.problems import Rule, Severity

BAD_FILE = Rule(
    "bad-file",
    N_("This file does not belong here, or cannot be opened."),
    N_("Save it as a plain text file (UTF-8) that ends in .yml, in the folder of its kind."),
)
LEFTOVER_FILE = Rule(
    "leftover-file",
    N_("This file was left when a command was stopped."),
    N_("You may remove it. 'kennisbank check --fix' does so, too."),
    Severity.WARNING,
)
BAD_NAME = Rule(
    "bad-name",
    N_("The name of a file or folder does not work on every computer."),
    N_("Use letters, digits and hyphens, and no name that is there already with other capitals."),
)
HIDDEN_CHARACTER = Rule(
    "hidden-character",
    N_("There is an invisible character in the text."),
    N_(
        "Remove it and type the text around it again. It often comes along with copying and "
        "pasting."
    ),
)
HIDDEN_MESSAGE = N_("there is an invisible character here (U+{code}).")
HIDDEN_HINT = N_("Remove it and type the text around it again.")
TOO_LARGE = Rule(
    "too-large",
    N_("The file is too large, or nested too deep."),
    N_("Split it into more files, or use fewer levels of indentation."),
)
YAML_SYNTAX = Rule(
    "yaml-syntax",
    N_("The YAML of this file is not right."),
    N_("Look at the indentation, colons and quotation marks in this place."),
)
YAML_FEATURE = Rule(
    "yaml-feature",
    N_("The file uses a part of YAML that is not allowed here."),
    N_("Write plain fields: no &, *, ! or lines with %, and one document per file."),
)
DUPLICATE_KEY = Rule(
    "duplicate-key",
    N_("A field stands twice in the same file."),
    N_("Remove one of the two, or join them."),
)
BIB_SYNTAX = Rule(
    "bib-syntax",
    N_("A source in references.bib cannot be read."),
    N_("Look at braces and commas, and whether the key and the fields are spelt right."),
)
DUPLICATE_SOURCE = Rule(
    "duplicate-source",
    N_("A source stands twice in references.bib."),
    N_("Remove one of the two, or give another work another key."),
)
PAGE_HEAD = Rule(
    "page-head",
    N_("A page in docs/ lacks its head."),
    N_("Start the page with a head that holds title and description."),
)
BAD_SYNONYMS = Rule(
    "bad-synonyms",
    N_("synonyms.yml holds something else than a word with a list of other words."),
    N_("Write a word with a colon, and below it a hyphen and another word on each line."),
)
BAD_RETIRED = Rule(
    "bad-retired",
    N_("retired.yml holds something else than an address with 'title', 'why' and perhaps 'see'."),
    N_("Write an address with a colon, and below it, indented, 'title: …' and 'why: …'."),
)
BAD_ADDRESSES = Rule(
    "bad-addresses",
    N_("addresses.txt holds something else than one address on each line."),
    N_(
        "Write it as it stands in the address bar after the name of the site, without spaces and "
        "without a / before it: methods/jobcrafting/."
    ),
)
BAD_SETTING = Rule(
    "bad-setting",
    N_("The site can do nothing with a setting in mkdocs.yml."),
    N_("Correct the setting. If it comes from an environment variable, correct it there."),
)

RULES = (
    BAD_FILE,
    LEFTOVER_FILE,
    BAD_NAME,
    HIDDEN_CHARACTER,
    TOO_LARGE,
    YAML_SYNTAX,
    YAML_FEATURE,
    DUPLICATE_KEY,
    BIB_SYNTAX,
    DUPLICATE_SOURCE,
    PAGE_HEAD,
    BAD_SYNONYMS,
    BAD_RETIRED,
    BAD_ADDRESSES,
    BAD_SETTING,
)
