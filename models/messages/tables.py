"""Messages: the form of a season's tables, and what a workbook shows and stores."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "bad_quotes": Text(
        sv=(
            "Raden och resten av filen kan inte läsas: citattecken stämmer inte eller så är en "
            'cell för lång. Skriv citattecken inne i en cell dubbelt ("").'
        ),
        en=(
            "The row and the rest of the file can't be read: quotes don't match or a cell is "
            'too long. Double the quotes inside a cell ("").'
        ),
    ),
    "missing_column": Text(
        sv="Kolumnen saknas. Lägg till en med någon av rubrikerna {names}.{hint}",
        en="The column is missing. Add one under any of the headers {names}.{hint}",
    ),
    "misspelt_header": Text(
        sv=" Menade du {name} med rubriken {header}?",
        en=" Did you mean {name} by the header {header}?",
    ),
    "bad_header": Text(
        sv="En rubrik innehåller styrtecken eller är orimligt lång. Skriv den på nytt.",
        en="A header holds control characters or is far too long. Write it anew.",
    ),
    "doubled_column": Text(
        sv="Två kolumner betyder samma sak. Ta bort eller döp om den ena.",
        en="Two columns mean the same. Remove or rename one of them.",
    ),
    "nameless_column": Text(
        sv="Kolumn {position} har innehåll men ingen rubrik. Ge den en rubrik.",
        en="Column {position} has content but no header. Give it one.",
    ),
    "too_many_cells": Text(
        sv=(
            "Raden har {cells:# cell|# celler} men rubrikerna är {columns}. Sätt citattecken "
            "om celler som innehåller skiljetecknet."
        ),
        en=(
            "The row has {cells:# cell|# cells} but there are {columns} headers. Quote cells "
            "that hold the delimiter."
        ),
    ),
    "too_few_cells": Text(
        sv=(
            "Raden har {cells:# cell|# celler} men rubrikerna är {columns}. Lägg till tomma celler."
        ),
        en="The row has {cells:# cell|# cells} but there are {columns} headers. Add empty cells.",
    ),
    "cut_short": Text(
        sv=(
            "Rader som slutar före den sista av {columns} kolumner: {count}. De lästes som om "
            "de celler som saknas sist är tomma."
        ),
        en=(
            "Rows that end before the last of {columns} columns: {count}. They were read as if "
            "the cells that are missing at their end were empty."
        ),
    ),
    "above_headers": Text(
        sv="Rubrikerna står på rad {row}. Rader ovanför som inte lästes: {count}. Ta bort dem.",
        en="The headers are in row {row}. Rows above, which were not read: {count}. Remove them.",
    ),
    "headers_again": Text(
        sv="Raden upprepar rubrikerna på rad {row} och togs inte med. Ta bort den.",
        en="The row repeats the headers of row {row} and was left out. Remove it.",
    ),
    "note_below": Text(
        sv=(
            "Härifrån står en enda cell på varje rad, skild från tabellen av en tom rad. Ta bort "
            "raderna om de är en anteckning; fyll annars i dem."
        ),
        en=(
            "From here on each row has a single cell, apart from the table by an empty row. "
            "Remove the rows if they are a note; otherwise fill them in."
        ),
    ),
    "mixed_delimiters": Text(
        sv=(
            "Cellerna skiljs åt med {delimiter} här men inte i rubrikraden. Använd samma "
            "skiljetecken på alla rader. Det gäller {count:# rad|# rader}."
        ),
        en=(
            "Cells are split by {delimiter} here but not in the headers' row. Use one "
            "delimiter in all rows. It concerns {count:# row|# rows}."
        ),
    ),
    "merged_cells": Text(
        sv="Cellerna {range} är sammanslagna. Dela dem och fyll i varje cell.",
        en="The cells {range} are merged. Unmerge them and fill in each cell.",
    ),
    "merged_headers": Text(
        sv=(
            "Cellerna {range} i den första raden är sammanslagna. Ge varje kolumn en egen rubrik "
            "och ta bort rader ovanför rubrikerna."
        ),
        en=(
            "The cells {range} in the first row are merged. Give each column a header of its "
            "own and remove rows above the headers."
        ),
    ),
    "many_merged": Text(
        sv="Bladet har fler än {most} sammanslagna områden. Dela alla sammanslagna celler.",
        en="The sheet has more than {most} merged ranges. Unmerge all its cells.",
    ),
    "merged_filled": Text(
        sv="Cellerna {range} är sammanslagna och lästes som samma värde på varje rad.",
        en="The cells {range} are merged and were read as the same value in each row.",
    ),
    "total_left_out": Text(
        sv="Raden lästes som en summarad och togs inte med. Ta bort den ur filen.",
        en="The row was read as a row of totals and left out. Remove it from the file.",
    ),
    "total_row": Text(
        sv="Raden ser ut som en summarad. Ta bort den, eller fyll i alla dess celler.",
        en="The row looks like a row of totals. Remove it, or fill in all its cells.",
    ),
    "other_sheets": Text(
        sv="Bara bladet {sheet} läses. Blad som inte läses: {others}.",
        en="Only the sheet {sheet} is read. Sheets that are not read: {others}.",
    ),
    "likely_header": Text(
        sv=(
            "Kolumnen lästes som {meant}. Var något annat menat, byt rubrik eller skriv den under "
            "[columns] i season.toml."
        ),
        en=(
            "The column was read as {meant}. If something else was meant, change the header or "
            "put it under [columns] in season.toml."
        ),
    ),
    "ignored_column": Text(
        sv="Kolumnen används inte. Rätta rubriken om den är felstavad.{hint}",
        en="The column is not used. Correct the header if it is misspelt.{hint}",
    ),
    "similar_column": Text(
        sv="Kolumnen sparas som en egenskap. Skriv {near} om det var den som var menad.",
        en="The column is kept as an attribute. Write {near} if that was meant.",
    ),
    # what is shown and what is stored
    "formula_without_value": Text(
        sv=(
            "Cellen innehåller en formel utan resultat. Öppna filen i ett kalkylprogram, spara "
            "den där, eller skriv värdet självt."
        ),
        en=(
            "The cell holds a formula without a result. Open the file in a spreadsheet program "
            "and save it there, or write the value itself."
        ),
    ),
    "formula_text": Text(
        sv=(
            "Celler som visar en formel och inte dess resultat, och som lästes som text: "
            "{count}. Skriv värdet självt om det inte är texten som är menad."
        ),
        en=(
            "Cells that show a formula and not its result, and were read as texts: {count}. "
            "Write the value itself unless the text is meant."
        ),
    ),
    "hidden_rows": Text(
        sv=(
            "Rader som är dolda i arbetsboken, för hand eller av ett filter, lästes som de "
            "andra: {rows} ({count} st). Ta bort dem om de inte ska vara med."
        ),
        en=(
            "Rows that are hidden in the workbook, by hand or by a filter, were read as the "
            "others are: {rows} ({count} in all). Remove those that are not meant."
        ),
    ),
    "hidden_columns": Text(
        sv="Dolda kolumner lästes som de andra: {columns}. Ta bort dem om de inte ska vara med.",
        en="Hidden columns were read as the others are: {columns}. Remove those not meant.",
    ),
    "boolean_read": Text(
        sv="Celler med kalkylprogrammets SANT och FALSKT lästes som yes och no: {count}.",
        en="Cells with the spreadsheet's TRUE and FALSE were read as yes and no: {count}.",
    ),
    "date_read": Text(
        sv=(
            "Celler som är datum i arbetsboken: {count}. De lästes som år-månad-dag. Skriv dem "
            "som text om något annat var menat."
        ),
        en=(
            "Cells that are dates in the workbook: {count}. They were read as year-month-day. "
            "Write them as texts if something else was meant."
        ),
    ),
    "rounded_number": Text(
        sv=(
            "Celler med ett tal i kort form, där siffror har gått förlorade: {count}. Visa hela "
            "talet i kalkylprogrammet, som text, och spara igen."
        ),
        en=(
            "Cells with a number in short form, whose other digits are lost: {count}. Show the "
            "whole number in the spreadsheet program, as a text, and save again."
        ),
    ),
    "broken_letters": Text(
        sv=(
            "Bokstäver är trasiga i {count:# cell|# celler}: {written} ska nog vara {meant}. De "
            "står kvar som de är och syns i inbjudningar. Spara originalet på nytt som CSV UTF-8."
        ),
        en=(
            "Letters are broken in {count:# cell|# cells}: {written} is probably {meant}. "
            "They are kept as they are and show in invitations. Save the original anew "
            "as CSV UTF-8."
        ),
    ),
    "lost_letters": Text(
        sv=(
            "Bokstäver har gått förlorade i {count:# cell|# celler}. Spara originalet som CSV "
            "UTF-8."
        ),
        en="Letters are lost in {count:# cell|# cells}. Save the original as CSV UTF-8.",
    ),
}
