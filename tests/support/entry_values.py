"""How property tests draw the values of an entry, as our reader gives them."""

from __future__ import annotations

from hypothesis import strategies as st

from kennisbank.fields.specs import field_specs
from kennisbank.invisible_characters import HIDDEN
from our_kinds import Method

# Signs that mean something in YAML come often, and what our reader strips does not end a text.
SIGNS = st.sampled_from([*":-#'\"[]{}>|&*!%@`,?\\ \n\t~=<", ": ", " #", "- ", "\n\n", "no", "…"])
LETTERS = st.characters(
    exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"),
    exclude_characters="\ufffc\ufffd",
).filter(lambda letter: not HIDDEN.search(letter))
TEXTS = st.lists(SIGNS | LETTERS | st.just("woord "), max_size=25).map("".join).map(str.rstrip)
ITEMS = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(TEXTS, inner),
    max_leaves=6,
)
NAMES = st.sampled_from([spec.name for spec in field_specs(Method)]) | TEXTS
