"""Messages: the settings of an installation, and what is wrong with them."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "setting_cache_dir": Text(
        sv="Mapp för det som kan göras på nytt: den uppackade modellen, vektorer, kompilerad kod.",
        en="Folder of what can be made anew: the unpacked model, vectors, compiled code.",
    ),
    "setting_embedding_model": Text(
        sv="Modellen som läser texterna: en mapp eller ett namn på Hugging Face. Utan den: "
        "modellen som följer med.",
        en="The model that reads the words: a folder, or a name at Hugging Face. Without it: the "
        "bundled one.",
    ),
    "setting_state_dir": Text(
        sv="Mapp för det som inte kan göras på nytt: databasen koalition.sqlite, där ingen annan "
        "anges, och outbox med brev.",
        en="Folder of what can't be made anew: the database koalition.sqlite, where no other is "
        "named, and outbox with mails.",
    ),
    "setting_database_url": Text(
        sv="En annan databas: sqlite:///FIL eller postgresql://ANVÄNDARE:LÖSENORD@SERVER/NAMN (med "
        "tillvalet postgres).",
        en="Another database: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME (with the "
        "extra postgres).",
    ),
    "setting_lang": Text(
        sv="Språk i terminalen och i svar som inte ber om något.",
        en="Language of the terminal, and of answers where nothing is asked for.",
    ),
    "setting_env": Text(
        sv="Vad installationen är till för. I drift (production) startar varken server eller "
        "worker utan egen hemlighet och e-postserver.",
        en="What the installation is for. In production neither server nor worker starts without "
        "a secret of its own and a mail server.",
    ),
    "setting_secret": Text(
        sv="Installationens hemlighet: lång, slumpad, samma för alla servrar på en databas. "
        "Förvalet duger bara under utveckling.",
        en="The installation's secret: long, random, the same for all servers of a database. The "
        "default is for development only.",
    ),
    "setting_base_url": Text(
        sv="Adressen där folk når tjänsten: länkar i brev börjar med den, och bakom en proxy med "
        "TLS känns tjänstens egna sidor igen på den.",
        en="The address at which people reach the service: links in mails begin with it, and "
        "behind a proxy with TLS the service's own pages are known by it.",
    ),
    "setting_smtp_url": Text(
        sv="E-postservern: smtp://, smtp+starttls:// eller smtps://, med ANVÄNDARE:LÖSENORD@ där "
        "den frågar. Utan den blir brev filer i outbox.",
        en="The mail server: smtp://, smtp+starttls:// or smtps://, with USER:PASSWORD@ where it "
        "asks for them. Without it mails are files in outbox.",
    ),
    "setting_mail_from": Text(
        sv="Vem brev kommer från: Koalition <hej@example.org>.",
        en="Who mails come from: Koalition <hej@example.org>.",
    ),
    "setting_unusable": Text(
        sv="{name} går inte att använda: {reason}.", en="{name} can't be used: {reason}."
    ),
    "production_unready": Text(
        sv="Tjänsten startar inte: KOALITION_ENV är production, och då måste också dessa vara "
        "satta: {missing}. KOALITION_SECRET ska vara en egen, lång och slumpad hemlighet, och "
        "KOALITION_SMTP_URL adressen till en e-postserver.",
        en="The service does not start: KOALITION_ENV is production, and then these have to be "
        "set as well: {missing}. KOALITION_SECRET is a long, random secret of your own, and "
        "KOALITION_SMTP_URL the address of a mail server.",
    ),
    "production_mend": Text(
        sv="sätt dem i miljön innan du startar server och worker.",
        en="set them in the environment before you start server and worker.",
    ),
}
