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
        sv="återkommer varje helg. Helger används bara när datumet är utskrivet.",
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
    "dates_no_zone": Text(
        sv="Tidszonen i {country} är inte känd: tiderna räknas som svenska.",
        en="The time zone of {country} is not known: times count as Swedish ones.",
    ),
    "dates_no_holidays": Text(
        sv=(
            "Helgdagarna i {country} är inte kända i sin helhet: kontrollera själv att inget "
            "datum är en helgdag."
        ),
        en="Not all holidays of {country} are known; see for yourself that no date is one.",
    ),
    "dates_too_few": Text(
        sv=(
            "Bara {given:# möjlig dag|# möjliga dagar}, men {asked} behövs. Be medlemmarna om "
            "fler tider."
        ),
        en=(
            "Only {given:# possible day|# possible days}, but {asked} are needed. Ask the "
            "members for more times."
        ),
    ),
    "dates_too_close": Text(
        sv=(
            "Det blir {given:# dag|# dagar} mellan träffarna i stället för {asked}: det finns "
            "inte {count} möjliga dagar så långt isär."
        ),
        en=(
            "There are {given:# day|# days} between the meetings instead of {asked}: there "
            "are not {count} possible days so far apart."
        ),
    ),
    "dates_no_quorum": Text(
        sv=(
            "Vid varje träff behövs minst {asked} från {sector}, men vid träff {numbers} kan "
            "bara {given} komma. Det finns {possible:# dag|# dagar}, tillräckligt långt isär, "
            "då så många därifrån kan; {count} behövs."
        ),
        en=(
            "From {sector} {asked} are needed; {given} can come where they are fewest "
            "(meeting {numbers}). Dates on which so many of them can, far enough apart: "
            "{possible} of {count}."
        ),
    ),
    "dates_no_common_quorum": Text(
        sv=(
            "Vid varje träff behövs minst {asked} från {sector}, men vid träff {numbers} kan "
            "bara {given} komma. Det finns {possible:# dag|# dagar} då så många därifrån kan, "
            "men då saknas någon annan sektor."
        ),
        en=(
            "From {sector} {asked} are needed; {given} can come where they are fewest "
            "(meeting {numbers}). There are {possible} dates on which they can, but not "
            "together with every other sector."
        ),
    ),
    "dates_head": Text(
        sv=(
            "{title} ({coalition}): {possible:# möjligt datum|# möjliga datum}. Vid {count:# "
            "träff|# träffar} kan medlemmarna komma {sum} av {all} gånger; till den träff som "
            "passar sämst kan {least} av {members} komma."
        ),
        en=(
            "{title} ({coalition}): {possible:# possible date|# possible dates}. At {count:# "
            "meeting|# meetings} members can come {sum} of {all} times; to the meeting that "
            "suits fewest {least} of {members} can come."
        ),
    ),
    "dates_none": Text(
        sv="{title} ({coalition}): inga möjliga datum.",
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
        sv="Har inte angett läsbara tider och antas kunna: {names}",
        en="Have given no times that can be read, and count as able to come: {names}",
    ),
    "dates_missing": Text(sv="Obs: {text}", en="Note: {text}"),
    "dates_way": Text(sv="Ett annat sätt: {text}", en="Another way: {text}"),
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
