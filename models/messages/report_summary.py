"""Messages: the page to send, the contents, and the tables beside the pictures."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "report_soft_rule": Text(sv=", mjuk", en=", soft"),
    "report_summary": Text(sv="Sammanfattning", en="Summary"),
    "report_skip_contents": Text(sv="Hoppa till innehållet", en="Skip to the contents"),
    "report_what_was_asked": Text(sv="Vad som önskades", en="What was asked"),
    "report_asked_for": Text(
        sv="{coalitions} kring {challenges} med {seats}, bland {actors}.",
        en="{coalitions} around {challenges} with {seats}, among {actors}.",
    ),
    "report_asked_rules": Text(sv="Regler:", en="Rules:"),
    "report_more_conflicts": Text(
        sv="{n:En regel|# regler} till fick ge vika.", en="{n:One more rule|# more rules} gave way."
    ),
    "report_coalitions_heading": Text(sv="Koalitionerna", en="The coalitions"),
    "report_coalition": Text(sv="Koalition", en="Coalition"),
    "report_seats_heading": Text(sv="Platser", en="Seats"),
    "report_places": Text(sv="Spridning", en="Places"),
    "report_score": Text(sv="Poäng", en="Score"),
    "report_how_near": Text(sv="Hur nära det bästa", en="How close to the best"),
    "report_objective_proven": Text(
        sv="Totalpoäng F {objective}, det bästa möjliga.",
        en="Objective F {objective}, the best possible.",
    ),
    "report_objective_and_bound": Text(
        sv="Totalpoäng F {objective}; mer än {bound} är inte möjligt.",
        en="Objective F {objective}; more than {bound} is not possible.",
    ),
    "report_whom_to_invite": Text(sv="Bjud in", en="Who to invite"),
    "report_hidden_invitees": Text(
        sv="och {n:en organisation som är dold|# organisationer som är dolda} för andra",
        en="and {n:one organisation that is|# organisations that are} hidden from others",
    ),
    "report_previous": Text(sv="Föregående: {title}", en="Previous: {title}"),
    "report_next": Text(sv="Nästa: {title}", en="Next: {title}"),
    "report_back": Text(sv="Till innehållet", en="Back to the contents"),
    "report_pages_label": Text(sv="Vidare från {title}", en="Onwards from {title}"),
    "report_reserve_of_several": Text(
        sv="{name} är reserv för {n} platser men kan bara ta en: välj en till för var och en.",
        en="{name} is the reserve of {n} seats but can take only one: choose others, too.",
    ),
    "report_reserve_of": Text(sv="Reserv:", en="Reserve:"),
    "report_map_twin": Text(sv="Kartan som tabell", en="The map as a table"),
    "report_sector_twin": Text(sv="Sektorerna som tabell", en="The sectors as a table"),
    "report_county_twin": Text(sv="Länen som tabell", en="The counties as a table"),
    "report_municipality_twin": Text(
        sv="Kommunerna som tabell", en="The municipalities as a table"
    ),
    "report_network_twin": Text(sv="Vem som känner vem", en="Who knows whom"),
    "report_knows": Text(sv="Känner redan", en="Knows already"),
    "report_knows_nobody": Text(sv="ingen", en="nobody"),
    "report_meets": Text(sv="Nya möten", en="New encounters"),
    "report_meets_note": Text(
        sv="Nya möten är alla i koalitionen som är från en annan sektor och inte redan är kända.",
        en="New encounters are all in the coalition from another sector who are not known already.",
    ),
    "report_municipality": Text(sv="Kommun", en="Municipality"),
}
