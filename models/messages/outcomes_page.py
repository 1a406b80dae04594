"""Messages: the page of what members answered."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "outcomes_title": Text(sv="Uppföljning: {season}", en="Outcomes: {season}"),
    "outcomes_kicker": Text(sv="Efter de fyra träffarna", en="After the four meetings"),
    "outcomes_skip": Text(sv="Hoppa till siffrorna", en="Skip to the figures"),
    "outcomes_widened": Text(sv="Har vidgat sitt nätverk", en="Widened their network"),
    "outcomes_collaborate": Text(
        sv="Kommer att utveckla samarbete", en="Will develop collaboration"
    ),
    "outcomes_response_rate": Text(sv="Svarsandel", en="Response rate"),
    "outcomes_lede": Text(
        sv="{answers} av {members} medlemmar har svarat.",
        en="{answers} of {members} members have answered.",
    ),
    "outcomes_lede_few": Text(
        sv=(
            "Färre än {least} av {members} medlemmar har svarat. Inga siffror visas förrän fler "
            "har gjort det."
        ),
        en=(
            "Fewer than {least} of {members} members have answered. No figures are shown until "
            "more of them have."
        ),
    ),
    "outcomes_lede_widened": Text(
        sv="{share} har vidgat sitt nätverk; 2020 var det {then}.",
        en="{share} have widened their network; in 2020 it was {then}.",
    ),
    "outcomes_lede_collaborate": Text(
        sv="{share} kommer att utveckla samarbete; 2020 var det omkring {then}.",
        en="{share} will develop collaboration; in 2020 it was about {then}.",
    ),
    "outcomes_lede_forecast": Text(
        sv="{share} av de nya kontakter som förslaget förväntade blev av.",
        en="{share} of the new contacts that the proposal predicted came true.",
    ),
    "outcomes_mean_contacts": Text(sv="nya kontakter i genomsnitt", en="new contacts on average"),
    "outcomes_whole_season": Text(sv="Hela säsongen", en="The whole season"),
    "outcomes_coalition": Text(sv="Koalition", en="Coalition"),
    "outcomes_picture": Text(sv="Bild", en="Picture"),
    "outcomes_share": Text(sv="Andel", en="Share"),
    "outcomes_interval": Text(sv="95 % intervall", en="95% interval"),
    "outcomes_answers": Text(sv="Svar", en="Answers"),
    "outcomes_members": Text(sv="Medlemmar", en="Members"),
    "outcomes_mean": Text(sv="Medel", en="Mean"),
    "outcomes_median": Text(sv="Median", en="Median"),
    "outcomes_predicted": Text(sv="Förväntade", en="Predicted"),
    "outcomes_came_true": Text(sv="Blev av", en="Came true"),
    "outcomes_named": Text(sv="Nämnda", en="Named"),
    "outcomes_not_shown": Text(sv="visas inte", en="not shown"),
    "outcomes_range": Text(sv="{low}–{high}", en="{low}–{high}"),
    "outcomes_mark_note": Text(
        sv="Märket visar 2020 års koalition: {then}.",
        en="The mark is the coalition of 2020: {then}.",
    ),
    "outcomes_bar_description": Text(
        sv="{share}, intervall {low} till {high}; 2020: {then}.",
        en="{share}, interval {low} to {high}; 2020: {then}.",
    ),
    "outcomes_plain_bar_description": Text(sv="{share}.", en="{share}."),
    "outcomes_yardsticks": Text(sv="De två måtten", en="The two yardsticks"),
    "outcomes_contacts": Text(sv="Nya kontakter", en="New contacts"),
    "outcomes_forecast": Text(sv="Förväntat och utfall", en="Prediction and outcome"),
    "outcomes_forecast_contacts": Text(
        sv="Nya kontakter, högst så många som förväntades för var och en",
        en="New contacts, at most as many as were predicted for each member",
    ),
    "outcomes_forecast_pairs": Text(
        sv="Förväntade nya par där den ena nämner den andra som samarbetspartner",
        en="Predicted new pairs in which one names the other as a partner",
    ),
    "outcomes_forecast_note": Text(
        sv=(
            "Förväntade är de i samma koalition som kommer från en annan sektor och inte "
            "redan var kända, för dem som har svarat. Alla nya kontakter leder inte till "
            "samarbete, så den andra andelen är naturligt lägre."
        ),
        en=(
            "Predicted are those of the same coalition from another sector who were not known "
            "already, for the members who answered. Not every new contact leads to "
            "collaboration, so the second share is lower by nature."
        ),
    ),
    "outcomes_sectors": Text(sv="Sektorer de mötte", en="Sectors they met"),
    "outcomes_sectors_caption": Text(
        sv="Andel av dem som svarat som fick nya kontakter i varje sektor",
        en="Share of those who answered that made new contacts in each sector",
    ),
    "outcomes_over_time": Text(sv="Över tid", en="Over time"),
    "outcomes_over_time_description": Text(
        sv="Andelarna för varje säsong, med intervall: {told}.",
        en="The shares of each season, with intervals: {told}.",
    ),
    "outcomes_point": Text(
        sv="{season}: {widened} och {collaborate}", en="{season}: {widened} and {collaborate}"
    ),
    "outcomes_season": Text(sv="Säsong", en="Season"),
    "outcomes_comments": Text(sv="Med egna ord", en="In their own words"),
    "outcomes_comments_note": Text(
        sv=(
            "Bara för arrangören: visa dem inte vidare. Namn, adresser och telefonnummer är "
            "borttagna och ordningen säger inget om vem som skrev."
        ),
        en=(
            "For the organiser alone: do not pass them on. Names, addresses and telephone "
            "numbers are left out, and the order tells nothing of who wrote."
        ),
    ),
    "outcomes_other_coalitions": Text(
        sv="Koalitioner som inte visas var för sig, tillsammans",
        en="Coalitions not shown by themselves, together",
    ),
    "outcomes_reading": Text(sv="Att läsa siffrorna", en="Reading the figures"),
    "outcomes_reading_protection": Text(
        sv=(
            "En siffra visas bara när minst {least} aktörer har svarat på frågan, och bara när "
            "den inte tillsammans med andra avslöjar en som färre ligger bakom. Därför kan "
            "också en större koalition sakna siffra."
        ),
        en=(
            "A figure is shown only where at least {least} actors have answered the question, "
            "and only where it does not, together with others, give away one made of fewer. So a "
            "larger coalition, too, may lack a figure."
        ),
    ),
    "outcomes_reading_intervals": Text(
        sv=(
            "Intervallen är 95-procentiga: Wilsons för andelar, Students för medelvärden. De "
            "säger hur mycket slumpen kan betyda med så här få svar, inte vad de som inte "
            "svarade tycker."
        ),
        en=(
            "The intervals are of 95 per cent: Wilson's for shares, Student's for means. They say "
            "how much chance may do with so few answers, not what those think who did not answer."
        ),
    ),
    "outcomes_reading_2020": Text(
        sv=(
            "2020 vidgade alla i den första koalitionen sitt nätverk, och omkring 90 % planerade "
            "att utveckla samarbete."
        ),
        en=(
            "In 2020 everybody in the first coalition widened their network, and about 90 per "
            "cent planned to develop collaboration."
        ),
    ),
}
