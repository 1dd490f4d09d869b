"""The command line: `extractor COMMAND`. One module a group of commands, loaded when its command is called."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from extractor import __version__
from extractor.errors import ExtractorError, NotFoundError, QueryError, SettingsError, StoreError

DONE, NOTHING, USAGE, BROKEN, STOPPED = 0, 1, 2, 3, 130
EXIT_CODES: Mapping[type[ExtractorError], int] = {
    SettingsError: USAGE,
    QueryError: USAGE,
    NotFoundError: NOTHING,
    StoreError: BROKEN,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command lives, and its line in the overview."""

    module: str
    help: str


COMMANDS: Mapping[str, Entry] = {
    "extract": Entry("extract", "Read articles and write their facts into a database."),
    "embed": Entry("embed", "Make articles searchable by meaning."),
    "search": Entry("search", "Find articles and facts by words, with diacritics or without."),
    "facts": Entry("facts", "List facts of a kind by thing, place and time."),
    "timeline": Entry("indicators", "Show values over time with their sources."),
    "conflicts": Entry("indicators", "List where articles contradict each other."),
    "checks": Entry("indicators", "List sums, and whether they add up."),
    "show": Entry("show", "Show an article with its facts marked."),
    "explain": Entry("explain", "Tell how a sentence is read: tokens, spans, facts and rules."),
    "export": Entry("export", "Write facts for other programs: tables, maps, labelling tasks."),
    "import": Entry("reviews", "Take back exported facts that people reviewed."),
    "reviews": Entry("reviews", "List what people decided, what is disputed, and how far they agree."),
    "merge": Entry("merge", "Write several databases into one."),
    "serve": Entry("serve", "Show and review the facts in a browser."),
    "failures": Entry("overview", "List what could not be read or extracted."),
    "stats": Entry("overview", "Sum up what a database holds."),
    "place": Entry("place", "Look up an administrative unit by name and date."),
    "evaluate": Entry("evaluate", "Score extraction against gold."),
    "phrases": Entry("phrases", "Score the reading of numbers and dates on a phrase corpus."),
    "reword": Entry("reword", "Count the records that survive when the same is told otherwise."),
}


class LazyGroup(click.Group):
    """Loads a command's module when the command is called, so that `--help` and completion are quick."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and print what `--help` and `--version` ask for."""
        with _written_out():
            return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of this name."""
        entry = COMMANDS.get(name)
        if entry is None:
            return None
        attribute = f"{name}_" if iskeyword(name) else name
        command: click.Command = getattr(import_module(f"extractor.cli.{entry.module}"), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview, without loading the commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error that is the user's to know becomes one line."""
        try:
            with _written_out():
                return super().invoke(ctx)
        except ExtractorError as error:
            for line in str(error).splitlines():
                click.echo(f"extractor: {line}", err=True)
            sys.exit(EXIT_CODES.get(type(error), NOTHING))
        except OSError as error:
            click.echo(f"extractor: {error.filename or 'file'}: {error.strerror or error}", err=True)
            sys.exit(NOTHING)
        except KeyboardInterrupt as stop:
            click.echo(f"extractor: {'; '.join(('stopped', *map(str, stop.args)))}", err=True)
            sys.exit(STOPPED)


@contextmanager
def _written_out() -> Iterator[None]:
    """What is printed inside is written out at the end.

    Where the reader of a pipe has gone, the program ends in silence, as it has seen enough: with the exit code that
    the command came to, else with `DONE`.
    """
    code = DONE
    try:
        try:
            yield
        except click.exceptions.Exit as end:
            code = end.exit_code
            _flush()
            raise
        _flush()
    except BrokenPipeError:  # as `head` goes
        _discard()
        sys.exit(code)


def _flush() -> None:
    try:
        sys.stdout.flush()
    except OSError:  # a reader that has gone, or a full disk
        _discard()
        raise


def _discard() -> None:
    """Let go what standard output still holds, or it fails again when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Exit codes: 0 done; 1 nothing found, or nothing could be done; 2 wrong usage; 3 a database that cannot "
    "be opened, read or written; 130 stopped. Errors are one line each on standard error. Options can be set by "
    "environment variables: EXTRACTOR_DB, EXTRACTOR_PROCESSES, EXTRACTOR_WAIT (seconds for a locked database), "
    "EXTRACTOR_PAGE_SECONDS (seconds that one page may take; 60).",
)
@click.version_option(__version__, prog_name="extractor")
def main() -> None:
    """Turn Vietnamese provincial news into a searchable database of source-grounded facts."""
