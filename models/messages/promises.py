"""Messages: what the vocabulary's types promise, and a value breaks."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "label_doubled": Text(
        sv="{label} står två gånger.",
        en="{label} stands twice.",
    ),
    "attribute_doubled": Text(
        sv="Kolumnen {column} står två gånger.",
        en="The column {column} stands twice.",
    ),
    "attribute_personal": Text(
        sv="Kolumnen {column} är personuppgift och hör inte till aktören.",
        en="The column {column} is personal data and no part of the actor.",
    ),
    "sizes_out_of_order": Text(
        sv="Minsta storleken {least} är större än den största, {most}.",
        en="The least size, {least}, is above the largest, {most}.",
    ),
    "size_out_of_bounds": Text(
        sv="Storleken {size} ligger inte mellan {least} och {most}.",
        en="The size {size} is not between {least} and {most}.",
    ),
    "region_without_centre": Text(
        sv="En regional utmaning har en ort.",
        en="A regional challenge has a place.",
    ),
    "region_without_radius": Text(
        sv="En regional utmaning har en radie.",
        en="A regional challenge has a radius.",
    ),
    "tie_to_itself": Text(
        sv="{actor} har ett band till sig själv.",
        en="{actor} has a tie with itself.",
    ),
    "tie_doubled": Text(
        sv="{actor_a} och {actor_b} har två band.",
        en="{actor_a} and {actor_b} have two ties.",
    ),
    "key_doubled": Text(
        sv="Nyckeln {key} står två gånger.",
        en="The key {key} stands twice.",
    ),
    "weight_doubled": Text(
        sv="{criterion} har två vikter.",
        en="{criterion} has two weights.",
    ),
    "actor_doubled": Text(
        sv="Två aktörer har id {actor}.",
        en="Two actors have the id {actor}.",
    ),
    "challenge_doubled": Text(
        sv="Två utmaningar har id {challenge}.",
        en="Two challenges have the id {challenge}.",
    ),
    "contact_doubled": Text(
        sv="{actor} har två kontaktuppgifter.",
        en="{actor} has two contacts.",
    ),
    "actor_unknown": Text(
        sv="Det finns ingen aktör {actor}.",
        en="There is no actor {actor}.",
    ),
    "challenge_unknown": Text(
        sv="Det finns ingen utmaning {challenge}.",
        en="There is no challenge {challenge}.",
    ),
    "coalition_unknown": Text(
        sv="Det finns ingen koalition {coalition}.",
        en="There is no coalition {coalition}.",
    ),
}
