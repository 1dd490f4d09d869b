"""`extractor serve`: the pages in a browser."""

import os
import secrets
import socket
from pathlib import Path

import click
import uvicorn

from extractor.cli.options import database_option
from extractor.errors import SettingsError
from extractor.settings import Settings, settings
from extractor.store.database import open_database, writable
from extractor.web.app import create_app
from extractor.web.session_key import session_key
from extractor.web.site import LOOPBACK, Site


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@database_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; another needs a login.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any that is free.")
@click.option("--allow-host", multiple=True, help="Another name that browsers may call this server by.")
@click.option("--read-only", is_flag=True, help="Show only, write nothing.")
def serve(
    file: Path | None, db: Path | None, host: str, port: int, allow_host: tuple[str, ...], read_only: bool
) -> None:
    """Show and review the facts in a browser.

    On this machine alone nobody needs to log in. With another --host everybody needs the token that is printed
    once, or given in EXTRACTOR_TOKEN.
    """
    now = settings()
    if file and db and file.resolve() != db.resolve():
        raise click.UsageError(f"FILE ({file}) and --db ({db}) name two databases")
    path = file or db or now.db
    if path.exists() and not read_only and not writable(path):
        read_only = True
        click.echo(f"{path}: cannot be written here, so the pages only show; copy it to review", err=True)
    with open_database(path, write=not read_only and path.exists(), wait=now.wait):
        pass  # tells before the start what is wrong with it, and brings it to the newest schema
    site = _site(path, host, allow_host, read_only, now)
    listening = _listen(host, port)
    _announce(site, listening)
    uvicorn.Server(uvicorn.Config(create_app(site), log_level="warning", server_header=False)).run([listening])


def _site(path: Path, host: str, names: tuple[str, ...], read_only: bool, now: Settings) -> Site:
    token = None if host in LOOPBACK else now.token or secrets.token_urlsafe(24)
    hosts = LOOPBACK | {host.lower(), socket.gethostname().lower(), *(name.lower() for name in names)}
    return Site(path, now.wait, read_only, token, session_key(now.secret), hosts if token else LOOPBACK)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        # What `create_server` says itself names the address again.
        reason = (
            os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror or str(error)
        ).lower()
        raise SettingsError(f"{host}:{port}: {reason} (see --host and --port)") from error


def _announce(site: Site, listening: socket.socket) -> None:
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"http://{shown}:{port}/  ({site.db}{', read-only' if site.read_only else ''}; Ctrl-C stops it)")
    if site.token is not None and settings().token is None:
        click.echo(f"Login token, shown this once: {site.token}")
