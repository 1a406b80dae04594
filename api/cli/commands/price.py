"""`koalition price`: what each rule costs."""

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_call, open_proposal
from api.cli.output import dump, print_json, print_text
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
    from api.use_cases.open_proposal import Opened
    from api.use_cases.price_rules import PRICE_RULES
    from api.use_cases.use_case import perform
    from models.numbers import decimal

    call = open_call(season, lang)
    prices = perform(PRICE_RULES, call, Opened(proposal=open_proposal(call, proposal)))
    if as_json:
        print_json([dump(each) for each in prices])
        return
    titles = {challenge.id: challenge.title for challenge in call.season.challenges}
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
        print_text(say("price_none"), lang)
