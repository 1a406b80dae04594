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
    "list_parted": Text(
        sv="Cellen lästes som {values}. Skriv semikolon mellan värdena.",
        en="The cell was read as {values}. Write semicolons between the values.",
    ),
    "list_needs_semicolons": Text(
        sv="Skriv semikolon mellan namnen, till exempel: Alfa; Beta. Komma räcker inte.",
        en="Write semicolons between the names, such as: Alpha; Beta. Commas will not do.",
    ),
    "unknown_language": Text(
        sv=(
            "”{word}” är inget känt språk och räknas inte. {effect} Skriv språkets namn eller "
            "kod, till exempel svenska eller sv.{hint}"
        ),
        en=(
            "“{word}” is no known language and does not count. {effect} Write the language's "
            "name or code, such as Swedish or sv.{hint}"
        ),
    ),
    "unknown_language_effect": Text(
        sv="{name} kan bara hamna där {codes} räcker.",
        en="{name} can only be where {codes} will do.",
    ),
    "no_language_known_effect": Text(
        sv="{name} räknas som om inget språk var angivet, och kan hamna där språket inte räcker.",
        en="{name} counts as stating no language, and may end up where it shares none.",
    ),
    "time_any": Text(
        sv="Lästes som att aktören kan alla tider.",
        en="Read as the actor being able to come at all times.",
    ),
    "time_read_as": Text(
        sv="Lästes som {times}. Skriv så, med semikolon mellan, så är det säkert.",
        en="Read as {times}. Write it so, with semicolons between, to be certain.",
    ),
    "time_of_its_own": Text(
        sv=(
            "”{word}” är ingen tid med klockslag. Eftersom flera har skrivit likadant räknas den "
            "som en egen tid, som bara de kan, men den får inget datum. Skriv hellre tis 13:00."
        ),
        en=(
            "“{word}” is no time with an hour. As several wrote it alike it counts as a time of "
            "its own, which only they can come to, but it gets no date. Better write tue 13:00."
        ),
    ),
    "time_unknown": Text(
        sv=(
            "”{word}” går inte att läsa som en tid och räknas inte. {effect} Skriv veckodag och "
            "klockslag (tis 13:00) eller datum och klockslag (2026-10-06 13:00)."
        ),
        en=(
            "“{word}” can't be read as a time and does not count. {effect} Write a weekday and "
            "an hour (tue 13:00) or a date and an hour (2026-10-06 13:00)."
        ),
    ),
    "time_lost_some": Text(
        sv="{name} räknas bara på sina andra tider.",
        en="{name} counts at its other times only.",
    ),
    "time_lost_all": Text(
        sv="{name} räknas som att den kan alla tider.",
        en="{name} counts as able to come at all times.",
    ),
    "contact_in_name": Text(
        sv=(
            "Här står en adress eller ett telefonnummer, och namn och frågor kan läsas av alla. Ta "
            "bort uppgiften om den inte är till för alla."
        ),
        en=(
            "There is an address or a telephone number here, and names and questions may be read "
            "by all. Remove it unless it is meant for all."
        ),
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
