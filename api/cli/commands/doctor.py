"""`koalition doctor`: the state of the installation, or a model on trial."""

from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, command, installation
from api.cli.output import OTHER, dump, print_json, print_text
from api.cli.progress import Terminal
from models.installation import Examination, Soundness
from models.messages import say
from models.text import Language

BUNDLED = "bundled"


@command
def doctor(
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME_OR_PATH",
            help="Try a model: a folder, a name at the hub, or 'bundled'. Takes a minute or more.",
        ),
    ] = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Tell the state of the installation and its settings, or put a model on trial."""
    if model is not None:
        _try(model, lang, as_json)
        return
    from api.doctor.examine import examine

    found = examine()
    if as_json:
        print_json({"is_sound": found.is_sound, **dump(found)})
    else:
        _print(found, lang)
    if not found.is_sound:
        raise typer.Exit(OTHER)


def _print(found: Examination, lang: Language) -> None:
    """Print one line a finding, with its mend below."""
    for finding in found.findings:
        state = say(f"state_{finding.state}").in_language(lang)
        typer.echo(f"{state:<8}{finding.text.in_language(lang)}")
        if finding.mend is not None:
            typer.echo(f"{'':<8}→ {finding.mend.in_language(lang)}")
    count = sum(finding.state is Soundness.BROKEN for finding in found.findings)
    model = [finding for finding in found.findings if finding.key == "model"][-1]
    sound = "doctor_sound" if model.state is Soundness.OK else "doctor_unready"
    print_text(say("doctor_broken", count=count) if count else say(sound), lang)


def _try(model: str, lang: Language, as_json: bool) -> None:
    """Put a model on trial, and print its figures beside those of the bundled one."""
    from api.doctor.trial_lines import write_trial
    from matcher.embedding.factory import open_model
    from matcher.embedding.measure import read_bundled_trial, try_model

    bundled = read_bundled_trial()
    embedder = open_model(None if model == BUNDLED else model, installation().settings.cache_dir)
    trial = try_model(embedder, Terminal(lang))
    if as_json:
        print_json({"trial": dump(trial), "bundled": dump(bundled)})
        return
    for line in write_trial(trial, bundled):
        print_text(line, lang)
