"""Inputs that are made to take long or much go through each reader, in a process with limits.

make limits     the seconds of processor and the megabytes of each
"""

from __future__ import annotations

import os
import resource
import sys

from fuzz_targets import TARGETS

SECONDS, MEGABYTES = 10, 512
_20K = 20_000
CASES: dict[str, tuple[str, str]] = {
    "brackets": ("entry", "a: " + "[" * 250_000),
    "levels": ("entry", "".join(f"{' ' * n}a{n}:\n" for n in range(700))),
    "keys": ("entry", "".join(f"k{n}: x\n" for n in range(25_000))),
    "one key": ("entry", "k" * 250_000 + ": x"),
    "one text": ("entry", "title: " + "x " * 120_000),
    "quotes": ("entry", 'title: "' + "\\n" * 120_000 + '"'),
    "no end": ("entry", "title: '" + "x\n " * 80_000),
    "head": ("page", "---\n" * 60_000),
    "braces": ("bibliography", "@book{a, title = {" + "{" * 100_000 + "}" * 100_000 + "}}"),
    "open braces": ("bibliography", "@book{a, title = " + "{" * 100_000),
    "sources": ("bibliography", "".join(f"@book{{k{n}, title = {{x}}}}\n" for n in range(300))),
    "strings": (
        "bibliography",
        '@string{s0 = "xxxxxxxxxx"}\n'
        + "".join(f"@string{{s{n} = {' # '.join([f's{n - 1}'] * 10)}}}\n" for n in range(1, 12))
        + "@book{a, title = s11}",
    ),
    "authors": ("bibliography", "@book{a, author = {" + " and ".join(["A. B"] * 2_000) + "}}"),
    "a name in braces": (
        "bibliography",
        "@book{a, author = {x " + "{" * 40_000 + "y" + "}" * 40_000 + "}}",
    ),
    "spaces in a name": ("bibliography", "@book{a, author = {a" + " " * 90_000 + "b}}"),
    "commands": ("bibliography", "@book{a, title = {" + "\\'e" * 6_000 + "}}"),
    "at signs": ("bibliography", "@" * 100_000),
    **{
        f"prose {mark!r}": ("prose", mark * (_20K // len(mark)))
        for mark in ("[", "[[", "[@a;", "[^", "[a](", "`", "*a ", "**", "_", "<", "<a ", "> ", "- ")
    },
    **{
        f"prose {mark!r}": ("prose", mark * (_20K // len(mark)))
        for mark in ("|a", "|-", "1. ", "&#", "\\", "~~~\n", "@a ", "![", "](", "a`b``")
    },
    **{
        f"field {mark!r}": ("fields", mark * (_20K // len(mark)))
        for mark in ("\\'", "{", "$", "a and ", "doi:", "10.", "-", "1/", "\\url{", "%", " ,")
    },
}


def used(name: str) -> tuple[int, float, float]:
    """Return how the reader ended (0 is well), its seconds of processor and its megabytes."""
    target, text = CASES[name]
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        try:
            TARGETS[target](text.encode())
        except BaseException as error:  # noqa: BLE001 - the parent is told, whatever it is
            print(f"{name}: {error!r}"[:200], file=sys.stderr)
            os._exit(1)
        os._exit(0)
    _, status, usage = os.wait4(child, 0)
    return status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Print what each case took, the failed ones last; leave with 1 when one went past a limit."""
    # Made once, before the others copy this process.
    TARGETS["prose"](b"")
    readers = sys.argv[1:] or TARGETS
    names = [name for name, (target, _) in CASES.items() if target in readers]
    found = sorted((*used(name), name) for name in names)
    for status, seconds, megabytes, name in found:
        print(f"{seconds:6.2f} s {megabytes:6.0f} MB  {'ok' if not status else 'FAILED'}  {name}")
    sys.exit(any(status or megabytes > MEGABYTES for status, _, megabytes, _ in found))


if __name__ == "__main__":
    main()
