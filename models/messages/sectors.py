"""Messages: words for sectors that may be meant otherwise."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "doubtful_sector": Text(
        sv=(
            "Ordet kan betyda flera sektorer och räknas här som {sector}; det kan också vara "
            "{also}. Skriv sektorn i stället, eller lägg ordet under [words.sector] i season.toml."
        ),
        en=(
            "The word may mean several sectors and counts as {sector} here; it may also be "
            "{also}. Write the sector instead, or put the word under [words.sector] in "
            "season.toml."
        ),
    ),
    "several_sectors": Text(
        sv="Cellen nämner flera sektorer: {sectors}. Skriv den som väger tyngst.",
        en="The cell names several sectors: {sectors}. Write the one that weighs most.",
    ),
}
