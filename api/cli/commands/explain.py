"""`koalition explain`: why in, and why not."""

from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_call, open_proposal
from api.cli.evidence import tell_evidence
from api.cli.output import dump, print_json, print_text
from models.explanations import Explanation, Opening
from models.messages import say
from models.seasons import Season
from models.text import Language, Text


@command
def explain(
    season: SeasonFolder,
    proposal: ProposalFile,
    actor: Annotated[str, typer.Option(help="The actor's id or exact name.")],
    challenge: Annotated[
        str | None, typer.Option(help="For this challenge only; else the best of all.")
    ] = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Say why an actor is in, or what it would cost to have it in."""
    from api.use_cases.explain_actor import EXPLAIN_ACTOR, Question
    from api.use_cases.use_case import perform

    call = open_call(season, lang)
    stated = open_proposal(call, proposal)
    given = Question(proposal=stated, actor=actor, challenge=challenge)
    explanation = perform(EXPLAIN_ACTOR, call, given)
    if as_json:
        print_json(dump(explanation))
        return
    for line in _lines(call.season, explanation):
        print_text(line, lang)


def _lines(season: Season, explanation: Explanation) -> list[Text]:
    """Write an explanation in sentences."""
    from models.numbers import decimal

    names = {actor.id: actor.name for actor in season.actors}
    name, loss = names[explanation.actor_id], explanation.loss
    lines = [Text(sv=r.sv, en=r.en) for r in (explanation.reason,) if r is not None]
    if explanation.forced is None or loss is None:
        return lines
    home = next(
        c.id
        for c in explanation.forced.coalitions
        if c.challenge_id == explanation.challenge_id
        and any(m.actor_id == explanation.actor_id for m in c.members)
    )
    if explanation.placed:
        lines.append(say("explain_placed", name=name, coalition=home))
    else:
        nobody = say("explain_nobody")
        leavers = ", ".join(names[actor_id] for actor_id in explanation.leavers) or nobody
        worth = {"loss": decimal(abs(loss), 6), "leavers": leavers}
        code = "explain_forced"
        if loss < 0:
            gives_way = explanation.forced.conflicts
            code = "explain_forced_higher" if gives_way else "explain_forced_better"
        lines.append(say(code, name=name, coalition=home, **worth))
        if not explanation.loss_proven:
            lines.append(say("explain_not_proven", name=name))
        lines += [
            say("explain_gives_way", rule=conflict.text)
            for conflict in explanation.forced.conflicts
        ]
    lines += [reason.text for reason in explanation.reasons]
    if explanation.evidence is not None:
        lines.append(tell_evidence(explanation.evidence))
    reason, rules = explanation.reason, explanation.blocked_by
    if rules is not None and (reason is None or rules.en not in reason.en):
        lines.append(say("explain_blocked", rules=rules))
    if reason is not None and not explanation.openings:
        lines.append(say("explain_no_opening", name=name))
    if explanation.openings:
        lines += [say("explain_openings", name=name), *map(_indented, explanation.openings)]
    if explanation.reserve is not None:
        reserve = explanation.reserve
        params = {"name": names[reserve.actor_id], "loss": decimal(reserve.loss, 6)}
        lines.append(say("explain_reserve", **params))
    return lines


def _indented(opening: Opening) -> Text:
    note = Text.same("") if opening.proven else say("pareto_open")
    return Text(
        sv=f"   {opening.text.sv} {note.sv}".rstrip(), en=f"   {opening.text.en} {note.en}".rstrip()
    )
