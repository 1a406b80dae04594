"""Messages: the report of a proposal, its head and its coalitions."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "report_kicker": Text(sv="Förslag till koalitioner", en="Proposed coalitions"),
    "report_document_title": Text(
        sv="{season}: förslag till koalitioner",
        en="{season}: proposed coalitions",
    ),
    "report_skip": Text(sv="Hoppa till koalitionerna", en="Skip to the coalitions"),
    "report_contents": Text(sv="Innehåll", en="Contents"),
    "report_summary_formed": Text(
        sv="Förslaget fyller {seats} i {coalitions} kring {challenges}.",
        en="The proposal fills {seats} in {coalitions} around {challenges}.",
    ),
    "report_summary_spread": Text(
        sv="Medlemmarna kommer från {sectors} och {counties}.",
        en="The members come from {sectors} and {counties}.",
    ),
    "report_summary_new": Text(
        sv="I {share} av paren har de två ingen tidigare relation.",
        en="In {share} of the pairs the two have no earlier tie.",
    ),
    "report_summary_all_new": Text(
        sv="Inga två i samma koalition har någon tidigare relation.",
        en="No two in the same coalition have an earlier tie.",
    ),
    "report_summary_none": Text(
        sv="Ingen koalition kunde bildas; skälen står längre ner.",
        en="No coalition could be formed; the reasons stand below.",
    ),
    "report_summary_left": Text(
        sv="{n:En organisation|# organisationer} blev utan plats.",
        en="{n:One organisation is|# organisations are} without a place.",
    ),
    "report_summary_all_placed": Text(
        sv="Alla organisationer har fått en plats.",
        en="Every organisation has a place.",
    ),
    "report_quality_optimal": Text(
        sv="För de här platserna är förslaget bevisat det bästa möjliga.",
        en="For these seats the proposal is proven to be the best possible.",
    ),
    "report_quality_gap": Text(
        sv="För de här platserna är förslaget bevisat högst {gap} från det bästa möjliga.",
        en="For these seats the proposal is proven to be at most {gap} from the best possible.",
    ),
    "report_figure_strangers": Text(
        sv="par utan tidigare relation",
        en="pairs without an earlier tie",
    ),
    "report_scope_national": Text(sv="Hela landet", en="The whole country"),
    "report_scope_regional": Text(sv="Inom {km} km från {place}", en="Within {km} km of {place}"),
    "report_seats_of_wished": Text(
        sv="{seats} (önskat: {wished})",
        en="{seats} (wished: {wished})",
    ),
    "report_km": Text(sv="{km} km", en="{km} km"),
    "report_weak_word": Text(sv="Svag träff", en="Weak fit"),
    "report_weak_sentence": Text(
        sv=(
            "Svag träff betyder att organisationens egna ord ligger långt från utmaningen "
            "(relevans under {limit}). Platsen beror då på annat än ämnet: sektor, ort, nya "
            "bekantskaper eller en regel. Fråga om intresset innan inbjudan går ut."
        ),
        en=(
            "A weak fit means that the organisation's own words are far from the challenge "
            "(relevance below {limit}). Its seat then rests on something else than the topic: "
            "sector, place, new acquaintances or a rule. Ask about its interest before the "
            "invitation goes out."
        ),
    ),
    "report_hidden": Text(sv="dold för andra", en="hidden from others"),
    "report_scores": Text(sv="Poäng", en="Scores"),
    "report_criterion": Text(sv="Kriterium", en="Criterion"),
    "report_value_now": Text(sv="Förslaget", en="Proposal"),
    "report_value_2020": Text(sv="2020", en="2020"),
    "report_bar": Text(sv="Stapel", en="Bar"),
    "report_no_value": Text(sv="saknas", en="none"),
    "report_total": Text(sv="Sammanvägt", en="Combined"),
    "report_scores_note": Text(sv="0 är sämst och 1 är bäst.", en="0 is worst and 1 is best."),
    "report_scores_2020": Text(
        sv="Markeringen visar koalitionen hösten 2020.",
        en="The mark shows the coalition of autumn 2020.",
    ),
    "report_score_description": Text(sv="{value} av 1.", en="{value} of 1."),
    "report_score_description_2020": Text(
        sv="{value} av 1; koalitionen hösten 2020 hade {then}.",
        en="{value} of 1; the coalition of autumn 2020 had {then}.",
    ),
    "report_members": Text(sv="Medlemmar", en="Members"),
    "report_members_caption": Text(
        sv="Medlemmar i {title}, efter sektor och namn",
        en="Members of {title}, by sector and name",
    ),
    "report_organisation": Text(sv="Organisation", en="Organisation"),
    "report_sector": Text(sv="Sektor", en="Sector"),
    "report_place": Text(sv="Ort", en="Place"),
    "report_county": Text(sv="Län", en="County"),
    "report_relevance": Text(sv="Relevans", en="Relevance"),
    "report_new_contacts": Text(sv="Nya kontakter", en="New contacts"),
    "report_reasons": Text(sv="Skäl", en="Reasons"),
    "report_contribution": Text(sv="bidrag till poängen", en="part of the score"),
    "report_together": Text(sv="Tillsammans", en="Together"),
    "report_legend": Text(sv="Sektorernas tecken", en="The sectors' signs"),
    "report_map_title": Text(
        sv="Karta över medlemmarna i {title}",
        en="Map of the members of {title}",
    ),
    "report_map_description": Text(sv="{members}: {towns}.", en="{members}: {towns}."),
    "report_map_note": Text(
        sv="Medlemmar på samma ort är utspridda runt den.",
        en="Members in one place are spread around it.",
    ),
    "report_sector_bars": Text(sv="Sektorer", en="Sectors"),
    "report_sector_bars_title": Text(
        sv="Medlemmar per sektor i {title}",
        en="Members per sector of {title}",
    ),
    "report_county_bars": Text(sv="Län", en="Counties"),
    "report_county_bars_title": Text(
        sv="Medlemmar per län i {title}",
        en="Members per county of {title}",
    ),
    "report_municipality_bars": Text(sv="Kommuner", en="Municipalities"),
    "report_municipality_bars_title": Text(
        sv="Medlemmar per kommun i {title}",
        en="Members per municipality of {title}",
    ),
    "report_network": Text(sv="Gamla relationer och nya möten", en="Old ties and new encounters"),
    "report_network_title": Text(sv="Nätverket i {title}", en="The network of {title}"),
    "report_sector_pairs": Text(
        sv="Nya par mellan sektorerna i {title}", en="New pairs between the sectors of {title}"
    ),
    "report_new_of": Text(sv="{new} av {every}", en="{new} of {every}"),
    "report_sector_pairs_note": Text(
        sv="Så många av paren mellan två sektorer, eller inom en, har ingen tidigare relation.",
        en="So many of the pairs between two sectors, or within one, have no earlier tie.",
    ),
    "report_pairs_sentence": Text(
        sv="Tidigare relationer: {old} av {pairs}. Nya möten mellan sektorer: {new}.",
        en="Earlier ties: {old} of {pairs}. New encounters across sectors: {new}.",
    ),
    "report_reserves": Text(sv="Reserver", en="Reserves"),
    "report_reserves_caption": Text(sv="Reserver för {title}", en="Reserves for {title}"),
    "report_reserves_note": Text(
        sv=(
            "Om en medlem tackar nej: vem som då bäst tar just den platsen, och hur mycket "
            "förslagets totalpoäng F sjunker om inget annat ändras. Samma reserv kan stå vid "
            "flera platser men kan bara ta en."
        ),
        en=(
            "If a member declines: who then best takes that very seat, and by how much the "
            "proposal's objective F falls if nothing else changes. The same reserve may stand at "
            "several seats but can take only one."
        ),
    ),
    "report_reserves_none": Text(
        sv="Ingen utanför koalitionen kan ta en plats utan att en regel bryts.",
        en="Nobody outside the coalition can take a seat without breaking a rule.",
    ),
    "report_without_reserve": Text(
        sv=(
            "{n:En plats har ingen reserv: ingen kan ta den|# platser har ingen reserv: ingen kan "
            "ta dem} utan att en regel bryts."
        ),
        en=(
            "{n:One seat has no reserve: nobody can take it|# seats have no reserve: nobody can "
            "take them} without breaking a rule."
        ),
    ),
    "report_reserves_show": Text(sv="Visa vem som tar vems plats", en="Show who takes whose seat"),
    "report_seat": Text(sv="Plats för", en="Seat of"),
    "report_reserve": Text(sv="Reserv", en="Reserve"),
    "report_loss": Text(sv="F sjunker", en="F falls by"),
    "report_written": Text(sv="Rapporten ligger i {path}.", en="The report is in {path}."),
}
