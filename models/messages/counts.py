"""Messages: things that are counted, one form for one and one for many."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "count_actors": Text(
        sv="{n:# organisation|# organisationer}", en="{n:# organisation|# organisations}"
    ),
    "count_coalitions": Text(sv="{n:# koalition|# koalitioner}", en="{n:# coalition|# coalitions}"),
    "count_challenges": Text(
        sv="{n:# samhällsutmaning|# samhällsutmaningar}",
        en="{n:# societal challenge|# societal challenges}",
    ),
    "count_seats": Text(sv="{n:# plats|# platser}", en="{n:# seat|# seats}"),
    "count_members": Text(sv="{n:# medlem|# medlemmar}", en="{n:# member|# members}"),
    "count_sectors": Text(sv="{n:# sektor|# sektorer}", en="{n:# sector|# sectors}"),
    "count_counties": Text(sv="{n:# län|# län}", en="{n:# county|# counties}"),
    "count_municipalities": Text(
        sv="{n:# kommun|# kommuner}", en="{n:# municipality|# municipalities}"
    ),
    "count_pairs": Text(sv="{n:# par|# par}", en="{n:# pair|# pairs}"),
    "count_weak_fits": Text(sv="{n:# svag träff|# svaga träffar}", en="{n:# weak fit|# weak fits}"),
}
