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
            "Delfrågor som orden räcker till: {count}. Aktörer som ligger nära utmaningen (minst "
            "{fit} i relevans): {near}. Att hämta delfrågor ur aktörernas ord kräver minst {least} "
            "sådana, och ord som flera av dem säger men andra knappt. Ta med fler aktörer, skriv "
            "mer i description, eller skriv delfrågorna själv."
        ),
        en=(
            "Facets that the words are enough for: {count}. Actors near the challenge (relevance "
            "of at least {fit}): {near}. To draw facets from actors' words takes at least {least} "
            "of them, and words that several of them say and others hardly do. Add actors, write "
            "more under description, or write the facets yourself."
        ),
    ),
    "facets_paste": Text(
        sv="Att ändra och klistra in i kolumnen facets:\n{line}",
        en="To edit and paste into the column facets:\n{line}",
    ),
}
