/** What the documents say: short, as a small company writes. Two still hold the placeholder of the template they came from. */

const paragraphs = (...lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('')
const points = (...lines: readonly string[]): string => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`

export const POLICY = [
  paragraphs(
    'Onze klanten vertrouwen ons de roosters en gegevens van hun mensen toe. Wij zorgen dat die er zijn wanneer het nodig is, dat ze kloppen, en dat niemand ze ziet die ze niet hoort te zien.',
    'Daarom geldt voor iedereen die hier werkt:',
  ),
  points(
    'U gebruikt voor elk systeem een eigen account, met een tweede stap bij het inloggen.',
    'Gegevens van klanten blijven in de webdienst. Een export maakt u alleen als de klant erom vraagt, en u wist hem daarna.',
    'Ziet u iets vreemds, dan meldt u het meteen. Ook als u zelf een fout maakte: daar straffen wij niet voor.',
  ),
  paragraphs(
    'De directie stelt elk jaar doelstellingen vast en kijkt of ze zijn gehaald. Wij houden ons aan de wet, aan onze contracten en aan wat wij anderen beloofden.',
    'Wij worden elk jaar beter: van elke fout en elke audit leren wij iets, en dat schrijven wij op.',
  ),
].join('')

export const FIRST_POLICY = paragraphs(
  'Wij beschermen de gegevens van onze klanten. Iedereen gebruikt een eigen account en meldt wat vreemd is.',
  'De directie stelt doelstellingen vast, houdt zich aan wet en contract en verbetert elk jaar.',
)

export const SCOPE = paragraphs(
  'Het ISMS omvat het ontwikkelen, leveren en ondersteunen van de roosterdienst, vanuit het kantoor in Deventer en vanuit huis, door alle twaalf medewerkers en ingehuurden.',
  'Buiten het toepassingsgebied vallen de mail- en identiteitsdienst en de boekhouding. De redenen staan bij die systemen.',
)

export const ASSESSMENT = [
  paragraphs(
    'Wij beoordelen risico’s elk jaar in december, en eerder bij een nieuwe dienst, een verhuizing, een nieuwe leverancier, een ernstig incident of een nieuwe wet.',
  ),
  points(
    'De eigenaars van de processen beschrijven wat er kan gebeuren en leggen dat naast de lijst van bedrijfsmiddelen.',
    'Per risico: welke eigenschappen het raakt, kans en gevolg op de schaal van de methode, en in één zin waarom.',
    'Het niveau volgt uit de matrix. Hoog en zeer hoog wordt behandeld.',
  ),
].join('')

export const TREATMENT = [
  paragraphs('Voor elk risico boven de lijn kiest de eigenaar: verlagen, vermijden, delen of dragen.'),
  points(
    'De maatregelen worden vergeleken met bijlage A; wat ontbreekt, wordt toegevoegd of met een reden weggelaten.',
    'Het plan noemt per maatregel wie, wanneer en met welke middelen.',
    'De eigenaar keurt het plan goed en aanvaardt wat overblijft.',
  ),
].join('')

export const ACCESS = points(
  'Toegang wordt gevraagd, door een ander goedgekeurd en daarna pas gegeven.',
  'Niemand krijgt meer dan het werk vraagt; beheer gaat met een apart account.',
  'Elk halfjaar kijken de eigenaars de lijsten na, beheerrechten elk kwartaal.',
  'Wie vertrekt, heeft op de laatste werkdag geen toegang meer.',
)

export const HOME = points(
  'Werk alleen op de laptop van de zaak. Vergrendel het scherm als u opstaat.',
  'Praat niet over klanten waar anderen meeluisteren.',
  'Laptop kwijt? Bel meteen Youssef el Amrani, dag en nacht.',
)

export const CLASSES = points(
  'Openbaar: mag iedereen zien.',
  'Intern: voor wie hier werkt.',
  'Vertrouwelijk: alleen voor wie het nodig heeft.',
  'Geheim: gegevens van klanten en personeel; nooit buiten de aangewezen systemen.',
)

export const CRYPTO = points(
  'Alle verbindingen en alle opslag zijn versleuteld, met de gangbare aanbevelingen van het NCSC.',
  'Sleutels staan in de kluis van de cloudhost, nooit in broncode of mail.',
  'Het platformteam vervangt sleutels elk jaar en meteen na een vermoeden van misbruik.',
)

export const DEVELOPMENT = points(
  'Elke wijziging wordt door een tweede persoon nagekeken en automatisch getest.',
  'De bouwstraat meldt bekende kwetsbaarheden in bibliotheken; ernstig binnen dertig dagen verholpen.',
  'Ontwikkelen, testen en productie zijn gescheiden. Testgegevens zijn verzonnen.',
  'Elke toegang tot gegevens wordt gecontroleerd op de klant die vraagt.',
)

export const INCIDENT = points(
  'Iedereen meldt wat vreemd is bij Fenna Postma of via de knop in Waarborg.',
  'De incidentleider beslist binnen een dag of het een incident is en wie wat doet.',
  'Bij een datalek: klant meteen, Autoriteit Persoonsgegevens binnen 72 uur als wij zelf verantwoordelijk zijn.',
  'Na afloop: wat leerden wij, en welk risico verandert?',
)

export const NONCONFORMITY = points(
  'Wat niet klopt, schrijven wij op: wat, sinds wanneer, en wat er meteen aan gedaan is.',
  'Binnen twee weken zoeken wij de oorzaak en kijken wij of het elders ook speelt.',
  'Na de maatregel kijken wij of het werkte; pas dan is het af.',
)

export const CONTINUITY = points(
  'Valt de webdienst uit, dan leidt het platformteam het herstel; klanten krijgen binnen een uur bericht.',
  'Doel: binnen vier uur terug, met hooguit een dag gegevens verloren.',
  'Valt de cloudhost blijvend weg, dan zetten wij de laatste back-up terug bij een tweede host.',
)

export const OWN_DOCUMENTS = paragraphs(
  'Deze lijst noemt de documenten die [Bedrijfsnaam] zelf nodig vindt, naast wat de norm vraagt.',
  'De coördinator kijkt de lijst elk jaar na en haalt eruit wat niemand gebruikt.',
)

export const OUTSIDE_DOCUMENTS = paragraphs(
  'Documenten van buiten waarop [Bedrijfsnaam] steunt, zoals wetten, normen en handleidingen, staan in het register met bron en eigenaar.',
  'Elk jaar in oktober wordt nagekeken of er een nieuwe uitgave is.',
)
