"""Messages: places that were not found or were ambiguous."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "did_you_mean": Text(sv=" Menade du {names}?", en=" Did you mean {names}?"),
    "unknown_place": Text(
        sv=(
            "Ingen känd kommun eller ort heter så. Rätta namnet; är orten mindre än 500 invånare, "
            "skriv kommunen i stället, eller ange lat och lon.{hint}"
        ),
        en=(
            "No known municipality or town has this name. Correct it; for a place of fewer than "
            "500 inhabitants write the municipality instead, or give lat and lon.{hint}"
        ),
    ),
    "ambiguous_place": Text(
        sv=(
            "Det finns {count} orter som kallas så i {country}; den största är vald: {name} i "
            "{region}. Ange lat och lon om en annan är menad."
        ),
        en=(
            "There are {count} places of this name in {country}; the largest was taken: {name} in "
            "{region}. Give lat and lon if another is meant."
        ),
    ),
    "namesake_elsewhere": Text(
        sv=(
            "Läses som kommunen {name} ({county}). Även en ort i {other} heter så: fyll i en "
            "kolumn kommun om den är menad."
        ),
        en=(
            "Read as the municipality {name} ({county}). A town in {other} has the name, too: "
            "fill in a column kommun if that is meant."
        ),
    ),
    "small_locality": Text(
        sv=(
            "Läses som orten {name} i {municipality} ({county}). Mindre orter än 500 invånare är "
            "inte kända: fyll i en kolumn kommun om en annan ort är menad."
        ),
        en=(
            "Read as the town {name} in {municipality} ({county}). Places of fewer than 500 "
            "inhabitants are not known: fill in a column kommun if another is meant."
        ),
    ),
    "place_respelt": Text(
        sv=(
            "Läses som {name} i {municipality} ({county}). Skriv namnet så, eller fyll i en "
            "kolumn kommun om en annan ort är menad."
        ),
        en=(
            "Read as {name} in {municipality} ({county}). Write the name so, or fill in a column "
            "kommun if another place is meant."
        ),
    ),
    "place_misspelt": Text(
        sv=(
            "Ingen känd ort heter så. Kommunen {municipality} bredvid räknas, men namnet visas "
            "som det står. Menade du {near}?"
        ),
        en=(
            "No known place is called so. The municipality {municipality} beside it counts, but "
            "the name is shown as written. Did you mean {near}?"
        ),
    ),
    "place_other_county": Text(
        sv=(
            "{name} ligger i {county}, men raden pekar på {counties}. Rätta det som är fel, eller "
            "fyll i en kolumn kommun."
        ),
        en=(
            "{name} is in {county}, but the row points to {counties}. Correct what is wrong, or "
            "fill in a column kommun."
        ),
    ),
    "place_other_municipality": Text(
        sv=(
            "{name} finns i {found} men inte i {municipality}; kommunen gäller, så platsen räknas "
            "dit. Rätta det som är fel."
        ),
        en=(
            "{name} is in {found} and not in {municipality}; the municipality counts, so the "
            "place is there. Correct what is wrong."
        ),
    ),
    "unknown_municipality": Text(
        sv="Ingen kommun heter {municipality}, så orten läses ensam. Rätta kommunen.",
        en=(
            "No municipality is called {municipality}, so the place is read by itself. Correct "
            "the municipality."
        ),
    ),
    "place_part_unread": Text(
        sv=(
            "Läses som {name}; resten av cellen är ingen känd plats och räknas inte: {unread}. "
            "Skriv bara orten."
        ),
        en=(
            "Read as {name}; the rest of the cell is no known place and does not count: "
            "{unread}. Write the town alone."
        ),
    ),
    "several_near_places": Text(
        sv=(
            "Cellen nämner flera orter: {places}. Den första räknas: {name}. Skriv en av dem, "
            "eller ”hela landet”."
        ),
        en=(
            "The cell names several places: {places}. The first counts: {name}. Write one of "
            "them, or “whole country”."
        ),
    ),
    "several_places": Text(
        sv="Cellen nämner flera orter: {places}. Skriv en av dem, eller ”hela landet”.",
        en="The cell names several places: {places}. Write one of them, or “whole country”.",
    ),
    "whole_country": Text(
        sv=(
            "Räknas som hela landet: organisationen hör inte till något län och har inget "
            "avstånd till andra. Skriv en kommun om den har sitt säte där."
        ),
        en=(
            "Counts as the whole country: the organisation belongs to no county and is at no "
            "distance from others. Write a municipality if it has its seat there."
        ),
    ),
    "region_without_place": Text(
        sv="En regional utmaning behöver en ort. Skriv en, eller gör utmaningen nationell.",
        en="A regional challenge needs a town. Write one, or change the scope to national.",
    ),
    "place_is_county": Text(
        sv="{county} är ett helt län. Skriv en kommun eller ort i länet, eller lat och lon.",
        en="{county} is a whole region. Write a municipality or town in it, or lat and lon.",
    ),
    "place_elsewhere": Text(
        sv="{name} ligger i {country}: fyll i landet {country_code}, eller ange lat och lon.{hint}",
        en="{name} is in {country}: fill in the country {country_code}, or give lat and lon.{hint}",
    ),
    "places_elsewhere": Text(
        sv=(
            "De flesta orterna ligger i {other}, men säsongens land är {country}. Skriv "
            'country = "{country_code}" i season.toml.'
        ),
        en=(
            "Most of the places are in {other}, but the season's country is {country}. Write "
            'country = "{country_code}" in season.toml.'
        ),
    ),
    "unknown_town": Text(
        sv=(
            "Ingen känd ort i {country} heter så; bara större orter är kända där. Rätta namnet, "
            "skriv en större ort i närheten, eller ange lat och lon.{hint}"
        ),
        en=(
            "No known town in {country} has this name; only larger towns are known there. Correct "
            "it, write a larger town near by, or give lat and lon.{hint}"
        ),
    ),
    "place_at_home": Text(
        sv=(
            "Finns inte i {country} men i Sverige, och läses som kommunen {name}. Fyll i landet "
            "SE, eller rätta namnet."
        ),
        en=(
            "Is not in {country} but in Sweden, and is read as the municipality {name}. Fill in "
            "the country SE, or correct the name."
        ),
    ),
    "place_in_both": Text(
        sv=(
            "Läses som {name} i {country}, säsongens land; även Sverige har en plats som heter "
            "så. Fyll i landet SE om den är menad."
        ),
        en=(
            "Read as {name} in {country}, the season's country; Sweden has a place of this name, "
            "too. Fill in the country SE if that is meant."
        ),
    ),
    "place_needs_point": Text(
        sv="I det landet är inga orter kända vid namn: ange både lat och lon.",
        en="No places of that country are known by name: give both lat and lon.",
    ),
    "point_outside": Text(
        sv="Punkten ligger utanför {country}. Rätta lat och lon, eller landet.",
        en="The point lies outside {country}. Correct lat and lon, or the country.",
    ),
    "point_swapped": Text(
        sv="Punkten ligger utanför {country}. Lat och lon ser ut att ha bytt plats.",
        en="The point lies outside {country}. Lat and lon seem to be swapped.",
    ),
    "point_incomplete": Text(
        sv="Ange både lat och lon, eller ingen av dem.",
        en="Give both lat and lon, or neither.",
    ),
    "unknown_country": Text(
        sv="Skriv landets kod med två bokstäver (ISO 3166-1), till exempel SE, NO eller FI.",
        en="Write the country's two-letter code (ISO 3166-1), such as SE, NO or FI.",
    ),
}
