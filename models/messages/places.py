"""Messages: places that were not found or were ambiguous."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "did_you_mean": Text(sv=" Menade du {names}?", en=" Did you mean {names}?"),
    "unknown_place": Text(
        sv="Ingen kommun eller ort heter så. Rätta namnet, eller ange lat och lon.{hint}",
        en="No municipality or town has this name. Correct it, or give lat and lon.{hint}",
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
    "place_elsewhere": Text(
        sv="{name} ligger i {country}: fyll i landet {country_code}, eller ange lat och lon.{hint}",
        en="{name} is in {country}: fill in the country {country_code}, or give lat and lon.{hint}",
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
