"""Messages: calendars, participants' sheets and the page of a meeting plan."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    # Calendars
    "calendar_name": Text(sv="Träffar: {title}", en="Meetings: {title}"),
    "calendar_member_name": Text(sv="Träffar: {title} – {name}", en="Meetings: {title} – {name}"),
    "calendar_summary": Text(
        sv="Träff {number} av {count}: {title}", en="Meeting {number} of {count}: {title}"
    ),
    "calendar_agenda": Text(sv="Dagordning", en="Agenda"),
    "calendar_item": Text(
        sv="{clock} {title} ({minutes} min)", en="{clock} {title} ({minutes} min)"
    ),
    "calendar_whom": Text(sv="Ni möter", en="You meet"),
    "calendar_whom_in_round": Text(sv="Ni möter i omgång {round}", en="You meet in round {round}"),
    "calendar_in_room": Text(
        sv="{whom} (rum {room}): {names}.", en="{whom} (room {room}): {names}."
    ),
    "calendar_you_host": Text(sv="Ni är värd för rummet.", en="You host the room."),
    "calendar_host": Text(sv="Värd är {name}.", en="The host is {name}."),
    "calendar_of_another": Text(
        sv=(
            "Kalendern hör till andra träffar än de som skrivs nu. "
            "Ge den fil som skrevs för samma koalition och deltagare, eller ett nytt filnamn."
        ),
        en=(
            "The calendar belongs to other meetings than those written now. "
            "Give the file that was written for the same coalition and member, or a new name."
        ),
    ),
    "calendar_unreadable": Text(
        sv="Det är ingen kalender som Koalition har skrivit. Ge den tidigare filen som den var.",
        en="It is no calendar that Koalition wrote. Give the earlier file as it was.",
    ),
    # Words that several files share
    "meet_unnamed": Text(
        sv="{n:en organisation|# organisationer} till",
        en="{n:one more organisation|# more organisations}",
    ),
    "meet_place": Text(sv="Plats: {place}", en="Place: {place}"),
    "meet_link": Text(sv="Länk: {link}", en="Link: {link}"),
    "meet_organiser": Text(sv="Arrangör: {organiser}", en="Organiser: {organiser}"),
    "meet_nobody": Text(sv="ingen annan", en="nobody else"),
    "meet_weekdays": Text(
        sv="måndag tisdag onsdag torsdag fredag lördag söndag",
        en="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    ),
    "meet_when": Text(sv="{day} kl. {start}–{end}", en="{day}, {start}–{end}"),
    "meet_meeting": Text(sv="Träff {number}", en="Meeting {number}"),
    "meet_round": Text(sv="Omgång {number}", en="Round {number}"),
    "meet_room": Text(sv="Rum {number}", en="Room {number}"),
    "meet_host": Text(sv="värd", en="host"),
    # Participants' sheets
    "sheet_document_title": Text(sv="Deltagarblad: {title}", en="Participants’ sheets: {title}"),
    "sheet_kicker": Text(sv="Era träffar i koalitionen", en="Your meetings in the coalition"),
    "sheet_lede": Text(
        sv=(
            "Ni möter {meet} i mindre grupper, "
            "varav {new} är nya kontakter såvitt listan över relationer visar."
        ),
        en=(
            "You meet {meet} in small groups; "
            "as far as the list of ties tells, {new} are new contacts."
        ),
    ),
    "sheet_lede_all_new": Text(
        sv=(
            "Ni möter {meet} i mindre grupper, "
            "bara nya kontakter såvitt listan över relationer visar."
        ),
        en="You meet {meet} in small groups, only new contacts as far as the list of ties tells.",
    ),
    "sheet_lede_none_new": Text(
        sv="Ni möter {meet} i mindre grupper, som ni redan har en relation till.",
        en="You meet {meet} in small groups, with whom you have a tie already.",
    ),
    "sheet_lede_alone": Text(
        sv="Ni sitter inte i någon mindre grupp i den här planen.",
        en="You sit in no small group in this plan.",
    ),
    "sheet_others": Text(
        sv="{n:en annan organisation|# andra organisationer}",
        en="{n:one other organisation|# other organisations}",
    ),
    "sheet_hosting": Text(sv="Ni är värd: {when}.", en="You host: {when}."),
    "sheet_not_hosting": Text(
        sv="Ni är inte värd för något rum i den här planen.",
        en="You do not host a room in this plan.",
    ),
    "sheet_host_of": Text(sv="träff {meeting}, rum {room}", en="meeting {meeting}, room {room}"),
    "sheet_host_of_round": Text(
        sv="träff {meeting}, omgång {round}, rum {room}",
        en="meeting {meeting}, round {round}, room {room}",
    ),
    "sheet_you_host": Text(sv="ni är värd", en="you host"),
    "sheet_host_is": Text(sv="värd: {name}", en="host: {name}"),
    "sheet_no_date": Text(sv="Datum meddelas senare", en="The date will be told later"),
    "sheet_away": Text(sv="Ni är inte med på den här träffen.", en="You are not in this meeting."),
    "sheet_again": Text(sv="Ni möttes i träff {meeting}.", en="You met in meeting {meeting}."),
    "sheet_again_same": Text(
        sv="Ni möttes tidigare i den här träffen.", en="You met earlier in this meeting."
    ),
    "sheet_new_other_sector": Text(
        sv="Ny kontakt från en annan sektor.", en="A new contact from another sector."
    ),
    "sheet_new_same_sector": Text(
        sv="Ny kontakt från er sektor.", en="A new contact from your sector."
    ),
    "sheet_new_other_county": Text(
        sv="Ny kontakt från er sektor i ett annat län ({county}).",
        en="A new contact from your sector in another county ({county}).",
    ),
    "sheet_new_other_country": Text(
        sv="Ny kontakt från er sektor i ett annat land.",
        en="A new contact from your sector in another country.",
    ),
    "sheet_new_near": Text(
        sv="Ny kontakt från er sektor, i samma län.",
        en="A new contact from your sector, in the same county.",
    ),
    "sheet_know": Text(
        sv="Ni känner varandra; nu möts ni om samma fråga.",
        en="You know each other; now you meet around the same question.",
    ),
    "sheet_collaborate": Text(
        sv="Ni samarbetar redan; nu möts ni om samma fråga.",
        en="You collaborate already; now you meet around the same question.",
    ),
    "sheet_met_in_coalition": Text(
        sv="Ni har mötts i en tidigare koalition.", en="You have met in an earlier coalition."
    ),
    # The page
    "meet_document_title": Text(sv="Träffplan: {season}", en="Meeting plan: {season}"),
    "meet_kicker": Text(sv="Träffplan", en="Meeting plan"),
    "meet_contents": Text(sv="Koalitioner", en="Coalitions"),
    "meet_skip": Text(sv="Hoppa till planen", en="Skip to the plan"),
    "meet_for_organiser": Text(
        sv=(
            "Sidan är arrangörens: den nämner också organisationer som är dolda för andra. "
            "Deltagarnas blad och kalendrar gör det inte."
        ),
        en=(
            "This page is the organiser’s: it names organisations that are hidden from others. "
            "The participants’ sheets and calendars do not."
        ),
    ),
    "meet_pairs_met": Text(sv="par som möts", en="pairs meet"),
    "meet_possible": Text(sv="möjliga par", en="possible pairs"),
    "meet_bound": Text(sv="övre gräns", en="upper bound"),
    "meet_most": Text(sv="gånger som mest för ett par", en="times at most for a pair"),
    "meet_members": Text(sv="medlemmar", en="members"),
    "meet_how_often": Text(sv="Hur ofta paren möts", en="How often pairs meet"),
    "meet_times": Text(sv="Gånger", en="Times"),
    "meet_pairs": Text(sv="Par", en="Pairs"),
    "meet_agenda": Text(sv="Dagordning", en="Agenda"),
    "meet_clock": Text(sv="Tid", en="Time"),
    "meet_length": Text(sv="Minuter", en="Minutes"),
    "meet_item": Text(sv="Punkt", en="Item"),
    "meet_sum": Text(sv="Tillsammans", en="Together"),
    "meet_matrix": Text(sv="Vem som möter vem", en="Who meets whom"),
    "meet_matrix_note": Text(
        sv=(
            "Talen säger hur många gånger två medlemmar sitter i samma rum. "
            "En punkt: de sitter aldrig i samma rum. "
            "Understruket: de har en relation sedan tidigare."
        ),
        en=(
            "The numbers say how many times two members sit in the same room. "
            "A dot: they never sit in the same room. Underlined: they have a tie already."
        ),
    ),
    "meet_matrix_caption": Text(
        sv="Hur många gånger medlemmarna i {title} möts",
        en="How many times the members of {title} meet",
    ),
    "meet_never": Text(sv="aldrig", en="never"),
    "meet_tie": Text(sv="har en relation", en="have a tie"),
    "meet_hosts": Text(sv="Värdar", en="Hosts"),
    "meet_hosts_caption": Text(
        sv="När medlemmarna i {title} är värdar", en="When the members of {title} host"
    ),
    "meet_hosts_when": Text(sv="Värd för", en="Hosts"),
    "meet_hosts_none": Text(sv="inget rum", en="no room"),
    "meet_members_heading": Text(sv="Medlem", en="Member"),
    # Tables
    "meet_table_rooms": Text(sv="Rum", en="Rooms"),
    "meet_table_agenda": Text(sv="Dagordning", en="Agenda"),
    "meet_table_pairs": Text(sv="Par", en="Pairs"),
    "meet_table_matrix": Text(sv="Vem möter vem", en="Who meets whom"),
    "meet_column_coalition": Text(sv="koalition", en="coalition"),
    "meet_column_meeting": Text(sv="träff", en="meeting"),
    "meet_column_date": Text(sv="datum", en="date"),
    "meet_column_start": Text(sv="börjar", en="start"),
    "meet_column_end": Text(sv="slutar", en="end"),
    "meet_column_round": Text(sv="omgång", en="round"),
    "meet_column_room": Text(sv="rum", en="room"),
    "meet_column_actor_id": Text(sv="aktör", en="actor_id"),
    "meet_column_name": Text(sv="namn", en="name"),
    "meet_column_sector": Text(sv="sektor", en="sector"),
    "meet_column_place": Text(sv="ort", en="place"),
    "meet_column_host": Text(sv="värd", en="host"),
    "meet_column_hidden": Text(sv="dold", en="hidden"),
    "meet_column_double_booked": Text(sv="dubbelbokad", en="double_booked"),
    "meet_column_minutes": Text(sv="minuter", en="minutes"),
    "meet_column_item": Text(sv="punkt", en="item"),
    "meet_column_text": Text(sv="innehåll", en="text"),
    "meet_column_actor_a": Text(sv="aktör_a", en="actor_a"),
    "meet_column_actor_b": Text(sv="aktör_b", en="actor_b"),
    "meet_column_name_a": Text(sv="namn_a", en="name_a"),
    "meet_column_name_b": Text(sv="namn_b", en="name_b"),
    "meet_column_times": Text(sv="gånger", en="times"),
    "meet_column_tie": Text(sv="relation", en="tie"),
    "meet_column_when": Text(sv="när", en="when"),
}
