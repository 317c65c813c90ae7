"""Runs MkDocs, each time in a process of its own, that has read the code and the templates before.

Reading them takes longer than building a small library. Each line of its input is what to run, as
JSON; each line of its output is how that ended.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from contextlib import suppress
from typing import Any, NoReturn

import jinja2
import mkdocs.__main__
from mkdocs.theme import Theme

import kennisbank.engines.mkdocs.making  # noqa: F401 - MkDocs asks for it by the name of the plugin
from kennisbank.engines.mkdocs.dressing import PolicyLoader
from kennisbank.pages.compiled_templates import COMPILED
from kennisbank.pages.context import template_environment
from kennisbank.theme.look import OVERRIDES


def main() -> None:
    """Run what is asked, until nothing is asked any more."""
    read_templates()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            run(json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - the answer


def read_templates() -> None:
    """Compile the templates of pages, and those of the theme that a page is made of."""
    ours = template_environment()
    theirs: jinja2.Environment = Theme(name="material", custom_dir=str(OVERRIDES)).get_env()
    theirs.bytecode_cache = COMPILED
    assert theirs.loader
    theirs.loader = PolicyLoader(theirs.loader)
    for name in ours.list_templates():
        ours.get_template(name)
    for name in theirs.list_templates(extensions=["html"]):
        if name.startswith(("main.", "base.", "404.", "partials/")):
            # Those of plugins that no site of ours has ask for more than MkDocs gives.
            with suppress(jinja2.TemplateAssertionError):
                theirs.get_template(name)


def run(asked: dict[str, Any]) -> NoReturn:
    """Be the process that runs MkDocs: its folder, environment and streams are what was asked."""
    code: object = 1
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, path in enumerate(asked["streams"], start=1):
        os.dup2(os.open(path, os.O_WRONLY), number)
    try:
        mkdocs.__main__.cli(asked["arguments"], prog_name="mkdocs")
    except SystemExit as ended:
        code = ended.code
    except BaseException:  # noqa: BLE001 - as Python itself does at the end
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


if __name__ == "__main__":
    main()
