"""The command line: finds the command, runs it, and turns every ending into an exit code."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from tm import __version__
from tm.cli.context import Context
from tm.model.errors import TmError, WorkLeft

COMMANDS = {
    "split": "cut a text into sentences",
    "segment": "make or update PO files from source/",
    "status": "say how much is done",
    "import": "put translations into the memory, and terms into the glossary",
    "export": "write the memory or the glossary as a file",
    "lookup": "find the best matches for a segment",
    "memory": "look after the memory: stats, history, delete, restore, undo, dedupe, verify",
    "concordance": "show where a phrase occurs",
    "pretranslate": "fill untranslated units from the memory",
    "check": "look for missing, wrong and inconsistent translations",
    "analyse": "count words by how well the memory matches",
    "score": "score translations against others: BLEU, chrF++, TER, and what the memory was worth",
    "build": "make the localized documents",
    "align": "make memory entries from a document and its translation",
}
"""Each command with its one line of help; the command `x` is the module `tm.cli.commands.x`."""

_MODULES = {"import": "import_"}

_WITH_VERBS = frozenset({"memory"})

_DESCRIPTION = "A translation memory for documents of the United Nations."


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one sentence, and for which files may stand before, between and after options."""

    _is_mixing = False
    _given: Sequence[str] = ()

    def parse_known_args(  # type: ignore[override]  # of its overloads, the one that is called
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        self._given = args or ()
        given = argparse.Namespace(**vars(namespace)) if namespace else None
        options, rest = super().parse_known_args(args, namespace)
        if self._is_mixing or not self._takes(rest):
            return options, rest
        self._is_mixing = True
        try:
            return self.parse_known_intermixed_args(args, given)
        finally:
            self._is_mixing = False

    def _takes(self, rest: Sequence[str]) -> bool:
        """Tell whether what is left may be further files, which argparse takes at one place only."""
        whole = (argparse.PARSER, argparse.REMAINDER)
        return not all(text.startswith("-") for text in rest) and not any(
            action.nargs in whole for action in self._get_positional_actions()
        )

    def error(self, message: str) -> NoReturn:
        raise TmError(f"{message}{self._hint(message)}: see {self.prog} --help")

    def _hint(self, message: str) -> str:
        """Say what may have been meant where a text or a file was taken for an option, or an option for a text."""
        unknown = message.partition("unrecognized arguments: ")[2].split(" ")
        missing = message.partition("arguments are required: ")[2]
        if any(map(os.path.exists, unknown)):
            return " (files that begin with a hyphen are named behind --)"
        if missing.startswith("-"):
            return " (options stand before --)" if "--" in self._given else ""
        doubtful = unknown if unknown != [""] else self._given if missing else ()
        if any(text[:1] == "-" and text[1:2] not in ("", "-") for text in doubtful):
            return " (a text that begins with a hyphen stands at the end, behind --)"
        return ""

    def _get_formatter(self) -> argparse.HelpFormatter:
        # Each argument asks for one, which would load shutil to measure the terminal: a tenth of a lookup.
        return self.formatter_class(prog=self.prog, width=_width())  # type: ignore[call-arg]  # those in use take it


def _width() -> int:
    """Give the columns of the terminal that help fills, as argparse does."""
    try:
        columns = int(os.environ.get("COLUMNS", "0"))
        columns = columns or os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]  # caught
    except (AttributeError, ValueError, OSError):
        columns = 0
    return (columns or 80) - 2


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code: 0 clean, 1 findings or work left, 2 a mistake, 130 interrupted."""
    _prepare_streams()
    try:
        for argument in arguments:
            argument.encode("utf-8")
        return _dispatch(arguments)
    except WorkLeft as left:
        print(left, file=sys.stderr)
        return 1
    except TmError as error:
        return complain(str(error))
    except BrokenPipeError:
        return 0
    except UnicodeEncodeError as error:
        return complain(f"{error.object[:60]!a}: not UTF-8: mend the text or the name")
    except OSError as error:
        return complain(os_sentence(error))
    except RecursionError:
        return complain("the input is nested too deeply: simplify it")
    except KeyboardInterrupt:
        print("tm: interrupted", file=sys.stderr)
        return 130


def _prepare_streams() -> None:
    """Speak UTF-8; where a stream was closed before the start, read nothing and write to nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # as long as the program
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)


def complain(sentence: str) -> int:
    """Say what is wrong, and give the exit code for it."""
    print(f"tm: error: {sentence}", file=sys.stderr)
    return 2


def os_sentence(error: OSError) -> str:
    """Say in a few words what the system refused, and of which file."""
    reason = (error.strerror or str(error)).lower()
    return f"{error.filename}: {reason}" if error.filename else reason


def _dispatch(arguments: Sequence[str]) -> int:
    parser = _Parser(prog="tm", description=_DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"tm {__version__}")
    parser.add_argument("--root", type=_folder, metavar="DIR", help="the project folder (found upwards by default)")
    parser.add_argument("--memory", type=_url, metavar="URL", help="the memory (TM_MEMORY or .tm/memory.db by default)")
    parser.add_argument("command", nargs="?", metavar="COMMAND", help=argparse.SUPPRESS)
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="…", help=argparse.SUPPRESS)
    parser.usage = "tm [--root DIR] [--memory URL] COMMAND …"
    parser.epilog = "commands:\n" + "\n".join(f"  {name:14}{text}" for name, text in COMMANDS.items())
    parser.epilog += "\n\nMore on each: tm COMMAND --help"
    chosen = parser.parse_args(arguments)
    if chosen.command is None:
        parser.print_help()
        return 0
    if chosen.command not in COMMANDS:
        raise TmError(f"there is no command {chosen.command!r}: use one of {', '.join(COMMANDS)}")
    context = Context(chosen.root, chosen.memory or os.environ.get("TM_MEMORY") or None)
    return _run_command(chosen.command, _behind(chosen.command, chosen.rest, arguments), context)


def _behind(command: str, rest: Sequence[str], arguments: Sequence[str]) -> Sequence[str]:
    """Give what stands behind the command with the `--` right behind it, which argparse takes for its own.

    Where verbs follow, as those of `memory`, there is nothing that it could set apart.
    """
    start = len(arguments) - len(rest)
    if command in _WITH_VERBS:
        return rest[:-1] if rest[-1:] == ["--"] else rest
    return arguments[start - 1 :] if list(arguments[start - 2 : start]) == [command, "--"] else rest


def _folder(text: str) -> Path:
    if not text:
        raise TmError("--root is empty: name a folder (is a variable not set?)")
    return Path(text)


def _url(text: str) -> str:
    if not text:
        raise TmError("--memory is empty: name a file (is a variable not set?)")
    return text


def _run_command(name: str, arguments: Sequence[str], context: Context) -> int:
    module = importlib.import_module(f"tm.cli.commands.{_MODULES.get(name, name)}")
    parser = _Parser(prog=f"tm {name}", description=module.__doc__)
    module.configure(parser)
    options = parser.parse_args(arguments)
    code: int = module.run(options, context)
    return code
