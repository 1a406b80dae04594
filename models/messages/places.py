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
            "Det finns {count} orter som heter {name}; den största är vald, i {municipality} "
            "({county}). Ange lat och lon om en annan är menad."
        ),
        en=(
            "There are {count} places called {name}; the largest was taken, in {municipality} "
            "({county}). Give lat and lon if another is meant."
        ),
    ),
    "place_needs_point": Text(
        sv="Utanför Sverige behövs tills vidare lat och lon för att placera orten.",
        en="Outside Sweden lat and lon place them for now: give both.",
    ),
    "point_outside": Text(
        sv="Punkten ligger utanför Sverige. Rätta lat och lon, eller ange land.",
        en="The point lies outside Sweden. Correct lat and lon, or give the country.",
    ),
    "point_swapped": Text(
        sv="Lat och lon ser ut att ha bytt plats: lat är ungefär 55–69, lon 11–24 i Sverige.",
        en="Lat and lon seem to be swapped: in Sweden lat is about 55–69, lon 11–24.",
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
