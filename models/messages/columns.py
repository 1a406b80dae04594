"""Messages: what each column of a season's tables holds."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "column_actors_id": Text(
        sv=(
            "Ett beständigt id. Utan det blir det namnet med små bokstäver, utan prickar "
            "och med bindestreck."
        ),
        en="A stable id. Without it, the name in lower-case ASCII with hyphens.",
    ),
    "column_actors_name": Text(
        sv="Organisationens namn.",
        en="The organisation's name.",
    ),
    "column_actors_sector": Text(
        sv=(
            "Offentlig sektor, näringsliv, idéburen sektor eller akademi, eller ett ord som "
            "kommun, företag, förening eller universitet."
        ),
        en=(
            "public, private, civil_society or academia, or words such as kommun, företag, "
            "förening, universitet."
        ),
    ),
    "column_actors_place": Text(
        sv=(
            "Kommun eller ort. Ett kommunnamn betyder alltid kommunen. Får vara tomt där "
            "lat och lon finns."
        ),
        en=(
            "Municipality or town. A municipality's name always means the municipality. May "
            "be empty where lat and lon are given."
        ),
    ),
    "column_actors_lat": Text(
        sv="Latitud i decimalgrader; går före orten.",
        en="Latitude in decimal degrees; goes before the place.",
    ),
    "column_actors_lon": Text(
        sv="Longitud i decimalgrader; går före orten.",
        en="Longitude in decimal degrees; goes before the place.",
    ),
    "column_actors_country": Text(
        sv="Landskod med två bokstäver; SE där inget står.",
        en="Country code of two letters; SE where nothing is written.",
    ),
    "column_actors_description": Text(
        sv="Vad organisationen gör, med dess egna ord.",
        en="What the organisation does, in its own words.",
    ),
    "column_actors_offers": Text(
        sv="Vad den kan bidra med till andra.",
        en="What it can contribute to others.",
    ),
    "column_actors_seeks": Text(
        sv="Vad den letar efter hos andra.",
        en="What it is looking for in others.",
    ),
    "column_actors_languages": Text(
        sv="Språk att mötas på, med semikolon mellan: sv;en.",
        en="Languages to meet in, with semicolons between: sv;en.",
    ),
    "column_actors_wishes": Text(
        sv="Utmaningars id, den helst önskade först, med semikolon mellan.",
        en="Ids of challenges, the most wished for first, with semicolons between.",
    ),
    "column_actors_capacity": Text(
        sv="Hur många koalitioner den kan vara med i den här säsongen; 1 där inget står.",
        en="How many coalitions it can join this season; 1 where nothing is written.",
    ),
    "column_actors_group": Text(
        sv="Koncern eller moderorganisation.",
        en="Parent organisation.",
    ),
    "column_actors_available": Text(
        sv=(
            "Tider då den kan, som etiketter med semikolon mellan. De som kan bli datum skrivs "
            "”tis 13:00” eller ”2026-10-06 13:00”."
        ),
        en=(
            "Slots when it can come, as labels with semicolons between. Those that can become "
            "dates are written “tue 13:00” or “2026-10-06 13:00”."
        ),
    ),
    "column_actors_passed_over": Text(
        sv="Hur många säsonger i rad den har blivit utan plats; 0 där inget står.",
        en="How many seasons in a row it has had no place; 0 where nothing is written.",
    ),
    "column_actors_visible": Text(
        sv="yes eller no: den som har no visas aldrig för andra aktörer.",
        en="yes or no: one with no is never shown to other actors.",
    ),
    "column_actors_email": Text(
        sv="Personuppgift: visas, sparas och loggas aldrig.",
        en="Personal data: never shown, stored or logged.",
    ),
    "column_challenges_id": Text(
        sv="Ett kort id, som används i önskemål och regler.",
        en="A short id, which wishes and rules use.",
    ),
    "column_challenges_title": Text(
        sv="Utmaningens namn.",
        en="The challenge's name.",
    ),
    "column_challenges_description": Text(
        sv="Frågan, med bakgrund: det som relevansen mäts mot.",
        en="The question with its background: what relevance is measured against.",
    ),
    "column_challenges_scope": Text(
        sv="national (hela landet) eller regional (inom en radie).",
        en="national (the whole country) or regional (within a radius).",
    ),
    "column_challenges_place": Text(
        sv="Mittpunkten för en regional utmaning.",
        en="The centre of a regional challenge.",
    ),
    "column_challenges_lat": Text(
        sv="Mittpunktens latitud; går före orten.",
        en="The centre's latitude; goes before the place.",
    ),
    "column_challenges_lon": Text(
        sv="Mittpunktens longitud; går före orten.",
        en="The centre's longitude; goes before the place.",
    ),
    "column_challenges_radius_km": Text(
        sv="Radien i kilometer för en regional utmaning.",
        en="The radius of a regional challenge in kilometres.",
    ),
    "column_challenges_min_size": Text(
        sv="Minsta antal medlemmar, minst 2; 12 där inget står.",
        en="Least number of members, at least 2; 12 where nothing is written.",
    ),
    "column_challenges_max_size": Text(
        sv="Största antal medlemmar; 18 där inget står.",
        en="Largest number of members; 18 where nothing is written.",
    ),
    "column_challenges_size": Text(
        sv="Önskat antal medlemmar; utan det så många som möjligt, upp till max_size.",
        en="Wished number of members; without it as many as possible, up to max_size.",
    ),
    "column_challenges_coalitions": Text(
        sv="Hur många koalitioner utmaningen får; 1 där inget står.",
        en="How many coalitions the challenge gets; 1 where nothing is written.",
    ),
    "column_challenges_facets": Text(
        sv="Delfrågor som någon i koalitionen bör svara mot, med semikolon mellan.",
        en="Sub-needs that somebody in the coalition should serve, with semicolons between.",
    ),
    "column_ties_actor_a": Text(
        sv="Den ena aktören: id eller exakt namn.",
        en="The one actor: id or exact name.",
    ),
    "column_ties_actor_b": Text(
        sv="Den andra aktören: id eller exakt namn.",
        en="The other actor: id or exact name.",
    ),
    "column_ties_kind": Text(
        sv=(
            "know (känner, förvalt), collaborate (samarbetar) eller met_in_coalition "
            "(möttes i koalition)."
        ),
        en="know (the default), collaborate or met_in_coalition.",
    ),
    "column_ties_since": Text(
        sv="Årtal.",
        en="Year.",
    ),
    "column_members_coalition": Text(
        sv="Koalitionens id: utmaning/nummer.",
        en="The coalition's id: challenge/number.",
    ),
    "column_members_challenge_id": Text(
        sv="Utmaningens id.",
        en="The challenge's id.",
    ),
    "column_members_actor_id": Text(
        sv="Aktörens id eller exakta namn.",
        en="The actor's id or exact name.",
    ),
    "column_members_name": Text(
        sv="Aktörens namn, för den som läser; räknas där aktörens cell är tom.",
        en="The actor's name, for whoever reads; counts where the actor's cell is empty.",
    ),
    "column_members_title": Text(
        sv="Utmaningens titel, för den som läser; räknas där utmaningens cell är tom.",
        en="The challenge's title, for whoever reads; counts where its id is empty.",
    ),
    "column_answers_coalition": Text(
        sv="Koalitionens id, som i förslaget.",
        en="The coalition's id, as in the proposal.",
    ),
    "column_answers_actor_id": Text(
        sv="Medlemmens id eller exakta namn.",
        en="The member's id or exact name.",
    ),
    "column_answers_name": Text(
        sv="Medlemmens namn, till hjälp; måste höra till samma aktör.",
        en="The member's name, as a help; must be of the same actor.",
    ),
    "column_answers_widened": Text(
        sv="Har nätverket vidgats: ja eller nej.",
        en="Whether the network has widened: yes or no.",
    ),
    "column_answers_new_contacts": Text(
        sv="Hur många nya kontakter; 0 om ingen.",
        en="How many new contacts; 0 if none.",
    ),
    "column_answers_sectors": Text(
        sv="Sektorer som de nya kontakterna finns i, med semikolon mellan.",
        en="Sectors of the new contacts, with semicolons between.",
    ),
    "column_answers_will_collaborate": Text(
        sv="Om samarbete ska utvecklas: ja eller nej; ja där partners nämner någon.",
        en="Whether collaboration will be developed: yes or no; yes where partners names somebody.",
    ),
    "column_answers_partners": Text(
        sv="Med vilka aktörer: id eller exakta namn, med semikolon mellan.",
        en="With which actors: ids or exact names, with semicolons between.",
    ),
    "column_answers_comment": Text(
        sv="Egna ord till arrangören.",
        en="Own words to the organiser.",
    ),
}
