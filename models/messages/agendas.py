"""Messages: agenda templates, and agendas laid for a meeting's rounds."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "agenda_no_folder": Text(
        sv="Mappen med dagordningar finns inte. Skriv en att ändra i med koalition agendas MAPP.",
        en="There is no such folder of agendas. Write one to edit with koalition agendas FOLDER.",
    ),
    "agenda_no_files": Text(
        sv="Mappen har inga dagordningar. Lägg en fil som slutar på .toml där för varje träff.",
        en="The folder holds no agendas. Put a file there that ends in .toml for each meeting.",
    ),
    "agenda_unknown_key": Text(
        sv="Nyckeln är okänd. Skriv någon av {allowed}, eller ta bort den.{hint}",
        en="The key is not known. Write one of {allowed}, or remove it.{hint}",
    ),
    "agenda_no_items": Text(
        sv="Dagordningen saknar punkter. Skriv varje punkt under raden [[items]].",
        en="The agenda has no items. Write each item below a line [[items]].",
    ),
    "agenda_not_two_languages": Text(
        sv="Skriv texten inom citattecken, eller på båda språken: {name}.sv och {name}.en.",
        en="Write the text in quotation marks, or in both languages: {name}.sv and {name}.en.",
    ),
    "agenda_no_language": Text(
        sv="Texten saknas på {language}. Skriv den, eller en text för båda: {name} = …",
        en="The text is missing in {language}. Write it, or one for both: {name} = …",
    ),
    "agenda_in_sv": Text(sv="svenska", en="Swedish"),
    "agenda_in_en": Text(sv="engelska", en="English"),
    "agenda_not_true_false": Text(
        sv="Skriv true om punkten hålls i smågrupper, annars false.",
        en="Write true where the item is held in small groups, otherwise false.",
    ),
    "agenda_minutes_over": Text(
        sv=(
            "Punkternas minuter blir {total}, {off} för mycket för {asked}. Korta någon punkt, "
            "eller ändra minutes överst."
        ),
        en=(
            "The items' minutes add up to {total}, {off} too many for {asked}. Shorten an item, "
            "or change minutes at the top."
        ),
    ),
    "agenda_minutes_under": Text(
        sv=(
            "Punkternas minuter blir {total}, {off} för lite för {asked}. Förläng någon punkt, "
            "eller ändra minutes överst."
        ),
        en=(
            "The items' minutes add up to {total}, {off} too few for {asked}. Lengthen an item, "
            "or change minutes at the top."
        ),
    ),
    "agenda_no_breakout": Text(
        sv="Ingen punkt hålls i smågrupper. Skriv breakout = true i minst en punkt.",
        en="No item is held in small groups. Write breakout = true in at least one item.",
    ),
    "agenda_breakout_short": Text(
        sv="En punkt i smågrupper behöver minst {least} minuter. Förläng den.",
        en="An item in small groups needs at least {least} minutes. Lengthen it.",
    ),
    "agenda_head": Text(
        sv=(
            "Träff {number} i koalitionsmodellen. Ändra fritt: minuterna för alla punkter ska "
            "tillsammans bli minutes, och minst en punkt hålls i smågrupper (breakout = true). "
            "Radbrytningar i en text räknas inte."
        ),
        en=(
            "Meeting {number} of the coalition model. Edit freely: the minutes of all items must "
            "add up to minutes, and at least one item is held in small groups (breakout = true). "
            "Line breaks within a text do not count."
        ),
    ),
    "agenda_written": Text(
        sv="Skrev {file} i {folder}.",
        en="Wrote {file} in {folder}.",
    ),
    "agenda_round": Text(
        sv="{title} (omgång {round} av {rounds})",
        en="{title} (round {round} of {rounds})",
    ),
    "agenda_part": Text(
        sv="{theme} (del {part} av {parts})", en="{theme} (part {part} of {parts})"
    ),
    "rounds_too_many": Text(
        sv=(
            "Omgångarna ryms inte i ”{theme}”: de skulle bli kortare än {least} minuter. Som mest "
            "ryms {fit}. Välj färre, eller förläng punkterna i smågrupper."
        ),
        en=(
            "The rounds do not fit in “{theme}”: they would be shorter than {least} minutes. At "
            "most {fit} fit. Choose fewer, or lengthen the items in small groups."
        ),
    ),
}
