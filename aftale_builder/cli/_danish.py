"""click's own messages in Danish.

click passes each message through gettext, which would ask the machine's locale; the program speaks Danish on every machine, so
the catalogue stands here and is put in gettext's place. A message that is not here comes out in English.
"""

from types import ModuleType

import click
from click import core, decorators, exceptions, formatting, parser, types

CATALOGUE = {
    "Aborted!": "Afbrudt!",
    "Commands": "Kommandoer",
    "Could not open file {filename!r}: {message}": "Filen «{filename}» kan ikke åbnes: {message}",
    "(Did you mean one of: {possibilities}?)": "Mente du en af disse: {possibilities}?",
    "Did you mean {possibility}?": "Mente du {possibility}?",
    "Error: {message}": "Fejl: {message}",
    "Got unexpected extra argument ({args})": "Der står et ord for meget: {args}",
    "Got unexpected extra arguments ({args})": "Der står ord for meget: {args}",
    "Argument {name!r} takes {nargs} values.": "«{name}» skal have {nargs} værdier.",
    "Invalid value for {param_hint}: {message}": "Værdien til {param_hint} kan ikke bruges: {message}",
    "Invalid value: {message}": "Værdien kan ikke bruges: {message}",
    "Missing argument": "Der mangler",
    "Missing command.": "Der mangler en kommando.",
    "Missing option": "Der mangler",
    "Missing parameter": "Der mangler",
    "Missing {param_type}": "Der mangler",
    "No such option {name!r}.": "Valget «{name}» findes ikke.",
    "Option {name!r} does not take a value.": "Valget «{name}» skal ikke have en værdi.",
    "Option {name!r} requires an argument.": "Valget «{name}» skal have en værdi.",
    "Option {name!r} requires {nargs} arguments.": "Valget «{name}» skal have {nargs} værdier.",
    "Options": "Valg",
    "Positional arguments": "Argumenter",
    "Show this message and exit.": "Vis denne hjælp.",
    "Takes {nargs} values but 1 was given.": "Der skal {nargs} værdier, men der er 1.",
    "Takes {nargs} values but {len} were given.": "Der skal {nargs} værdier, men der er {len}.",
    "Try '{command} {option}' for help.": "Skriv «{command} {option}» for at få hjælp.",
    "Usage:": "Brug:",
    "Choose from:\n\t{choices}": "Vælg mellem:\n\t{choices}",
    "default: {default}": "ellers: {default}",
    "directory": "mappe",
    "file": "fil",
    "path": "sti",
    "required": "skal skrives",
    "unknown error": "ukendt fejl",
    "{name} {filename!r} does not exist.": "{name} «{filename}» findes ikke.",
    "{name} {filename!r} is a directory.": "{name} «{filename}» er en mappe.",
    "{name} {filename!r} is a file.": "{name} «{filename}» er en fil.",
    "{name} {filename!r} is not readable.": "{name} «{filename}» kan ikke læses.",
    "{name} {filename!r} is not writable.": "{name} «{filename}» kan der ikke skrives i.",
    "{value!r} is not a valid {number_type}.": "«{value}» er ikke et tal.",
    "{value!r} is not one of {choices}.": "«{value}» er ikke en af {choices}.",
    "{value!r} is not {choice}.": "«{value}» er ikke {choice}.",
    "{value} is not in the range {range}.": "{value} er ikke i {range}.",
}

MODULES: tuple[ModuleType, ...] = (click.termui, core, decorators, exceptions, formatting, parser, types)


def install() -> None:
    """Let click's modules look their messages up in the catalogue."""
    for module in MODULES:
        for name, function in (("_", danish), ("ngettext", danish_number)):
            if hasattr(module, name):
                setattr(module, name, function)


def danish(message: str) -> str:
    """Return the Danish of one of click's messages."""
    return CATALOGUE.get(message, message)


def danish_number(one: str, many: str, count: int) -> str:
    """Return the Danish of a message that has a singular and a plural."""
    return danish(one if count == 1 else many)
