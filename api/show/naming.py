"""What a coalition is called: its challenge's title, numbered where there are several."""

from models.seasons import Season


def name_coalition(season: Season, coalition_id: str) -> str:
    """Name a coalition by its id, `challenge/number`."""
    challenge_id, _, number = coalition_id.rpartition("/")
    place = season.challenge_index.get(challenge_id)
    if place is None:
        return coalition_id
    challenge = season.challenges[place]
    return f"{challenge.title} ({number})" if challenge.coalitions > 1 else challenge.title
