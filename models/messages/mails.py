"""Messages: what mails say, and what is said of mails."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "mail_sign_in_subject": Text(sv="Logga in i Koalition", en="Sign in to Koalition"),
    "mail_sign_in": Text(
        sv="Hej! Någon, troligen du, vill logga in i Koalition med den här adressen.",
        en="Hello! Somebody, probably you, wants to sign in to Koalition with this address.",
    ),
    "mail_sign_in_button": Text(sv="Logga in", en="Sign in"),
    "mail_sign_in_life": Text(
        sv="Länken gäller i {minutes} minuter och kan användas en gång.",
        en="The link lasts {minutes} minutes and can be used once.",
    ),
    "mail_sign_in_unasked": Text(
        sv="Var det inte du? Då behöver du inte göra något.",
        en="Was it not you? Then there is nothing that you need to do.",
    ),
    "mail_confirm_subject": Text(
        sv="Bekräfta er anmälan till {season}", en="Confirm your registration for {season}"
    ),
    "mail_confirm": Text(
        sv="Tack för er anmälan till {season}! Bekräfta den, så är ni med.",
        en="Thank you for registering for {season}! Confirm it, and you take part.",
    ),
    "mail_confirm_button": Text(sv="Bekräfta anmälan", en="Confirm the registration"),
    "mail_confirm_life": Text(
        sv="Länken gäller i {days} dagar och kan användas en gång.",
        en="The link lasts {days} days and can be used once.",
    ),
    "mail_confirm_unasked": Text(
        sv="Har ni inte anmält er? Då behöver ni inte göra något: utan bekräftelsen är ni inte "
        "med.",
        en="You did not register? Then there is nothing to do: without the confirmation you "
        "take no part.",
    ),
    "mail_registered_already_subject": Text(
        sv="Ni är redan anmälda till {season}", en="You are registered for {season} already"
    ),
    "mail_registered_already": Text(
        sv="Någon anmälde er adress till {season}, men den är redan anmäld. Anmälan står kvar som "
        "den var. Logga in för att ändra den.",
        en="Somebody registered your address for {season}, which is registered already. The "
        "registration stays as it was. Sign in to change it.",
    ),
    "consent_needed": Text(
        sv="Samtycket till matchningen (matching) behövs: utan det kan ni inte delta.",
        en="The consent to matching is needed: without it you can't take part.",
    ),
    "address_needed": Text(
        sv="En e-postadress behövs: anmälan bekräftas genom den.",
        en="An e-mail address is needed: the registration is confirmed by it.",
    ),
    "columns_of_organiser": Text(
        sv="Bara arrangören ändrar {columns}.", en="Only the organiser changes {columns}."
    ),
    "mail_hello": Text(sv="Hej {name}!", en="Hello {name}!"),
    "mail_invitation_subject": Text(
        sv="Inbjudan till en koalition: {challenge}", en="An invitation to a coalition: {challenge}"
    ),
    "mail_invitation": Text(
        sv="Ni bjuds in till en koalition om ”{challenge}” i {season}. En koalition är en liten "
        "grupp organisationer ur olika sektorer som träffas digitalt fyra gånger, två timmar "
        "varje gång.",
        en="You are invited to a coalition about “{challenge}” in {season}. A coalition is a "
        "small group of organisations from different sectors that meets online four times, for "
        "two hours each.",
    ),
    "mail_reminder_subject": Text(
        sv="Påminnelse: svara på inbjudan om {challenge}",
        en="A reminder: please answer the invitation about {challenge}",
    ),
    "mail_reminder": Text(
        sv="Ni är inbjudna till en koalition om ”{challenge}” i {season}, och har inte svarat än. "
        "Ett nej är också till hjälp: då kan någon annan få platsen.",
        en="You are invited to a coalition about “{challenge}” in {season} and have not answered "
        "yet. A no helps, too: then somebody else can have the seat.",
    ),
    "mail_why": Text(sv="Varför just ni:", en="Why you:"),
    "mail_with": Text(sv="Tillsammans med: {names}.", en="Together with: {names}."),
    "mail_answer_until": Text(
        sv="Svara senast {until}, utan att logga in.", en="Answer by {until}; no need to sign in."
    ),
    "mail_answer_button": Text(sv="Svara på inbjudan", en="Answer the invitation"),
    "mail_accepted_subject": Text(
        sv="Ni har en plats: {challenge}", en="You have a seat: {challenge}"
    ),
    "mail_accepted": Text(
        sv="Tack för ert ja! Ni har en plats i koalitionen om ”{challenge}” i {season}. Tiderna "
        "för träffarna kommer i ett eget brev.",
        en="Thank you for your yes! You have a seat in the coalition about “{challenge}” in "
        "{season}. The times of the meetings come in a mail of their own.",
    ),
    "mail_standby_subject": Text(
        sv="Tack, ni står på tur: {challenge}", en="Thank you, you stand by: {challenge}"
    ),
    "mail_standby": Text(
        sv="Tack för ert ja! Platsen i koalitionen om ”{challenge}” i {season} hann gå till någon "
        "annan. Ni står nu på tur, och hör av oss så fort en plats blir ledig.",
        en="Thank you for your yes! The seat in the coalition about “{challenge}” in {season} had "
        "gone to somebody else by then. You now stand by, and hear from us as soon as one is free.",
    ),
    "mail_seat_withdrawn_subject": Text(
        sv="Ändring: er plats i {challenge}", en="A change: your seat in {challenge}"
    ),
    "mail_seat_withdrawn": Text(
        sv="Koalitionen om ”{challenge}” i {season} har fått en ny sammansättning, och er plats i "
        "den finns inte längre. Hör av er till arrangören om ni undrar något.",
        en="The coalition about “{challenge}” in {season} has been put together anew, and your "
        "seat in it is no longer there. Turn to the organiser with any questions.",
    ),
    "proposal_answered": Text(
        sv="Förslaget kan inte dras tillbaka: någon har redan svarat. Laga det, eller publicera "
        "ett annat.",
        en="The proposal can't be withdrawn: somebody has answered. Repair it, or publish another.",
    ),
    "deadline_unreadable": Text(
        sv="Skriv en tidpunkt med tidszon, som 2026-12-15T12:00:00+01:00.",
        en="Write a moment with its time zone, such as 2026-12-15T12:00:00+01:00.",
    ),
    "deadline_past": Text(
        sv="Sista svarsdag har redan varit. Välj en senare.",
        en="The deadline has passed already. Choose a later one.",
    ),
    "deadline_passed": Text(
        sv="Sista svarsdag för det som väntar har passerat. Bjud in igen, eller publicera om.",
        en="The deadline of what is held has passed. Invite again, or publish again.",
    ),
    "coalition_outdated": Text(
        sv="Koalitionen hör till ett förslag som inte längre är publicerat.",
        en="The coalition belongs to a proposal that is not published any more.",
    ),
    "already_invited": Text(
        sv="{name} är redan inbjuden dit, eller står på tur.",
        en="{name} is invited there already, or stands by.",
    ),
    "not_planned": Text(
        sv="Koalitionens träffar är inte planerade än.",
        en="The coalition's meetings are not planned yet.",
    ),
    "plan_without_dates": Text(
        sv="Träffarna har inga datum, så det finns ingen kalender.",
        en="The meetings have no dates, so there is no calendar.",
    ),
    "last_owner": Text(
        sv="En säsong behöver en ägare. Gör någon annan till ägare först.",
        en="A season needs an owner. Make somebody else its owner first.",
    ),
    "event_invitation_expired": Text(
        sv="Inbjudan gick ut utan svar", en="An invitation ended without an answer"
    ),
    "nobody_left": Text(
        sv="Ingen har lämnat koalitionen: det finns inget att laga.",
        en="Nobody has left the coalition: there is nothing to repair.",
    ),
    "repair_outdated": Text(
        sv="Koalitionen har ändrats sedan lagningen föreslogs. Be om nya förslag.",
        en="The coalition has changed since the repair was offered. Ask for new ones.",
    ),
    "link_unknown": Text(
        sv="Länken är använd, för gammal eller inte hel. Be om en ny.",
        en="The link has been used, is too old or is not whole. Ask for a new one.",
    ),
    "too_many_asked": Text(
        sv="Det blev för många försök. Försök igen om {seconds} s.",
        en="That was too often. Try again in {seconds} s.",
    ),
    "mail_refused": Text(
        sv="E-postservern tar inte emot brevet: {reason}",
        en="The mail server refuses the mail: {reason}",
    ),
    "post_failed": Text(
        sv="Brevet kom inte iväg: {reason}. Det skickas igen.",
        en="The mail did not leave: {reason}. It is sent again.",
    ),
    "smtp_url_unreadable": Text(
        sv="KOALITION_SMTP_URL går inte att läsa. Skriv schema://användare:lösenord@server:port, "
        "med ett av schemana {known}.",
        en="KOALITION_SMTP_URL can't be read. Write scheme://user:password@server:port with one "
        "of the schemes {known}.",
    ),
}
