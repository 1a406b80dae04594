"""Messages: dates of the meetings."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "months": Text(
        sv="januari februari mars april maj juni juli augusti september oktober november december",
        en="January February March April May June July August September October November December",
    ),
    "swedish_time": Text(sv="svensk tid", en="Swedish time"),
    "slot_unreadable": Text(
        sv=(
            "går inte att läsa som en tid. Skriv ett datum med klockslag (2026-10-06 13:00) "
            "eller en veckodag med klockslag (tis 13:00)."
        ),
        en=(
            "can't be read as a time. Write a date with the hour (2026-10-06 13:00) or a weekday "
            "with the hour (tue 13:00)."
        ),
    ),
    "slot_needs_period": Text(
        sv="återkommer varje vecka: ange periodens första dag.",
        en="recurs every week: give the period's first day.",
    ),
    "slot_weekend": Text(
        sv="återkommer varje helg. På helger används bara tider med datum.",
        en="recurs every weekend. On weekends only slots with a date are used.",
    ),
    "slot_outside": Text(
        sv="ligger inte i perioden från {first} till {last}.",
        en="is not in the period from {first} to {last}.",
    ),
    "slot_holiday": Text(sv="{name}, ingen träff.", en="{name}, no meeting."),
    "slot_skipped": Text(
        sv="finns inte: klockan ställs fram. Välj en annan tid.",
        en="does not exist: the clocks go forward. Choose another time.",
    ),
    "slot_repeated": Text(
        sv="finns två gånger: klockan ställs tillbaka. Välj en annan tid.",
        en="exists twice: the clocks go back. Choose another time.",
    ),
    "proposal_of_other_season": Text(
        sv="Förslaget nämner {name}, som säsongen inte har: välj ett som hör till den.",
        en="The proposal names {name}, which the season does not have: choose one of its own.",
    ),
    "dates_no_holidays": Text(
        sv="Alla helgdagar i {country} är inte kända; se själv efter att inga datum är helgdagar.",
        en="Not all holidays of {country} are known; see for yourself that no date is one.",
    ),
    "dates_too_few": Text(
        sv="Dagar att träffas på: {given}. Träffar: {asked}. Be medlemmarna om fler tider.",
        en="Days to meet on: {given}. Meetings: {asked}. Ask the members for more times.",
    ),
    "dates_too_close": Text(
        sv=(
            "Dagar mellan träffarna: {given}, fast {asked} önskas. Längre isär finns inte {count} "
            "dagar."
        ),
        en=(
            "Days between the meetings: {given}, though {asked} are wanted. There are not {count} "
            "days further apart."
        ),
    ),
    "dates_no_quorum": Text(
        sv=(
            "Från {sector} behövs {asked}; {given} kan komma då de är som färst (träff {numbers}). "
            "Datum då så många därifrån kan, tillräckligt långt isär: {possible} av {count}."
        ),
        en=(
            "From {sector} {asked} are needed; {given} can come where they are fewest (meeting "
            "{numbers}). Dates on which so many of them can, far enough apart: {possible} of "
            "{count}."
        ),
    ),
    "dates_no_common_quorum": Text(
        sv=(
            "Från {sector} behövs {asked}; {given} kan komma då de är som färst (träff {numbers}). "
            "Det finns {possible} datum då de kan, men inte samtidigt som alla andra sektorer."
        ),
        en=(
            "From {sector} {asked} are needed; {given} can come where they are fewest (meeting "
            "{numbers}). There are {possible} dates on which they can, but not together with "
            "every other sector."
        ),
    ),
    "dates_head": Text(
        sv=(
            "{title} ({coalition}). Datum att välja bland: {possible}. Kan komma: {sum} av {all} "
            "platser vid {count} träffar, som minst {least} av {members} medlemmar."
        ),
        en=(
            "{title} ({coalition}). Dates to choose from: {possible}. Can come: {sum} of {all} "
            "seats at {count} meetings, at the least {least} of {members} members."
        ),
    ),
    "dates_none": Text(
        sv="{title} ({coalition}). Inga datum att välja bland.",
        en="{title} ({coalition}). No dates to choose from.",
    ),
    "dates_line": Text(
        sv="Träff {number}: {day}. Kan komma: {can_come} av {members} ({sectors})",
        en="Meeting {number}: {day}. Can come: {can_come} of {members} ({sectors})",
    ),
    "dates_day": Text(
        sv="{weekday} {day} kl. {start.hour:02}.{start.minute:02}–{end.hour:02}.{end.minute:02}",
        en="{weekday} {day} {start.hour:02}:{start.minute:02}–{end.hour:02}:{end.minute:02}",
    ),
    "dates_absent": Text(sv="   Kan inte: {names}", en="   Can't: {names}"),
    "dates_assumed": Text(
        sv="Har inte gett tider som går att läsa, och räknas som att de kan: {names}",
        en="Have given no times that can be read, and count as able to come: {names}",
    ),
    "dates_missing": Text(sv="Fattas: {text}", en="Missing: {text}"),
    "dates_way": Text(sv="Annars: {text}", en="Otherwise: {text}"),
    "dates_left_out": Text(
        sv="Används inte: {label} {text} (från {count})",
        en="Not used: {label} {text} (from {count})",
    ),
    "dates_left_out_day": Text(
        sv="Används inte: {label} den {day}: {text} (från {count})",
        en="Not used: {label} on {day}: {text} (from {count})",
    ),
    "weekday_0": Text(sv="måndag", en="Monday"),
    "weekday_1": Text(sv="tisdag", en="Tuesday"),
    "weekday_2": Text(sv="onsdag", en="Wednesday"),
    "weekday_3": Text(sv="torsdag", en="Thursday"),
    "weekday_4": Text(sv="fredag", en="Friday"),
    "weekday_5": Text(sv="lördag", en="Saturday"),
    "weekday_6": Text(sv="söndag", en="Sunday"),
    "date_not_read": Text(
        sv="{value} är inget datum från {first} till {last}. Skriv till exempel 2026-09-01.",
        en="{value} is no date from {first} to {last}. Write, for example, 2026-09-01.",
    ),
}
