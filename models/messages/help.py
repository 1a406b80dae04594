"""What `--help` says of commands, arguments and options, by the English text in the code."""

from models.text import Text

_SAID = (
    Text(
        sv="Bilda tvärsektoriella koalitioner ur aktörernas egna ord, med skäl och bevis.",
        en="Form cross-sector coalitions from the actors' own words, with reasons and a proof.",
    ),
    Text(sv="Visa versionen.", en="Tell the version."),
    Text(sv="Visa den här hjälpen.", en="Show this message and exit."),
    Text(
        sv="Skriv dagordningarna för de fyra träffarna som filer att ändra i.",
        en="Write the agendas of the four meetings as files to edit.",
    ),
    Text(sv="Mapp att skriva dem i.", en="Folder to write them in."),
    Text(
        sv="Bara på det här språket; annars på båda.",
        en="In this language alone; otherwise in both.",
    ),
    Text(sv="Språk för det som skrivs ut.", en="Language of what is printed."),
    Text(
        sv="Ge tydligt olika koalitioner, de bästa först.",
        en="Give clearly different coalitions, the best first.",
    ),
    Text(sv="Säsongens mapp.", en="Folder of the season."),
    Text(sv="Förslaget.", en="The proposal."),
    Text(
        sv="Bara den här koalitionen ändras; annars får alla göra det.",
        en="Only this coalition changes; else all may.",
    ),
    Text(sv="Hur många.", en="How many."),
    Text(sv="Medlemmar som två av dem minst skiljer på.", en="Members that any two differ by."),
    Text(sv="Skriv ut resultatet som JSON.", en="Print the result as JSON."),
    Text(
        sv="Granska en säsong och säg om dess koalitioner kan bildas.",
        en="Validate a season, and say whether its coalitions can be formed.",
    ),
    Text(
        sv="Vad det kostar när en regel av slaget ger vika med ett; får upprepas.",
        en="What it costs when a rule of this kind gives way by one; may be repeated.",
    ),
    Text(
        sv="Skriv okända rubriker och sektorsord i season.toml, att ta ställning till.",
        en="Write unknown headers and sector words into season.toml, to settle.",
    ),
    Text(
        sv="Skriv tabellerna som en arbetsbok med de felaktiga cellerna markerade.",
        en="Write your tables as a workbook with the cells at fault marked.",
    ),
    Text(
        sv="Skriv nästa säsongs mapp: vilka som har träffats, samarbetar och blev utan plats.",
        en="Write the next season's folder: who has met, who collaborates, who was passed over.",
    ),
    Text(sv="Nästa säsongs mapp.", en="Folder of the next season."),
    Text(
        sv="Medlemmarnas svar: vilka som ska samarbeta.",
        en="Members' answers: who will collaborate.",
    ),
    Text(
        sv="Bara par som satt i samma rum har träffats; får upprepas.",
        en="Only pairs that shared a room met; repeatable.",
    ),
    Text(
        sv="Välj de dagar som flest kan, och säg vilka som kan och vad som fattas.",
        en="Choose the dates that most can attend, and say who can and what is lacking.",
    ),
    Text(sv="Bara den här koalitionen.", en="Only this coalition."),
    Text(sv="Hur många träffar.", en="How many meetings."),
    Text(
        sv="Periodens första dag; behövs för tider som återkommer varje vecka.",
        en="First day of the period; needed for slots that recur every week.",
    ),
    Text(sv="Hur lång perioden är.", en="How long the period is."),
    Text(
        sv="Minsta antal dagar från en träff till nästa.",
        en="Least days from one meeting to the next.",
    ),
    Text(
        sv="Hur många från varje sektor som måste kunna komma.",
        en="How many of each sector must be able to come.",
    ),
    Text(
        sv="Mapp med egna dagordningar; se `koalition agendas`.",
        en="Folder of own agendas; see `koalition agendas`.",
    ),
    Text(sv="Föreslå koalitioner: huvuduppgiften.", en="Propose coalitions: the main job."),
    Text(sv="Bara den här utmaningen.", en="Only this challenge."),
    Text(sv="Var förslaget hamnar.", en="Where the proposal goes."),
    Text(sv="Var rapporten hamnar.", en="Where the report goes."),
    Text(sv="Rapportens tabeller som en arbetsbok.", en="The report's tables as a workbook."),
    Text(
        sv="Medlemmarna, att ändra för hand och poängsätta.",
        en="The members, to edit by hand and to score.",
    ),
    Text(sv="Startvärde för slumpen.", en="Seed of what is drawn at random."),
    Text(sv="Hur mycket arbete som läggs ner.", en="How much work is spent."),
    Text(sv="Stopp för säkerhets skull, s.", en="Safety stop, s."),
    Text(sv="Sätt in en aktör.", en="Put an actor in."),
    Text(sv="Håll en aktör utanför.", en="Keep an actor out."),
    Text(sv="Ändra så få av dess platser som möjligt.", en="Change as few of its seats as can be."),
    Text(sv="Platser i --keep som får byta ägare.", en="Seats of --keep that may change hands."),
    Text(
        sv="Låt två aktörer i --keep byta plats med varandra.",
        en="Let two actors of --keep trade places.",
    ),
    Text(
        sv="Så många tydligt olika förslag bredvid.",
        en="So many clearly different proposals beside it.",
    ),
    Text(
        sv="Vem som löser modellerna; cbc är en andra bedömning.",
        en="Who solves the models; cbc is a second opinion.",
    ),
    Text(sv="Utelämna datum och sekunder.", en="Leave out dates and seconds."),
    Text(
        sv="Vems rapport: arrangörens, eller medlemmarnas att skicka.",
        en="Whose report: the organiser's, or the members' to send.",
    ),
    Text(
        sv="Den första koalitionens siffror bredvid poängen.",
        en="Figures of the first coalition beside the scores.",
    ),
    Text(
        sv=(
            "Kör huvuduppgiften på exempelsäsongen och säg var rapporten ligger.\n\n"
            "Exemplets filer läggs i mappen där de inte redan finns, så att ett exempel som "
            "har ändrats för hand får vara kvar."
        ),
        en=(
            "Run the main job on the bundled sample season, and say where the report lies.\n\n"
            "The sample's files are laid in the folder where they are not there yet, so that a\n"
            "sample changed by hand is kept."
        ),
    ),
    Text(
        sv="Mapp för exemplet och dess resultat.",
        en="Folder for the sample and its results.",
    ),
    Text(
        sv="Visa hur installationen och dess inställningar mår, eller prova en modell.",
        en="Tell the state of the installation and its settings, or put a model on trial.",
    ),
    Text(
        sv="Prova en modell: en mapp, ett namn på hubben eller ”bundled”. Tar minst en minut.",
        en="Try a model: a folder, a name at the hub, or 'bundled'. Takes a minute or more.",
    ),
    Text(
        sv="Säg varför en aktör är med, eller vad det skulle kosta att ha med den.",
        en="Say why an actor is in, or what it would cost to have it in.",
    ),
    Text(sv="Aktörens id eller exakta namn.", en="The actor's id or exact name."),
    Text(
        sv="Bara för den här utmaningen; annars den bästa av alla.",
        en="For this challenge only; else the best of all.",
    ),
    Text(
        sv="Föreslå delfrågor för en utmaning, eller för alla, färdiga att klistra in.",
        en="Propose facets of a challenge, or of every challenge, in words ready to paste.",
    ),
    Text(sv="Bara för den här utmaningen.", en="Only for this challenge."),
    Text(sv="Hur många; annars 3 till 6.", en="How many; otherwise 3 to 6."),
    Text(
        sv="Visa vad medlemmarna behöver, erbjuder och tänker på, och vem som kan hjälpa vem.",
        en="Map what members need, offer and think of, by theme, and who could help whom.",
    ),
    Text(
        sv="Bara den här koalitionen; annars alla.",
        en="Only this coalition; else every one.",
    ),
    Text(
        sv="Kort som skrevs på träffen: aktör, slag, text.",
        en="Cards written in the meeting: actor, kind, text.",
    ),
    Text(sv="Skriv kartan till den här .html-filen.", en="Write the map to this .html file."),
    Text(sv="Skriv korten till den här .csv-filen.", en="Write the cards to this .csv file."),
    Text(
        sv="Planera vilka som sitter i vilket rum, vem som är värd, när, och dagordningarna.",
        en="Plan who sits with whom in which room, who hosts, when, and the agendas.",
    ),
    Text(sv="Rundor i smårum på varje träff.", en="Breakout rounds in each meeting."),
    Text(
        sv="Hur många rum, eller hur stora de är: 5,5,4,4.",
        en="How many rooms, or their sizes: 5,5,4,4.",
    ),
    Text(sv="Vad planen strävar efter först.", en="What a plan seeks first."),
    Text(
        sv="Jämför planerna för varje mål; skriv ingenting.",
        en="Compare the plans of every aim; write nothing.",
    ),
    Text(sv="Planen som träffarna hölls efter.", en="Plan by which meetings were held."),
    Text(
        sv="Så många av dess träffar har hållits och ligger fast.",
        en="So many of its meetings were held and stand.",
    ),
    Text(sv="Vem som har hoppat av; får upprepas.", en="Who has left; may be repeated."),
    Text(sv="Vem som har kommit till; får upprepas.", en="Who has joined; may be repeated."),
    Text(sv="Vem som är borta en gång; får upprepas.", en="Who is away once; may be repeated."),
    Text(sv="En träffs början; en för varje träff.", en="Start of a meeting; one for each."),
    Text(
        sv="Ge ingen plats åt den som inte kan den dagen.",
        en="Seat nobody on a date that it cannot come to.",
    ),
    Text(sv="Var träffarna hålls.", en="Where the meetings are."),
    Text(
        sv="Adress till träffarnas sida eller samtal.",
        en="Address of the meetings' page or call.",
    ),
    Text(
        sv="Läs medlemmarnas ord till skälen på deras blad.",
        en="Read the members' words for the reasons on their sheets.",
    ),
    Text(sv="Ett annat startvärde ger en annan plan.", en="Another seed, another plan."),
    Text(sv="Hur mycket arbete som ska läggas ner.", en="How much work to spend."),
    Text(sv="Mapp för planen och dess filer.", en="Folder for the plan and its files."),
    Text(sv="Var koalitionens kalender hamnar.", en="Where the coalition's calendar goes."),
    Text(
        sv="Skriv en mapp med rubriker och exempelrader att fylla i.",
        en="Write a folder with headers and example rows to fill in.",
    ),
    Text(
        sv="Väg två kriterier mot varandra: indelningar där ingen är bättre i båda.",
        en="Trade two criteria off: groupings of which none is better in both.",
    ),
    Text(sv="Två kriterier som används.", en="Two criteria in use."),
    Text(sv="Hur många punkter att leta efter.", en="How many points to look for."),
    Text(sv="En fil med medlemmar för varje punkt.", en="A file of members for each point."),
    Text(
        sv="Säg vad F skulle vinna om varje regel gav vika med ett, genom att lösa om.",
        en="Say what F would gain if each rule gave way by one, by solving again.",
    ),
    Text(
        sv="Rangordna aktörerna efter relevans för en utmaning, eller för alla.",
        en="Rank the actors by relevance to a challenge, or to every challenge.",
    ),
    Text(sv="Utmaningen att rangordna för.", en="The challenge to rank for."),
    Text(sv="Rangordna för varje utmaning.", en="Rank for every challenge."),
    Text(sv="Hur många; 0 ger alla.", en="How many; 0 gives all."),
    Text(
        sv="Visa också orden som avgjorde varje relevans.",
        en="Tell the words that carried each relevance, too.",
    ),
    Text(
        sv="Säg vilket slags aktör, och varifrån, som skulle lyfta varje koalition mest.",
        en="Say which kind of actor, and from where, would lift each coalition most.",
    ),
    Text(sv="Slag för varje koalition.", en="Kinds for each coalition."),
    Text(
        sv="Ersätt dem som tackade nej, med så få ändringar som möjligt.",
        en="Replace those who declined, with the fewest changes.",
    ),
    Text(
        sv="Vem som tackade nej: id eller exakta namn; får upprepas.",
        en="Who declined: ids or exact names; may be repeated.",
    ),
    Text(
        sv="Platser som får byta ägare; annars så få som möjligt.",
        en="Seats that may change hands; else the fewest.",
    ),
    Text(sv="Var det nya förslaget hamnar.", en="Where the new proposal goes."),
    Text(sv="Var dess rapport hamnar.", en="Where its report goes."),
    Text(
        sv="Välj reserver till varje koalition så att den klarar troliga avhopp.",
        en="Choose for each coalition the reserves who let it survive likely drop-outs.",
    ),
    Text(
        sv="Risken att en aktör hoppar av, från 0 till 0,99.",
        en="Chance that an actor drops out, from 0 to 0.99.",
    ),
    Text(
        sv="Kolumn i aktörernas tabell med egna risker.",
        en="Column of the actors' table with chances of their own.",
    ),
    Text(sv="Reserver på varje lista.", en="Reserves on each list."),
    Text(
        sv="Poängsätt givna koalitioner efter samma kriterier och regler.",
        en="Score given coalitions by the same criteria and rules.",
    ),
    Text(sv="Givna koalitioner.", en="Given coalitions."),
    Text(
        sv="Säg vad som ändrades mot det här förslaget.",
        en="Say what changed against this proposal.",
    ),
    Text(sv="Skriv förslaget som de ger.", en="Write the proposal that they make."),
    Text(sv="Skriv rapporten om det.", en="Write the report of it."),
    Text(
        sv="Servera säsonger över HTTP: databasens, eller en mapp bara för den här datorn.",
        en="Serve seasons over HTTP: those of the database, or one folder for this computer only.",
    ),
    Text(
        sv="Mappen för en säsong att arbeta med ensam; annars databasen.",
        en="Folder of one season, to work on alone; else the database.",
    ),
    Text(
        sv="Spara det som ändrades i mappen när servern stängs.",
        en="Write what changed back into the folder at the end.",
    ),
    Text(sv="Adressen att lyssna på.", en="The address to listen at."),
    Text(sv="0 tar vilken ledig som helst.", en="0 takes any free one."),
    Text(
        sv="Föreslå nya partner för en aktör, eller för alla, med skäl.",
        en="Suggest new partners for an actor, or for every actor, with reasons.",
    ),
    Text(sv="Ge förslag till varje aktör.", en="Suggest to every actor."),
    Text(sv="Också aktörer med en relation.", en="Actors with a tie, too."),
    Text(sv="Bara den här sektorn; synonymer går bra.", en="Only this sector; synonyms do."),
    Text(sv="Så nära.", en="So near."),
    Text(sv="Bara de som möts på språket.", en="Only who meets in it."),
    Text(sv="Vilket avstånd som lyfter poängen.", en="Which distance lifts the score."),
    Text(
        sv=(
            "Räkna om ett förslag utan lösaren; felkod 5 om det inte stämmer.\n\n"
            "Ett kvitto (.zip) i stället för säsongens mapp räcker ensamt."
        ),
        en=(
            "Recompute a proposal without the solver; exit 5 where it does not agree.\n\n"
            "A receipt (.zip) in the place of the season's folder needs nothing else."
        ),
    ),
    Text(
        sv="Lita på den sparade relevansen där modellen inte finns till hands.",
        en="Take the stored relevance where the model is not at hand.",
    ),
    Text(
        sv="Kompilera sökningens slingor, en gång för varje installation.",
        en="Compile the search's loops, which is done once in an installation.",
    ),
    Text(
        sv="Vad medlemmarna svarade efter träffarna.",
        en="What members answered after the meetings.",
    ),
    Text(
        sv="Skriv formuläret för svaren, en rad för varje medlem, och frågorna.",
        en="Write the form for the answers, one row for each member, and the questions.",
    ),
    Text(sv="Formuläret, .csv eller .xlsx.", en="The form, .csv or .xlsx."),
    Text(
        sv="Sammanfatta svaren per koalition, för säsongen och över tid.",
        en="Summarise the answers by coalition, season and over time.",
    ),
    Text(sv="Det ifyllda formuläret, .csv eller .xlsx.", en="The filled-in form, .csv or .xlsx."),
    Text(
        sv="En tidigare säsongs sammanfattning; får upprepas.",
        en="Summary of an earlier season; may be repeated.",
    ),
    Text(sv="Skriv sammanfattningen.", en="Write the summary."),
    Text(sv="Skriv sidan om den.", en="Write the page of it."),
    Text(
        sv="Ta med kommentarerna på sidan, bara för dig.",
        en="Put the comments on the page, for you alone.",
    ),
    Text(
        sv="Lär vilka som samarbetar, och säg om det slår en konstant; inget använder det.",
        en="Learn who will collaborate, and say whether it beats a constant; nothing uses it.",
    ),
    Text(
        sv="Tre för varje säsong, i den här ordningen.",
        en="Three for each season, in this order.",
    ),
    Text(
        sv="Läs orden också: hur det som erbjuds passar det som söks.",
        en="Read the words, too: how offers fit what is sought.",
    ),
    Text(sv="Arbeta med en hel säsong.", en="Work on a whole season."),
    Text(
        sv="Kör allt: förslag, rapport, partnerförslag för varje aktör och en sammanfattning.",
        en="Run the whole batch: proposal, report, suggestions for every actor, and a summary.",
    ),
    Text(sv="Mapp för alla resultat.", en="Folder for all results."),
    Text(sv="Var arbetet körs.", en="Where the work runs."),
    Text(sv="Fortsätt där en avbruten körning slutade.", en="Go on where a killed run ended."),
    Text(sv="Förslaget; ett kvitto har sitt eget.", en="The proposal; a receipt holds its own."),
    Text(sv="Säg vilka som får använda tjänsten.", en="Say who may use the service."),
    Text(sv="Kontots adress.", en="The account's address."),
    Text(sv="Får sköta tjänsten.", en="May run the service."),
    Text(sv="Får starta säsonger.", en="May begin seasons."),
    Text(sv="Så andra läser vem som gjorde något.", en="As others read who did something."),
    Text(sv="Lägg till ett konto.", en="Add an account."),
    Text(
        sv="Lista kontona, och vad vart och ett får.",
        en="List the accounts, and what each may do.",
    ),
    Text(
        sv="Avsluta alla nycklar till ett konto, genast, till exempel när en har kommit bort.",
        en="End every key of an account, at once, say because one was lost.",
    ),
    Text(sv="Vad nyckeln kan göra; får upprepas.", en="What the key can do; may be repeated."),
    Text(sv="Dagar som den gäller.", en="Days that it lasts."),
    Text(
        sv="Gör en nyckel till ett konto och skriv ut den, en gång: bara ett avtryck sparas.",
        en="Make a key of an account and print it, once: only a hash of it is kept.",
    ),
    Text(
        sv="Gör tjänstens jobb bredvid servern, till Ctrl-C; det påbörjade lämnas tillbaka.",
        en="Do the service's jobs beside the server, until Ctrl-C; what is begun goes back.",
    ),
    Text(sv="Säkerhetskopian.", en="The backup."),
    Text(
        sv="Spara hela databasen i en fil, medan den används.",
        en="Write the whole database into a file, while it is in use.",
    ),
    Text(
        sv="Lägg in en säkerhetskopia i en tom databas, av samma slag eller det andra.",
        en="Put a backup into an empty database, of the same kind or the other.",
    ),
    Text(sv="Hur mycket som loggas.", en="How much is logged."),
    Text(sv="Sköt databasen.", en="Look after the database."),
    Text(
        sv="Uppdatera databasens tabeller; säkerhetskopiera först.",
        en="Bring the database's tables up to date; make a backup before.",
    ),
    Text(
        sv="Säg om databasens tabeller är de som den här versionen arbetar med.",
        en="Say whether the database's tables are those that this version works with.",
    ),
    Text(
        sv="Skriv en säsong ur databasen som filer som ger samma säsong när de läses.",
        en="Write a season of the database as files that read as the same season.",
    ),
    Text(sv="Säsongen i databasen.", en="The season in the database."),
    Text(
        sv="En säsong i databasen, i stället för dess mapp.",
        en="A season of the database, in the place of its folder.",
    ),
    Text(sv="Skapas; där får inget finnas än.", en="Made; it must hold nothing yet."),
    Text(
        sv="Ta in en säsongs filer i databasen; säg vad som är nytt, ändrat och borta.",
        en="Take a season's files into the database; say what is new, changed and gone.",
    ),
    Text(sv="Vad säsongen ska heta i databasen.", en="What the season is called in the database."),
    Text(
        sv="Vilket som gäller där både filerna och någons hand ändrat samma sak.",
        en="Which holds where the files and somebody's hand changed the same.",
    ),
    Text(sv="Säg bara vad som skulle ändras.", en="Only say what would change."),
)

HELP: dict[str, Text] = {text.en: text for text in _SAID}
"""Each text by what the code says in English; a test holds the two together."""
