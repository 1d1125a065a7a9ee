"""The command line in the reader's language: its help, and what was typed wrong.

click's own words are English. The few of them that a person can meet are said here anew.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import click
from click.core import augment_usage_errors
from click.shell_completion import CompletionItem

from pressrum.errors import Text, say
from pressrum.slug import slugify

Words = Text | str
"""A sentence, or what is typed and is the same in every language."""
HELP = {"help_option_names": ["--help", "-h"], "max_content_width": 100}
NEAR = 0.8
"""How alike an option must be to be offered, from 0 to 1."""
EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)")
TYPED = "pressrum.typed"
"""Where a group keeps in its context what was typed after its name."""


def tell(context: click.Context, words: Words) -> str:
    """Give `words` in the language of the site at hand."""
    told: str = words if isinstance(words, str) else context.find_root().obj.language.tell(words)
    return told


class Option(click.Option):
    """An option that tells what it is for."""

    def __init__(
        self,
        names: Sequence[str],
        about: Text,
        metavar: Words | None = None,
        called: Sequence[str] = (),
        **settings: Any,
    ) -> None:
        super().__init__(names, **settings | {"help": about.msgid})
        self.about = about
        self.value = metavar
        self.called = called

    def make_metavar(self, ctx: click.Context) -> str:
        """Give the word that stands for its value."""
        return tell(ctx, self.value) if self.value else super().make_metavar(ctx)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Give its line in the help."""
        record = super().get_help_record(ctx)
        return record and (record[0], tell(ctx, self.about))


class Folder(click.Path):
    """A folder; an empty name is none, and not the folder in which one stands."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the folder."""
        if not value and param:
            raise click.BadOptionUsage(param.opts[0], "it requires an argument", ctx)
        return super().convert(value, param, ctx)


class Argument(click.Argument):
    """What is typed without a name of its own."""

    def __init__(self, names: Sequence[str], metavar: Words, **settings: Any) -> None:
        super().__init__(names, **settings)
        self.value = metavar

    def make_metavar(self, ctx: click.Context) -> str:
        """Give the word that stands for it."""
        return tell(ctx, self.value)


class Command(click.Command):
    """A command that tells what it does, with an example."""

    def __init__(self, name: str, about: Text, examples: tuple[Words, ...], **settings: Any) -> None:
        super().__init__(name, **settings | {"help": about.msgid, "context_settings": HELP})
        self.about = about
        self.examples = examples

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed; a slip is told as one of this command."""
        with augment_usage_errors(ctx):
            return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how it is typed."""
        usage = tell(ctx, say("Usage"))
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=f"{usage}: ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Give what is typed after its name."""
        pieces = [piece for parameter in self.get_params(ctx) for piece in parameter.get_usage_pieces(ctx)]
        return [*pieces, tell(ctx, say("[OPTIONS]"))]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what it does, and examples as they can be copied."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(tell(ctx, self.about))
        with formatter.section(tell(ctx, say("Example"))):
            for example in self.examples:
                formatter.write(f"{'':{formatter.current_indent}}{tell(ctx, example)}\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write its options, a line each."""
        records = [record for option in self.get_params(ctx) if (record := option.get_help_record(ctx))]
        options = [record for record in records if record[0].startswith("-")]
        with formatter.section(tell(ctx, say("Options"))):
            formatter.write_dl(options)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Give what may be typed next, each with what it is for."""
        told: dict[str, Text] = {
            name: option.about
            for option in self.get_params(ctx)
            if isinstance(option, Option)
            for name in option.opts
        }
        offered = super().shell_complete(ctx, incomplete)
        for one in offered:
            one.help = tell(ctx, told[one.value]) if one.value in told else one.help
        return offered

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the option that shows all this."""
        option = super().get_help_option(ctx)
        if option:
            option.help = tell(ctx, say("Show this."))
        return option


class Group(Command, click.Group):
    """Commands under one name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed, and keep it for what is told of a slip."""
        ctx.meta[TYPED] = tuple(args)
        return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Give what is typed after its name: one of its commands."""
        return [tell(ctx, say("COMMAND …")), *super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write its commands and its options."""
        with formatter.section(tell(ctx, say("Commands"))):
            formatter.write_dl(
                [
                    (name, tell(ctx, part.about))
                    for name in self.list_commands(ctx)
                    if isinstance(part := self.get_command(ctx, name), Command)
                ]
            )
        super().format_options(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Give what may be typed next, each with what it is for."""
        offered = super().shell_complete(ctx, incomplete)
        for one in offered:
            part = self.get_command(ctx, one.value)
            one.help = tell(ctx, part.about) if isinstance(part, Command) else one.help
        return offered

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order in which they are used."""
        del ctx
        return list(self.commands)


def command(name: str, about: Text, *examples: Words) -> Callable[[Callable[..., Any]], Command]:
    """Make a function a command."""
    return click.command(name, cls=Command, about=about, examples=examples)


def option(*names: str, about: Text, **settings: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command an option."""
    return click.option(*names, cls=Option, about=about, **settings)


def argument(
    name: str, metavar: Words, **settings: Any
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command something that is typed without a name of its own."""
    return click.argument(name, cls=Argument, metavar=metavar, **settings)


def one_of(names: Iterable[str]) -> Callable[..., list[str]]:
    """Offer `names` to a shell that completes."""
    known = tuple(names)
    return lambda _context, _parameter, incomplete: [name for name in known if name.startswith(incomplete)]


def misuse(error: click.UsageError) -> tuple[Text, Text]:
    """Say what was typed wrong, and what to type instead."""
    path = error.ctx.command_path if error.ctx else "build.py"
    tip = say("{command} --help tells how", command=path)
    near = next(iter(getattr(error, "possibilities", None) or ()), None)
    if isinstance(error, click.NoSuchOption):
        there_is_none = say('there is no option "{name}"', name=error.option_name)
        return there_is_none, _right_option(error.option_name, error.ctx) if error.ctx else tip
    if isinstance(error, click.NoSuchCommand):
        there_is_none = say('there is no command "{name}"', name=error.command_name)
        whole = say("write {name}", name=f"{path} {near}")
        return there_is_none, whole if near else say("{command} --help lists the commands", command=path)
    return next(_complaints(error)), _command_first(error) or tip


def _command_first(error: click.UsageError) -> Text | None:
    """Give how to begin when a command was typed after its options; None for anything else."""
    found, top = EXTRA.search(error.message), error.ctx and error.ctx.find_root()
    return _begun(top, found[1].split()[:1]) if found and top else None


def _begun(group: click.Context, words: Iterable[str]) -> Text | None:
    """Give how to begin with the first of `words` that is a command of a group; None where none is."""
    known = group.command.commands if isinstance(group.command, click.Group) else {}
    word = next((word for word in words if word in known), None)
    return say("write the command first: {name}", name=f"{group.command_path} {word}") if word else None


def _right_option(name: str, context: click.Context) -> Text:
    """Give the option that was meant by `name`, by what else it is called or by likeness; else all there are.

    Where a command is due first, its help has them.
    """
    options = [option for option in context.command.params if isinstance(option, Option)]
    meant = {f"--{slugify(word)}": option.opts[0] for option in options for word in option.called}
    meant |= {own: own for option in options for own in option.opts}
    like = difflib.get_close_matches(f"--{slugify(name)}", meant, n=1, cutoff=NEAR)
    if like:
        return say("write {name}", name=meant[like[0]])
    if isinstance(context.command, click.Group):
        first = _begun(context, context.meta[TYPED])
        return first or say("{command} --help lists the commands", command=context.command_path)
    names = [option.opts[0] for option in options]
    return say("the options here are: {names}", names=", ".join(names))


def _complaints(error: click.UsageError) -> Iterator[Text]:
    """Give what is wrong with what follows a command; the first one counts."""
    if isinstance(error, click.MissingParameter) and error.param and error.ctx:
        yield say("the command needs more: {name}", name=error.param.make_metavar(error.ctx))
    if isinstance(error, click.BadParameter) and error.param and isinstance(error.param.type, click.IntRange):
        least, most = str(error.param.type.min), str(error.param.type.max)
        name = error.param.opts[0]
        yield say("{name} takes a whole number from {least} to {most}", name=name, least=least, most=most)
    if isinstance(error, click.BadOptionUsage) and "requires" in error.message:
        yield say("something is to follow {name}", name=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        yield say("{name} stands alone, and nothing can be given to it", name=error.option_name)
    if found := EXTRA.search(error.message):
        yield say('"{words}" is more than the command takes', words=found[1])
    yield say("{words}", words=error.format_message())
