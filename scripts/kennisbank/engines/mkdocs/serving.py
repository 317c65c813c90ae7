"""Shows a library while somebody works on it: an edit is in the browser before it was checked.

`mkdocs serve` builds the whole site after each edit. Here the pages of `preview.py` go through the
theme one by one, when a browser asks for them; MkDocs gives the menu, the templates and the server
that reloads pages. What is wrong follows as soon as it is known, on the page and in the terminal.

One file: the server and what is edited share one state.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import threading
from contextlib import suppress
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlsplit

from jinja2 import TemplateError
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer, _serve_url, _timestamp
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from kennisbank.config import PATH as CONFIGURATION
from kennisbank.config.configuration import kinds_of
from kennisbank.config.site_settings import with_settings
from kennisbank.engines.mkdocs import KennisbankPlugin
from kennisbank.engines.mkdocs.making import TEMPLATES
from kennisbank.engines.mkdocs.pages import notice
from kennisbank.engines.mkdocs.settings import settings_problems
from kennisbank.engines.mkdocs.stage import Stage, menu_of, outline
from kennisbank.invisible_characters import one_line
from kennisbank.messages import _
from kennisbank.pages.compiled_templates import COMPILED
from kennisbank.pages.page import Page
from kennisbank.preview import Memory, Preview
from kennisbank.theme.look import OVERRIDES
from kennisbank.workers import done_aside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import PurePosixPath
    from wsgiref.types import StartResponse, WSGIEnvironment

    from kennisbank.problems import Problem

# Editors write a file in more than one step; in seconds.
_SETTLING = 0.03
# A browser asks within that time for what it shows, and gets it before all is checked.
_ASKED_WITHIN = 2.0
_MOST_SEEN = 50
_HTML = "text/html; charset=utf-8"
# Opening and reading a file is no change of it, and we do that ourselves.
_OF_FOLDERS = frozenset({"created", "moved", "deleted"})
_CHANGES = _OF_FOLDERS | {"modified", "closed"}


class NotServedError(Exception):
    """Why there is nothing to serve."""


class Answer(NamedTuple):
    """What a browser gets: bytes and their type, or where to ask instead."""

    content: bytes = b""
    type: str = ""
    elsewhere: str = ""


class Workbench:
    """A library that is being edited: its state now, and what is wrong with it."""

    def __init__(self, settings: Path, say: Callable[[str], None], address: str = "") -> None:
        self._settings = settings
        self._say = say
        self._address = {"dev_addr": address} if address else {}
        self._made_of: tuple[object, ...] = ()
        # Of entries, as they were when somebody last looked.
        self._seen: dict[str, Page] = {}
        # Pages share the objects of MkDocs, so one is printed at a time.
        self._lock = threading.Lock()
        self._fault = ""
        self._problems: tuple[Problem, ...] = ()
        self._configure()
        self._memory = Memory.kept(self.root)
        COMPILED.remember(self.root)
        self._take()

    def _configure(self) -> None:
        """Read the settings as MkDocs does."""
        config = load_config(config_file=str(self._settings), **self._address)
        config.plugins.on_startup(command="serve", dirty=False)
        host, port = config.dev_addr
        config.site_url = _serve_url(host, port, urlsplit(config.site_url or "/").path)
        self.config = config.plugins.on_config(config)
        found = config.plugins.values()
        makers = (one.making for one in found if isinstance(one, KennisbankPlugin))
        self._plugin = next(one for one in makers if one)

    def _take(self) -> None:
        """Read what changed of the library, and ask MkDocs again where the menu depends on it."""
        preview = self._read()
        made_of = (*self._stamps(), menu_of(preview.context.library))
        if made_of != self._made_of:
            if self._made_of:
                self._configure()
                preview = self._read()
            # The port may be another one each time.
            imprint = replace(preview.context.imprint, url="")
            shown = (made_of, imprint, self.config.nav)
            pages = outline(self.root, shown, preview.small_pages)
            self.stage = Stage(self.config, self._plugin, preview.context.library, pages)
            self._made_of = made_of
        self.preview = preview

    def _read(self) -> Preview:
        imprint = self._plugin.imprint(self.config)
        return Preview(self.root, self._memory, self._plugin.repository, imprint, _today())

    @property
    def root(self) -> Path:
        """The folder of the library."""
        return Path(self.config.docs_dir).parent

    def watched(self) -> Iterator[tuple[Path, bool]]:
        """Yield the folders in which a change is one of the site, and whether all below counts."""
        yield self.root, False
        below = [self.root / kind.folder for kind in kinds_of(self.root)]
        below += [Path(self.config.docs_dir), *map(Path, self.config.watch)]
        yield from ((path, True) for path in dict.fromkeys(below) if path.is_dir())

    def _stamps(self) -> Iterator[tuple[object, ...]]:
        """Yield what tells of the files that settings, menu and templates come from."""
        settings = [self.root / CONFIGURATION, *self.root.glob("mkdocs*.yml")]
        themes = [one for one in map(Path, self.config.theme.dirs) if one.is_relative_to(self.root)]
        folders = (*themes, OVERRIDES.parent, TEMPLATES)
        looks = [path for folder in folders for path in folder.rglob("*")]
        for path in sorted({*settings, *looks}):
            with suppress(OSError):
                found = path.stat()
                yield path, found.st_mtime_ns, found.st_size
        yield from ((path,) for path in sorted(Path(self.config.docs_dir).rglob("*")))

    def refresh(self) -> None:
        """Take the library as it is now; what keeps MkDocs from going on is told and shown."""
        with self._lock:
            self._fault = ""
            try:
                self._take()
            except (MkDocsException, TemplateError, OSError) as error:
                # MkDocs says what is wrong in its log, and here only that something is.
                found = "; ".join(map(str, settings_problems(self.root)))
                self._tell(found or str(error))

    def _tell(self, fault: str) -> None:
        self._fault = one_line(fault)
        self._say(self._fault)

    def check(self) -> bool:
        """Look for all that is wrong, tell what is new, and return whether pages change by it."""
        preview, before = self.preview, self._problems
        # In this process, the pages that are asked for meanwhile would take twice as long.
        told = done_aside(preview.problems, self._lock)
        found = with_settings(told, self._plugin.settings_faults(self.config))
        if preview is not self.preview:
            return False
        self._problems = found
        for problem in found:
            if problem not in before:
                self._say(one_line(str(problem)))
        if before and not found:
            self._say(_("Everything is right again."))
        return found != before

    def answer(self, path: str) -> Answer | None:
        """Return what is at a path below the site, or nothing."""
        with self._lock:
            try:
                return self._answer(path)
            except TemplateError as error:
                self._tell(_("a template cannot be used: {reason}", reason=str(error)))
                return Answer(self._news().encode(), _HTML)

    def missing(self, path: str) -> bytes:
        """Return the page for what is not there: of a faulty entry, too, with what is wrong."""
        with self._lock:
            title = _("This page is not there")
            # Its links start from the address that was asked for.
            page = Page(path.removesuffix("index.html"), title, title, f"<h1>{title}</h1>")
            return self.stage.printed(page, self._news()).encode()

    def _answer(self, path: str) -> Answer | None:
        address = path.removesuffix("index.html")
        if address in {"", path} and path and not path.endswith("/"):
            return self._file(path)
        if page := self.preview.page(address):
            self._remember(page)
            return Answer(self.stage.printed(page, self._news()).encode(), _HTML)
        if file := self.preview.faulty(address):
            return Answer(self._faulty(address, file).encode(), _HTML)
        return self._file(f"{address}index.html")

    def _remember(self, page: Page) -> None:
        self._seen.pop(page.address, None)
        self._seen[page.address] = page
        if len(self._seen) > _MOST_SEEN:
            del self._seen[next(iter(self._seen))]

    def _faulty(self, address: str, path: PurePosixPath) -> str:
        """Return what an entry said when it was right, under what is wrong with it now."""
        earlier = self._seen.get(address)
        told = [_("{path} holds mistakes, so its page is not made anew.", path=path)]
        if earlier:
            told.append(_("Below stands what was here before."))
        page = earlier or Page(address, path.stem, "", f"<h1>{escape(path.stem)}</h1>")
        found = {*self._problems, *self.preview.unread}
        own = sorted(one for one in found if one.location.path == path)
        return self.stage.printed(page, _alert(" ".join(told)) + self._news(own))

    def _file(self, path: str) -> Answer | None:
        if file := self.stage.static.get(path):
            return Answer(file.content_bytes, "")
        content = self.preview.file(path)
        if content is not None:
            return Answer(content)
        there = self.preview.page(f"{path}/") or self.preview.file(f"{path}/index.html")
        return Answer(elsewhere=f"{path}/") if there else None

    def _news(self, problems: Sequence[Problem] = ()) -> str:
        fault = _alert(self._fault) if self._fault else ""
        return fault + notice(tuple(problems) or self._problems)

    def keep(self) -> None:
        """Leave what was read and made for the next start."""
        with self._lock:
            self._memory.keep(self.root)
            COMPILED.keep(self.root)


def _alert(text: str) -> str:
    return f'<div class="kb-notice" role="alert"><p>{escape(text)}</p></div>'


class PreviewServer(LiveReloadServer):
    """The server of MkDocs, which gives what a workbench makes in place of files on a disk."""

    def __init__(self, workbench: Workbench, say: Callable[[str], None]) -> None:
        host, port = workbench.config.dev_addr
        mount = urlsplit(workbench.config.site_url or "/").path
        super().__init__(self._refresh, host, port, root=os.devnull, mount_path=mount)
        self.workbench = workbench
        self._say = say
        # It is told of a change; the base looks at every file twice a second.
        self.observer = Observer()  # type: ignore[assignment]
        self.build_delay = _SETTLING
        self._checking = threading.Lock()
        self._asked = threading.Event()
        self._watch_all()

    def _watch_all(self) -> None:
        """Watch every folder that counts; there may be more of them after each change."""
        for path, recursive in self.workbench.watched():
            if str(path) not in self._watched_paths:
                self.observer.schedule(_Changes(self), str(path), recursive=recursive)
                self._watched_paths[str(path)] = 1

    def server_activate(self) -> None:
        """Say where the site is, once it is there."""
        super().server_activate()
        self._say(_("The site is at {address} now. Stop with Ctrl+C.", address=self.url))

    def changed(self) -> None:
        """Take the library anew, soon."""
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _refresh(self) -> None:
        self.workbench.refresh()
        self._watch_all()
        self._asked.clear()
        self.check_later()

    def check_later(self) -> None:
        """Look for problems beside the serving of pages, and show again where these differ."""
        threading.Thread(target=self._check, daemon=True).start()

    def _check(self) -> None:
        preview = self.workbench.preview
        # Whoever saved looks at the page first.
        self._asked.wait(_ASKED_WITHIN)
        # A check takes longer than many a server lives.
        self.workbench.keep()
        with self._checking:
            # Of many edits in a row only the last one is looked at.
            shows_other = preview is self.workbench.preview and self.workbench.check()
        if shows_other:
            with self._epoch_cond:
                self._visible_epoch = self._wanted_epoch = _timestamp()
                self._epoch_cond.notify_all()

    def _serve_request(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/") or not path.startswith(self.mount_path):
            return super()._serve_request(environ, start_response)
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            epoch = self._visible_epoch
        inside = path[len(self.mount_path) :]
        answer = self.workbench.answer(inside)
        if answer is None and not inside.endswith(("/", ".html")):
            return None
        status = "200 OK" if answer else "404 Not Found"
        answer = answer or Answer(self.workbench.missing(inside), _HTML)
        if answer.elsewhere:
            start_response("302 Found", [("Location", quote(self.mount_path + answer.elsewhere))])
            return []
        type_, content = answer.type or self._guess_type(inside), answer.content  # type: ignore[no-untyped-call]
        if type_ == _HTML:
            content = self._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
            self._asked.set()
        start_response(status, [("Content-Type", type_), ("Content-Length", str(len(content)))])
        return [content]


class _Changes(FileSystemEventHandler):
    """Tells a server of changes of files."""

    def __init__(self, server: PreviewServer) -> None:
        self._server = server

    def on_any_event(self, event: FileSystemEvent) -> None:
        # A folder is a change when it comes or goes; it is also modified with each file in it.
        is_change = event.event_type in (_OF_FOLDERS if event.is_directory else _CHANGES)
        if is_change:
            self._server.changed()


def serve(settings: Path, say: Callable[[str], None], address: str = "") -> None:
    """Serve the site of these settings until somebody stops it.

    Raises:
        NotServedError: when the settings or the address cannot be used.
    """
    try:
        server = PreviewServer(Workbench(settings, say, address), say)
    except MkDocsException as error:
        raise NotServedError(one_line(str(error))) from None
    # What was made until now stays: nobody has to look whether it can go.
    gc.enable()
    gc.freeze()
    server.check_later()
    with suppress(KeyboardInterrupt):
        try:
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            server.shutdown()


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
