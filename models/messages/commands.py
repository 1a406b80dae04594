"""Messages: what the commands and the server say."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "stage_seats": Text(sv="Fördelar platser", en="Settling seats"),
    "stage_bounding": Text(sv="Räknar ut en övre gräns", en="Working out an upper bound"),
    "stage_solving": Text(sv="Väljer medlemmar", en="Choosing members"),
    "stage_explaining": Text(sv="Skriver skälen", en="Writing the reasons"),
    "template_written": Text(
        sv="Skrev {file}. Fyll i och kör: koalition check {folder}",
        en="Wrote {file}. Fill it in and run: koalition check {folder}",
    ),
    "season_fine": Text(
        sv="Inga fel. {actors} aktörer, {challenges} utmaningar.",
        en="No faults. {actors} actors, {challenges} challenges.",
    ),
    "challenge_line": Text(
        sv="{id}: {seats} platser, {eligible} möjliga aktörer.",
        en="{id}: {seats} seats, {eligible} eligible actors.",
    ),
    "proposal_written": Text(
        sv="Förslaget ligger i {path}. F = {objective}, högst {bound} är möjligt.",
        en="The proposal is in {path}. F = {objective}, at most {bound} is possible.",
    ),
    "agrees": Text(
        sv="Förslaget stämmer med sin säsong.", en="The proposal agrees with its season."
    ),
    "differs": Text(
        sv="{place}: {stated} står, {computed} räknades fram.",
        en="{place}: states {stated}, computed {computed}.",
    ),
    "not_json": Text(sv="{path} är inte JSON ({reason}).", en="{path} is not JSON ({reason})."),
}
