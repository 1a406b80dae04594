"""Messages: proposed facets."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "facets_there": Text(
        sv="Utmaningen har redan delfrågor: {facets}. Förslagen nedan ändrar dem inte.",
        en="The challenge has facets already: {facets}. The proposals below do not change them.",
    ),
    "facet_line": Text(
        sv="{number}. {label}: aktörer som talar om det: {actors}; täckning {coverage}",
        en="{number}. {label}: actors who speak of it: {actors}; coverage {coverage}",
    ),
    "facet_best": Text(sv="   Svarar bäst: {names}", en="   Serve it best: {names}"),
    "facet_example": Text(sv="   Till exempel: ”{example}”", en="   For example: “{example}”"),
    "facets_few": Text(
        sv=(
            "Delfrågor som orden räcker till: {count}. Aktörer som ligger nära utmaningen: {near}. "
            "Skriv mer i description, eller skriv delfrågorna själv."
        ),
        en=(
            "Facets that the words are enough for: {count}. Actors near the challenge: {near}. "
            "Write more under description, or write the facets yourself."
        ),
    ),
    "facets_paste": Text(
        sv="Att ändra och klistra in i kolumnen facets:\n{line}",
        en="To edit and paste into the column facets:\n{line}",
    ),
}
