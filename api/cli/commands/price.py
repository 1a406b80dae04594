"""`koalition price`: what each rule costs."""

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_told, read_stated
from api.cli.output import dump, print_json, print_text
from api.cli.progress import Terminal
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

    progress = Terminal(lang)
    read = open_told(season, lang)
    reading, stated = read_stated(read, proposal, progress)
    from matcher.steer.price import price_rules
    from models.numbers import decimal

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
        print_text(say("price_none"), lang)
