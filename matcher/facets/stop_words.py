"""Words of four letters and more that say little of any matter, by language.

English ones are scikit-learn's. Whatever the language, all of them are left out: texts are
mixed, and hardly any of these words tells something in another language.
"""

from functools import cache

_SWEDISH = """
aldrig alla allt alltid andra annan annars annat bara behöver betydligt bland blev blir bort
borta bästa bättre båda bådas både börja börjar dagar dagen dela delar dels denna deras dessa
dessutom detta dina direkt ditt egen eget egna eller emot enda endast enkel enkelt enkla
erbjuder exempel fast femtio femton fick finns fjorton fler flera flesta framför framåt från
fyra fyrtio före förra första försöker gamla ganska genom gjord gjorda gjort gärna gånger göra
hade hans hela helst helt hennes hitta hjälp hjälpa hjälper honom hundra hundratals håller
ibland igen igenom ihop inför inga ingen inget innan inne innebär inom inte intill istället
jobbar just klockan knappt kommer kring kunna kunnat kvar känns lika likt lite liten länge
längre längs lätt långa långt låter medan mellan mera mest miljon miljoner mina minst mitt
mycket månader många måste nittio nyss nytt nära nästa nästan någon något några nödvändig också
ofta oftast olika omkring ordnar procent redan rejält riktig riktiga riktigt rimlig rimliga
rimligt runt samma samt sedan senare senast sextio sexton sida sidan sina sist sista sitt
sjuttio själv själva skulle slags slut snabbt snart sorts stor stora stort ställe stället
ständigt större största svår svåra svårt säker säkert sätt sådan sådana sådant söker tack tidig
tidiga tidigare tidigt till tills tillsammans timmar tjugo tolv trettio tretton trots tryggt
tusen tusentals undan under utan utanför utom vana vanlig vanliga vanligt vara varandra varav
vare varför varit varje varken vart vecka veckan veckor vidare vilja vilka vilken vilket vill
väldigt våra vårt ytterligare ännu även åren året åter över överallt övriga
"""
_DANISH_AND_NORWEGIAN = """
aldri altid bare blitt blive bliver både disse efter eller enda endnu etter flere først første
gennem gjennom gjøre hade hvad hvem hver hvert hvilke hvilken hvis hvor hvordan hvorfor ikke
imellem inden ingen innen kommer kunne lige mange meget mellem mellom mere mest noen nogen noget
nogle også sammen selv siden sine skal skulle større sådan tilbyder tilbyr uden under uten ville
vores våre være været vært
"""
_GERMAN = """
aber alle allem allen aller alles also andere anderen auch beim bereits bieten bietet bisher
damit dann daran darauf dass dazu deine denn deren dessen desto diese diesem diesen dieser
dieses doch dort durch eigene eigenen eine einem einen einer eines einige einigen etwas euch
euer ganz gegen gern gibt habe haben hatte hatten hier hinter ihre ihrem ihren ihrer immer jede
jedem jeden jeder jedes jetzt kann kein keine keinen können könnte mehr mein meine meist mich
mindestens nach nicht nichts noch oder ohne rund schon sehr sein seine seinen seiner seit sich
sind sogar solche soll sollen sowie suchen sucht trotz unser unsere unserem unseren unserer
unter viele vielen vier wann waren warum weil weitere weiteren welche welchen welcher wenig
wenige wenn werden wieder wird wirklich wollen wurde wurden während zehn zusammen zwanzig
zwischen über
"""


@cache
def stop_words() -> frozenset[str]:
    """Give the words, in lower case."""
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    own = f"{_SWEDISH} {_DANISH_AND_NORWEGIAN} {_GERMAN}"
    return frozenset(own.split()) | {str(word) for word in ENGLISH_STOP_WORDS}
