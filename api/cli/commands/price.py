"""`koalition price`: what each rule costs."""

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_told
from api.cli.output import dump, print_json, print_text
from api.cli.progress import Terminal
from api.jobs import read_proposal
from models.messages import say
from models.text import Language


@command
def price(
    season: SeasonFolder,
    proposal: ProposalFile,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Say what F would gain if each rule gave way by one, by solving again."""
    from api.bootstrap import read_season_words
    from api.settings import InstallationSettings

    progress = Terminal(lang)
    read = open_told(season, lang)
    reading = read_season_words(read, InstallationSettings(), progress)
    stated = read_proposal(proposal, read, reading)
    from matcher.steer.price import price_rules
    from matcher.wording import decimal

    prices = price_rules(read, reading, stated, progress)
    if as_json:
        print_json([dump(each) for each in prices])
        return
    titles = {challenge.id: challenge.title for challenge in read.challenges}
    for each in prices:
        if each.gain > 0 or not each.proven:
            code = "price_line" if each.proven else "price_line_open"
            words = {
                "title": titles[each.challenge_id],
                "coalition": each.coalition,
                "asks": each.text,
                "gain": decimal(each.gain, 6),
                "most": decimal(each.most, 6),
            }
            print_text(say(code, **words), lang)
    free = sum(each.proven and each.gain <= 0 for each in prices)
    if free:
        print_text(say("price_free", count=free), lang)
    if not prices:
        typer.echo(say("price_none").in_language(lang))
