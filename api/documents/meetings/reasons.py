"""Why an encounter is worth it, in one line: only what the season, and a reading of it, say."""

from api.show.planned import Planned, to_pair
from matcher.suggest.parts import PartKey
from matcher.suggest.reasons import ALIKE, FITTING
from models.actors import Actor
from models.messages import say
from models.suggestions import Suggestion
from models.text import Text
from models.wording import sentences

LEAST = ((PartKey.OFFERS, FITTING), (PartKey.SEEKS, FITTING), (PartKey.KINSHIP, ALIKE))
"""What is told beside the tie: the first that reaches its value."""


def tell_worth(planned: Planned, own: Actor, other: Actor, read: Suggestion | None) -> Text:
    """Say why two members may gain from sitting together.

    Parameters
    ----------
    planned : Planned
    own, other : Actor
        Whose sheet it is, and whom it meets.
    read : Suggestion or None
        What a reading of the season's words says of the other; None without one.
    """
    tie = planned.ties.get(to_pair(own.id, other.id))
    told = [_tell_new(own, other) if tie is None else say(f"sheet_{tie}")]
    reasons = {reason.criterion: reason for reason in read.reasons} if read else {}
    for key, least in LEAST:
        if key in reasons and reasons[key].value >= least:
            told.append(reasons[key].text)
            break
    return sentences(told)


def _tell_new(own: Actor, other: Actor) -> Text:
    """Say what is new about somebody without a tie."""
    here, there = own.place, other.place
    if own.sector is not other.sector:
        return say("sheet_new_other_sector")
    if here.is_whole_country or there.is_whole_country:
        return say("sheet_new_same_sector")
    if here.country != there.country:
        return say("sheet_new_other_country")
    if here.county != there.county:
        return say("sheet_new_other_county", county=there.county)
    return say("sheet_new_near")
