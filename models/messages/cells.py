"""Messages: what cells hold besides what they mean, and how they were read."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "invisible_removed": Text(
        sv=(
            "Cellen innehöll osynliga tecken eller hårda mellanslag, som ofta följer med vid "
            "kopiering. De räknas inte. Skriv om cellen om den ska vara ren."
        ),
        en=(
            "The cell held invisible characters or no-break spaces, which often come along when "
            "copying. They do not count. Type the cell anew to be rid of them."
        ),
    ),
    "line_folded": Text(
        sv="Cellen innehöll radbrytningar eller tabbar, som lästes som mellanslag.",
        en="The cell held line breaks or tabs, which were read as spaces.",
    ),
    "says_nothing": Text(
        sv="Cellen säger inget och räknas som tom. Lämna den tom, eller fyll i den.",
        en="The cell says nothing and counts as empty. Leave it empty, or fill it in.",
    ),
    "says_no_number": Text(
        sv="Cellen anger inget tal och räknas som tom. Skriv 0 om det är vad som menas.",
        en="The cell states no number and counts as empty. Write 0 if that is meant.",
    ),
    "says_nothing_needed": Text(
        sv="Här står bara ”{said}”, som inte säger något. Fyll i cellen.",
        en="There is only “{said}” here, which says nothing. Fill in the cell.",
    ),
    "few_words": Text(
        sv=(
            "Beskrivningen är så kort att den knappt säger vad aktören gör, och vad den passar "
            "till blir en gissning. Be om ett par meningar."
        ),
        en=(
            "The description is so short that it hardly says what the actor does, and what it "
            "suits becomes a guess. Ask for a sentence or two."
        ),
    ),
}
