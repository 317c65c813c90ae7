"""The theme's style sheet, made as light as our pages allow."""

from __future__ import annotations

from kennisbank.theme.theme_style import below_ours, lightened, theme_style


def light(style: str, *others: str) -> str:
    """Return one style sheet without what no page of ours can use, with colours of its own."""
    return lightened([style], others, {"custom"})[0]


def test_a_rule_stays_where_a_page_of_ours_can_have_what_it_asks_for() -> None:
    """Elements and the classes of our pages stay; a class that none has goes, with its rule."""
    style = "a{b:c}.md-nav .md-icon{b:c}.md-search{b:c}.md-nav--primary .md-source{b:c}"

    assert light(style) == "a{b:c}.md-nav .md-icon{b:c}"


def test_of_a_list_of_selectors_what_can_be_there_stays() -> None:
    """A comma between brackets does not end a selector."""
    style = ".md-top,.md-tabs:is(a,b),[x='a,b'] i{b:c}.md-search:not(.md-tabs,i),.md-path{b:c}"

    assert light(style) == ".md-tabs:is(a,b),[x='a,b'] i{b:c}"


def test_what_a_rule_says_of_others_does_not_keep_it_out() -> None:
    """A page without a search has everything that is not in one."""
    assert light("a:not(.md-search a){b:c}") == "a:not(.md-search a){b:c}"


def test_a_group_stays_as_far_as_its_rules_do() -> None:
    """A group that is left empty goes; what is no rule stays."""
    style = (
        '@charset "utf-8";@media print{.md-top{b:c}a{b:c}}@media screen{.md-top{b:c}}'
        "@keyframes x{0%{b:c}}@supports (b:c){@media print{i{b:c}}}"
    )

    assert light(style) == (
        '@charset "utf-8";@media print{a{b:c}}@keyframes x{0%{b:c}}'
        "@supports (b:c){@media print{i{b:c}}}"
    )


def test_only_the_colours_stay_that_a_library_chose() -> None:
    """The theme has twenty; dark and light are no choice of the library."""
    chosen, other = "[data-md-color-accent=custom]", "[data-md-color-primary=deep-purple]"
    style = f"{chosen} a{{b:c}}{other} a{{b:c}}[data-md-color-scheme=slate]{other},i{{b:c}}"

    assert light(style) == f"{chosen} a{{b:c}}i{{b:c}}"
    assert lightened([style], [], {"custom", "deep-purple"}) == [style]


def test_a_variable_stays_that_another_style_sheet_of_the_theme_asks_for() -> None:
    """The colours stand in a sheet of their own."""
    colours = "[data-md-color-scheme=slate]{--unused:2px;--dark:1px}"

    assert lightened(["a{b:var(--dark)}", colours], [], ()) == [
        "a{b:var(--dark)}",
        "[data-md-color-scheme=slate]{--dark:1px}",
    ]


def test_a_variable_goes_that_no_style_sheet_asks_for() -> None:
    """Those of icons are a third of the sheet; a class with a colon after it is none."""
    style = (
        ":root{--used:1px;--icon:url('data:image/svg+xml;charset=utf-8,<svg a=\";\"/>');--ours:2px}"
        ".md-nav--primary:hover{b:var(--used)}"
    )

    assert light(style, "p{c:var(--ours)}") == (
        ":root{--used:1px;--ours:2px}.md-nav--primary:hover{b:var(--used)}"
    )


def test_the_theme_lies_below_our_style_sheets() -> None:
    """In a layer it loses from every rule outside it; what means nothing in one goes."""
    assert below_ours('@charset "UTF-8";a{b:c}') == "@layer theme{a{b:c}}"


def test_the_style_sheets_of_the_installed_theme_are_one() -> None:
    """For an engine that has its own: rules first, then colours, each in the layer."""
    sheet = theme_style()

    assert sheet.count("@layer theme{") == 2
    assert sheet.index(".md-typeset h1") < sheet.index("[data-md-color-accent=indigo]")
    assert "@charset" not in sheet
