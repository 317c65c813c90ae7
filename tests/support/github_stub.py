#!/usr/bin/env python3
"""Answers as `gh` does, for what the workflows ask, over a bare repository on this disk.

GITHUB_STUB names a folder with `origin.git`; pull requests and comments are kept in `state.json`.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

HOME = Path(os.environ["GITHUB_STUB"])
STATE = HOME / "state.json"


def git(*arguments: str, given: bytes | None = None, index: bool = False) -> str:
    """Run git in the bare repository, where asked with an index of its own."""
    env = {**os.environ, **({"GIT_INDEX_FILE": str(HOME / "index")} if index else {})}
    command = ["git", "--git-dir", str(HOME / "origin.git"), *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=True, env=env)
    return done.stdout.decode().strip()


def commit(given: dict[str, Any]) -> None:
    """Do what createCommitOnBranch does."""
    parent = given["expectedHeadOid"]
    branch = given["branch"]["branchName"]
    if git("rev-parse", f"refs/heads/{branch}") != parent:
        sys.exit("expectedHeadOid")
    git("read-tree", parent, index=True)
    for one in given["fileChanges"]["additions"]:
        blob = git("hash-object", "-w", "--stdin", given=base64.b64decode(one["contents"]))
        git("update-index", "--add", "--cacheinfo", f"100644,{blob},{one['path']}", index=True)
    tree = git("write-tree", index=True)
    made = git("commit-tree", tree, "-p", parent, "-m", given["message"]["headline"])
    git("update-ref", f"refs/heads/{branch}", made)


def value_of(arguments: list[str], name: str) -> str:
    """Return what stands behind an option."""
    return arguments[arguments.index(name) + 1] if name in arguments else ""


def field(arguments: list[str], name: str) -> str:
    """Return a field of an API call: -f name=value."""
    return next((one.partition("=")[2] for one in arguments if one.startswith(f"{name}=")), "")


def api(arguments: list[str]) -> None:
    """Answer about branches, or make a commit."""
    if arguments[0] == "graphql":
        asked = json.loads(Path(value_of(arguments, "--input")).read_text(encoding="utf-8"))
        commit(asked["variables"]["input"])
        return
    method = value_of(arguments, "-X")
    path = next(one for one in arguments if one.startswith("repos/"))
    if method == "PATCH":
        branch = path.partition("/git/refs/")[2]
        git("rev-parse", f"refs/{branch}")
        git("update-ref", f"refs/{branch}", field(arguments, "sha"))
    elif path.endswith("/git/refs"):
        git("update-ref", field(arguments, "ref"), field(arguments, "sha"))
    else:
        sys.stdout.write(git("rev-parse", "refs/" + path.partition("/git/ref/")[2]))


def main(arguments: list[str]) -> None:
    """Answer one call."""
    state = json.loads(STATE.read_text(encoding="utf-8")) if STATE.exists() else {}
    what = tuple(arguments[:2])
    body = value_of(arguments, "--body-file")
    text = Path(body).read_text(encoding="utf-8") if body else ""
    if what[0] == "api":
        api(arguments[1:])
    elif what == ("pr", "list"):
        sys.stdout.write(
            next(
                (n for n, one in state.items() if one.get("head") == value_of(arguments, "--head")),
                "",
            )
        )
    elif what == ("pr", "create"):
        state["7"] = {
            "head": value_of(arguments, "--head"),
            "title": value_of(arguments, "--title"),
            "body": text,
        }
    elif what == ("pr", "edit"):
        state[arguments[2]]["body"] = text
    elif what == ("issue", "comment"):
        state[f"issue {arguments[2]}"] = {"comment": text}
    else:
        sys.exit(f"not known: {arguments}")
    STATE.write_text(json.dumps(state), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
