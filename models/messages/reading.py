"""Messages: faults and warnings of a season's files."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "input_faults": Text(
        sv="{count:# fel|# fel} i indata. Inget har lästs in.",
        en="{count:# fault|# faults} in the input. Nothing was imported.",
    ),
    # folders and files
    "missing_folder": Text(
        sv="Mappen finns inte. Ange en mapp med actors.csv och challenges.csv.",
        en="There is no such folder. Give one with actors.csv and challenges.csv.",
    ),
    "missing_file": Text(
        sv="Filen saknas. Lägg den, eller tabellen som .xlsx, i mappen; koalition new visar hur.",
        en="The file is missing. Put it, or the table as .xlsx, there; koalition new shows how.",
    ),
    "file_of_other_kind": Text(
        sv="Filer av det här slaget läses inte. Spara tabellen som .xlsx, .ods eller CSV UTF-8.",
        en="Files of this kind are not read. Save the table as .xlsx, .ods or CSV UTF-8.",
    ),
    "misnamed_file": Text(
        sv="Filen läses inte under det här namnet. Är den menad som {name}, döp om den till det.",
        en="The file is not read under this name. If it is meant as {name}, rename it to that.",
    ),
    "read_as": Text(
        sv="Filen lästes som {name}. Döp om den om något annat var menat.",
        en="The file was read as {name}. Rename it if something else was meant.",
    ),
    "file_exists": Text(
        sv="Filen finns redan och skrivs inte över. Välj en annan mapp.",
        en="The file is already there and is not overwritten. Choose another folder.",
    ),
    "folder_not_empty": Text(
        sv="Här ligger filer redan, och inget skrivs över. Välj en ny eller tom mapp.",
        en="There are files here already, and nothing is overwritten. Choose a new or empty one.",
    ),
    "two_files": Text(
        sv="Både den här filen och {other} finns. Behåll den ena och flytta bort den andra.",
        en="Both this file and {other} are there. Keep one and move the other away.",
    ),
    "large_file": Text(
        sv="Filen är större än {most} MB. Dela upp den, eller ta bort det som inte hör dit.",
        en="The file is larger than {most} MB. Split it, or remove what does not belong there.",
    ),
    "large_workbook": Text(
        sv="Kalkylbladet innehåller mer än {most} MB text. Kopiera tabellen till en ny arbetsbok.",
        en="The workbook holds more than {most} MB of text. Copy the table to a new workbook.",
    ),
    "not_workbook": Text(
        sv="Filen är ingen hel arbetsbok. Öppna den och spara som .xlsx, eller som CSV UTF-8.",
        en="The file is not a sound workbook. Open it and save it as .xlsx, or as CSV UTF-8.",
    ),
    "workbook_old": Text(
        sv="Filen är i det äldre formatet .xls. Öppna den och spara den som .xlsx.",
        en="The file is in the older format .xls. Open it and save it as .xlsx.",
    ),
    "workbook_locked": Text(
        sv="Arbetsboken är låst med lösenord. Ta bort lösenordet och spara den igen.",
        en="The workbook is locked with a password. Remove the password and save it again.",
    ),
    "many_rows": Text(
        sv="Tabellen har fler än {most} rader eller {cells} celler. Ta bort det överflödiga.",
        en="The table has more than {most} rows or {cells} cells. Remove what is not needed.",
    ),
    "many_columns": Text(
        sv="Raden har fler än {most} kolumner. Ta bort det överflödiga.",
        en="The row has more than {most} columns. Remove what is not needed.",
    ),
    "long_record": Text(
        sv="Raden är längre än {most} tecken. Se efter att raderna är brutna som de ska.",
        en="The row is longer than {most} characters. See that lines break where they should.",
    ),
    "too_many_faults": Text(
        sv="Här slutar läsningen efter {count} fel. Rätta dem och kontrollera igen.",
        en="Reading ends here, after {count} faults. Mend them and check again.",
    ),
    "too_many_warnings": Text(
        sv="Fler varningar än {count} visas inte. Åtgärda dem och kontrollera igen.",
        en="No more than {count} warnings are shown. See to them and check again.",
    ),
    "other_encoding": Text(
        sv="Filen är inte i UTF-8 och lästes som {encoding}. Spara den som CSV UTF-8.",
        en="The file is not in UTF-8 and was read as {encoding}. Save it as CSV UTF-8.",
    ),
    "other_encoding_settings": Text(
        sv=(
            "Filen är inte i UTF-8 och lästes som {encoding}. Spara den som textfil med "
            "kodningen UTF-8, till exempel i Anteckningar: Spara som, Kodning."
        ),
        en=(
            "The file is not in UTF-8 and was read as {encoding}. Save it as a text file in the "
            "encoding UTF-8, for example in Notepad: Save as, Encoding."
        ),
    ),
    "not_utf8_settings": Text(
        sv=(
            "Raden innehåller tecken som inte är UTF-8. Spara filen som textfil med kodningen "
            "UTF-8, till exempel i Anteckningar: Spara som, Kodning."
        ),
        en=(
            "The line holds characters that are not UTF-8. Save the file as a text file in the "
            "encoding UTF-8, for example in Notepad: Save as, Encoding."
        ),
    ),
    "unreadable_file": Text(
        sv="Filen kan inte öppnas. Se efter att den är en fil och att du får läsa den.",
        en="The file can't be opened. See that it is a file and that you may read it.",
    ),
    "unwritable_file": Text(
        sv="Filen kan inte skrivas. Se efter att mappen finns och att du får skriva i den.",
        en="The file can't be written. See that the folder is there and open for writing.",
    ),
    "not_utf8": Text(
        sv="Raden innehåller tecken som inte är UTF-8. Spara filen som CSV UTF-8.",
        en="The line holds characters that are not UTF-8. Save the file as CSV UTF-8.",
    ),
    "empty_file": Text(
        sv="Filen är tom. Den första raden ska ha rubriker.",
        en="The file is empty. Its first row is to hold the headers.",
    ),
    "no_rows": Text(
        sv="Filen har rubriker men inga rader. Fyll i minst en rad.",
        en="The file has headers but no rows. Fill in at least one row.",
    ),
    # cells
    "missing_cell": Text(sv="Cellen är tom. Fyll i den.", en="The cell is empty. Fill it in."),
    "missing_cells": Text(
        sv="Kolumnen är tom på raderna {first}–{last}. Fyll i den.",
        en="The column is empty in rows {first}–{last}. Fill it in.",
    ),
    "long_cell": Text(
        sv="Cellen är längre än {most} tecken. Korta texten.",
        en="The cell is longer than {most} characters. Shorten the text.",
    ),
    "control_character": Text(
        sv="Cellen innehåller ett osynligt styrtecken. Skriv texten på nytt.",
        en="The cell holds an invisible control character. Write the text anew.",
    ),
    "broken_cell": Text(
        sv="Cellen visar ett formelfel. Rätta formeln, eller skriv värdet självt.",
        en="The cell shows a formula's error. Mend the formula, or write the value itself.",
    ),
    "not_whole": Text(
        sv="Skriv ett heltal som är minst {least}.",
        en="Write a whole number, at least {least}.",
    ),
    "not_whole_between": Text(
        sv="Skriv ett heltal från {least} till {most}.",
        en="Write a whole number from {least} to {most}.",
    ),
    "size_outside": Text(
        sv=(
            "Storleken ska ligga mellan minsta_storlek och max_storlek, här {least} och {most} "
            "(12 och 18 där inget står). Ändra storleken eller fyll i de kolumnerna."
        ),
        en=(
            "The size must lie between min_size and max_size, here {least} and {most} (12 and 18 "
            "where none are stated). Change the size or fill in those columns."
        ),
    ),
    "not_decimal_between": Text(
        sv="Skriv ett tal från {least} till {most}.",
        en="Write a number from {least} to {most}.",
    ),
    "not_positive": Text(sv="Skriv ett tal större än 0.", en="Write a number above 0."),
    "not_text": Text(
        sv="Skriv en text inom citattecken.", en="Write a text between quotation marks."
    ),
    "not_yes_no": Text(sv="Skriv ja eller nej.", en="Write yes or no."),
    "unknown_word": Text(
        sv="Ordet är okänt. Välj något av {allowed}.{hint}",
        en="The word is not known. Choose one of {allowed}.{hint}",
    ),
    "no_id_in_name": Text(
        sv="Namnet har varken bokstäver a–z eller siffror att göra ett id av. Ange ett id.",
        en="The name has no letters a–z or digits to make an id from. Give an id.",
    ),
    "doubled_id": Text(
        sv="Rad {row} har redan id {id}. Ge den här raden ett annat.",
        en="Row {row} has the id {id} already. Give this row another one.",
    ),
    "doubled_name": Text(
        sv=(
            "Rad {row} ger samma id, {id}, eftersom id:n görs av namnen. Skilj namnen åt, eller "
            "lägg till en kolumn id med ett eget id på varje rad."
        ),
        en=(
            "Row {row} gives the same id, {id}, since ids are made from the names. Tell the "
            "names apart, or add a column id with an id of its own in each row."
        ),
    ),
    "regional_needs": Text(
        sv="En regional utmaning behöver både place och radius_km. Fyll i, eller välj national.",
        en="A regional challenge needs both place and radius_km. Fill in, or choose national.",
    ),
    "sizes_disagree": Text(
        sv="Största storleken ({most}) är mindre än minsta ({least}). Ändra den ena.",
        en="The largest size ({most}) is below the smallest ({least}). Change one of them.",
    ),
    # who and what
    "unknown_actor": Text(
        sv="Ingen aktör har id eller namn {name}. Skriv ett id ur actors.csv.{hint}",
        en="No actor has the id or name {name}. Write an id from actors.csv.{hint}",
    ),
    "ambiguous_actor": Text(
        sv="Flera aktörer heter {name}. Skriv id i stället: {ids}.",
        en="Several actors are called {name}. Write an id instead: {ids}.",
    ),
    "unknown_challenge": Text(
        sv="Ingen utmaning har id {name}. Skriv ett id ur challenges.csv.{hint}",
        en="No challenge has the id {name}. Write an id from challenges.csv.{hint}",
    ),
    "unknown_coalition": Text(
        sv="Förslaget har ingen koalition med id {name}. Skriv id som i formuläret.{hint}",
        en="The proposal has no coalition with the id {name}. Write it as in the form.{hint}",
    ),
    "near_duplicate": Text(
        sv=(
            "Namnet liknar {name} på rad {row}. Ta bort den ena raden om det är samma "
            "organisation; annars kan båda stå kvar."
        ),
        en=(
            "The name is like {name} in row {row}. Remove one of the rows if they are the same "
            "organisation; otherwise both may stay."
        ),
    ),
    "near_duplicate_text": Text(
        sv=(
            "Texten är densamma som för {name} på rad {row}, så när som på namnet. Ta bort den "
            "ena raden om det är samma organisation; skriv annars en egen text."
        ),
        en=(
            "The text is the same as that of {name} in row {row}, but for the name. Remove one "
            "of the rows if they are the same organisation; otherwise write a text of its own."
        ),
    ),
    "near_duplicate_twin": Text(
        sv=(
            "Beskrivningen är densamma som för {name} på rad {row}, och namnen är nästan lika. Ta "
            "bort den ena raden om det är samma organisation; skriv annars en egen text."
        ),
        en=(
            "The description is the same as that of {name} in row {row}, and the names are nearly "
            "alike. Remove one of the rows if they are the same organisation; otherwise write a "
            "text of its own."
        ),
    ),
    "copied_description": Text(
        sv=(
            "{percent} % av orden står likadant i utmaningen ”{challenge}”, så de säger inget om "
            "vad aktören gör, och den kan se mer relevant ut än den är. Låt den skriva med egna "
            "ord."
        ),
        en=(
            "{percent}% of the words stand just so in the challenge “{challenge}”, so they say "
            "nothing of what the actor does, and it may look more relevant than it is. Let it "
            "write in words of its own."
        ),
    ),
    "tie_with_itself": Text(
        sv="En aktör kan inte ha ett band till sig själv. Byt den ena, eller ta bort raden.",
        en="An actor can't have a tie with itself. Change one of the two, or remove the row.",
    ),
    "doubled_tie": Text(
        sv="Bandet står redan på rad {row}, som gäller. Ta bort den här raden.",
        en="The tie is already in row {row}, which counts. Remove this row.",
    ),
    "doubled_member": Text(
        sv="Aktören står redan i koalitionen på rad {row}. Ta bort den ena raden.",
        en="The actor is already in the coalition in row {row}. Remove one of the two rows.",
    ),
    # answers after the meetings
    "not_of_coalition": Text(
        sv="{name} är inte med i {coalition}. Ta bort raden, eller rätta koalitionen.",
        en="{name} is not a member of {coalition}. Remove the row, or mend the coalition.",
    ),
    "other_name": Text(
        sv="Raden gäller {name}: id och namn hör inte ihop. Rätta den ena cellen.",
        en="The row is about {name}: id and name do not belong together. Mend one of the cells.",
    ),
    "doubled_answer": Text(
        sv="Medlemmen har redan svarat på rad {row}. Behåll en av raderna.",
        en="The member has answered in row {row} already. Keep one of the rows.",
    ),
    "partner_with_itself": Text(
        sv="En aktör kan inte samarbeta med sig själv. Ta bort den ur cellen.",
        en="An actor can't collaborate with itself. Take it out of the cell.",
    ),
    "partners_unwanted": Text(
        sv="Svaret på samarbete är nej, men här nämns aktörer. Rätta den ena cellen.",
        en="The answer to collaboration is no, yet actors are named. Mend one of the cells.",
    ),
    "coalition_moved": Text(
        sv="Koalitionen gäller {challenge} enligt rad {row}. Skriv samma utmaning på alla rader.",
        en="The coalition is for {challenge} in row {row}. Write the same challenge in each row.",
    ),
    # season.toml
    "bad_toml": Text(
        sv="Raden följer inte TOML: {reason}. Rätta den.",
        en="The line is not TOML: {reason}. Correct it.",
    ),
    "toml_doubled": Text(
        sv="samma nyckel eller rubrik står redan längre upp",
        en="the same key or header stands further up already",
    ),
    "toml_string": Text(
        sv="en text har inget avslutande citattecken", en="a text has no closing quotation mark"
    ),
    "toml_equals": Text(
        sv="efter nyckeln ska det stå ett likhetstecken", en="an equals sign must follow the key"
    ),
    "toml_rest": Text(
        sv="det står något mer efter värdet", en="there is something more after the value"
    ),
    "toml_list": Text(sv="en lista saknar sin hakparentes ]", en="a list lacks its bracket ]"),
    "toml_statement": Text(
        sv="den är varken nyckel = värde eller en rubrik inom [ ]",
        en="it is neither key = value nor a header in [ ]",
    ),
    "toml_value": Text(sv="värdet kan inte läsas", en="the value can't be read"),
    "toml_other": Text(sv="den kan inte läsas", en="it can't be read"),
    "curly_quotes": Text(
        sv='Typografiska citattecken. Skriv raka (") runt texten.',
        en='Curly quotation marks. Write straight ones (") around the text.',
    ),
    "decimal_comma": Text(
        sv="Decimalkomma. Skriv talet med punkt: {meant}.",
        en="A decimal comma. Write the number with a point: {meant}.",
    ),
    "toml_yes_no": Text(sv="Skriv true eller false.", en="Write true or false."),
    "unquoted_text": Text(
        sv='Sätt raka citattecken (") runt texten.',
        en='Put straight quotation marks (") around the text.',
    ),
    "long_key": Text(
        sv="Nyckeln har fler än {most} delar mellan punkter. Skriv en av inställningarnas namn.",
        en="The key has more than {most} parts between dots. Write one of the settings' names.",
    ),
    "own_words_not_texts": Text(
        sv="Under [{section}] står en rad för varje ord, båda leden inom citattecken.",
        en="Under [{section}] there is a line for each word, both sides in quotation marks.",
    ),
    "own_words_unknown": Text(
        sv="Egna ord skrivs under [words.sector], en rad för varje ord.",
        en="Words of your own stand under [words.sector], one line for each.",
    ),
    "own_header_unused": Text(
        sv="Ingen tabell har den rubriken. Skriv den som den står, eller ta bort raden.",
        en="No table has this header. Write it as it stands there, or remove the line.",
    ),
    "not_a_section": Text(
        sv="Skriv ett avsnitt med nycklarna {keys}.", en="Write a section with the keys {keys}."
    ),
    "link_not_address": Text(
        sv="Skriv en adress som börjar med https://.",
        en="Write an address that begins with https://.",
    ),
    "logo_of_another_kind": Text(
        sv="Spara logotypen som en bild av något av slagen {kinds}.",
        en="Save the logo as a picture of one of the kinds {kinds}.",
    ),
    "logo_too_large": Text(
        sv="Spara logotypen som en mindre bild, högst {most} kB.",
        en="Save the logo as a smaller picture, {most} kB at most.",
    ),
    "logo_unreadable": Text(
        sv="Lägg bildfilen i säsongens mapp, eller skriv rätt namn på den.",
        en="Put the picture into the season's folder, or write its right name.",
    ),
    "unknown_setting": Text(
        sv="Inställningen är okänd. Välj någon av {allowed}.{hint}",
        en="The setting is not known. Choose one of {allowed}.{hint}",
    ),
    "unknown_criterion": Text(
        sv="Kriteriet är okänt. Välj något av {allowed}.{hint}",
        en="The criterion is not known. Choose one of {allowed}.{hint}",
    ),
    "column_unruled": Text(
        sv="Regeln {rule}, som använder kolumnen, finns inte i den här versionen än.",
        en="The rule {rule}, which uses the column, is not in this version yet.",
    ),
    "column_uncounted": Text(
        sv="Kriteriet {criterion}, som bedömer kolumnen, finns inte i den här versionen än.",
        en="The criterion {criterion}, which judges the column, is not in this version yet.",
    ),
    "criterion_not_yet": Text(
        sv="Kriteriet finns inte i den här versionen än och räknas inte. Ta bort raden.",
        en="This version does not have the criterion yet, so it does not count. Remove the line.",
    ),
    "bad_weight": Text(
        sv="En vikt är ett ändligt tal som är minst 0. Skriv till exempel 0.5.",
        en="A weight is a finite number, at least 0. Write 0.5, for example.",
    ),
    "weights_not_table": Text(
        sv="Vikterna skrivs under rubriken [weights], en rad för varje kriterium.",
        en="Weights stand under the header [weights], one line for each criterion.",
    ),
    "rules_not_tables": Text(
        sv="Varje regel skrivs under en egen rubrik [[rules]].",
        en="Each rule stands under a header [[rules]] of its own.",
    ),
    "missing_kind": Text(
        sv=(
            "Regeln saknar kind (vilket slags regel det är). Skriv till exempel kind = "
            '"sector_floor".'
        ),
        en='The rule has no kind. Write, for example, kind = "sector_floor".',
    ),
    "bad_strength": Text(
        sv='Skriv strength = "hard", eller ett tal från 0 till 1000.',
        en='Write strength = "hard", or a number from 0 to 1000.',
    ),
    "bad_rule_value": Text(
        sv="Skriv en text, ett ändligt tal, true, false eller en lista av texter.",
        en="Write a text, a finite number, true, false or a list of texts.",
    ),
    "unknown_county": Text(
        sv="Inget län heter så. Skriv namnet utan län, till exempel Blekinge.{hint}",
        en="No county has this name. Write it without län, such as Blekinge.{hint}",
    ),
    "bad_attribute": Text(
        sv=(
            "Skriv en kolumn i actors.csv, men inte e-post, som är personuppgift, eller lat och "
            "lon: var aktörerna finns begränsas med place, county_ceiling eller radius_km."
        ),
        en=(
            "Write a column of actors.csv, but not email, which is personal data, nor lat and "
            "lon: limit where actors are by place, county_ceiling or radius_km."
        ),
    ),
    "unknown_attribute": Text(
        sv="Ingen kolumn i actors.csv heter så. Skriv kolumnens rubrik.{hint}",
        en="No column of actors.csv has this name. Write the column's header.{hint}",
    ),
}
