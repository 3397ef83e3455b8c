/** What was shown for the controls that run with proof: one piece each, as old as the statement says. */
import type { Evidence } from '../../src/modules/evidence/register.ts'

export interface Shown {
  readonly ref: string
  readonly title: string
  readonly kind: NonNullable<Evidence['kind']>
  readonly method: NonNullable<Evidence['method']>
  /** Where it came from. */
  readonly from: string
}

const shown = (
  ref: string,
  title: string,
  [kind, method]: readonly [Shown['kind'], Shown['method']],
  from: string,
): Shown => ({ ref, title, kind, method, from })

const MINUTES = ['minutes', 'statement'] as const
const LIST = ['list', 'system_export'] as const
const REPORT = ['report', 'system_report'] as const
const SETTINGS = ['configuration', 'configuration'] as const
const NOTE = ['record', 'statement'] as const

export const SHOWN: readonly Shown[] = [
  shown('5.2', 'Getekende rolomschrijvingen', NOTE, 'Personeelsmap'),
  shown(
    '5.3',
    'Wie vraagt, wie keurt goed, wie voert uit: overzicht van najaar 2025',
    LIST,
    'Mail- en identiteitsdienst',
  ),
  shown('5.4', 'Verslag van het teamoverleg van februari', MINUTES, 'Teamoverleg'),
  shown('5.6', 'Aanmelding en berichten van de vakgroep', NOTE, 'Mail'),
  shown('5.11', 'Lijst van ingeleverde spullen 2025', LIST, 'Laptopbeheer'),
  shown('5.14', 'Afspraken over exports met vier klanten', NOTE, 'Ticketsysteem'),
  shown('5.15', 'Lijst van rechten per systeem, januari', LIST, 'Mail- en identiteitsdienst'),
  shown('5.18', 'Gegeven en ingetrokken rechten, vierde kwartaal', LIST, 'Webdienst'),
  shown('5.19', 'Leverancierslijst met beoordeling', LIST, 'Waarborg'),
  shown('5.21', 'Lijst van bibliotheken met herkomst', REPORT, 'Bouwstraat'),
  shown('5.22', 'Beoordeling van zes leveranciers, oktober', NOTE, 'Waarborg'),
  shown('5.24', 'Bellijst en draaiboek, uitgedeeld', NOTE, 'Teamoverleg'),
  shown('5.25', 'Beoordeelde meldingen van februari', LIST, 'Ticketsysteem'),
  shown('5.26', 'Verslag van de storing van 3 oktober', REPORT, 'Ticketsysteem'),
  shown('5.27', 'Lessen van de storing van 3 oktober, opgevolgd', NOTE, 'Ticketsysteem'),
  shown('5.31', 'Nagelopen lijst van wetten en contracten', LIST, 'Waarborg'),
  shown('5.34', 'Register van verwerkingen, eind 2025', LIST, 'Privacymap'),
  shown('5.37', 'Werkwijze van de betaalkoppeling, versie 1', NOTE, 'Bouwstraat'),
  shown('6.4', 'Bladzijde uit de personeelsgids 2026', NOTE, 'Personeelsmap'),
  shown('6.6', 'Dertien getekende geheimhoudingen', LIST, 'Personeelsmap'),
  shown('6.8', 'Meldingen van oktober', LIST, 'Ticketsysteem'),
  shown('7.1', 'Plattegrond met zones, nagelopen', NOTE, 'Kantoor'),
  shown('7.2', 'Sleutellijst van oktober', LIST, 'Kantoor'),
  shown('7.3', 'Ronde door het kantoor na sluitingstijd', ['photo', 'statement'], 'Kantoor'),
  shown('7.5', 'Keuring van brandmelders door de verhuurder', REPORT, 'Verhuurder'),
  shown('7.7', 'Ronde langs lege bureaus, twee keer niets gevonden', NOTE, 'Kantoor'),
  shown('7.10', 'Lijst van gegevensdragers: geen losse schijven meer', LIST, 'Laptopbeheer'),
  shown('8.1', 'Stand van de laptops, januari', LIST, 'Laptopbeheer'),
  shown('8.2', 'Beheerrechten met reden, begin januari', LIST, 'Mail- en identiteitsdienst'),
  shown('8.5', 'Tweede stap verplicht op alle systemen', SETTINGS, 'Mail- en identiteitsdienst'),
  shown('8.9', 'Uitgangsinstellingen van de cloudomgeving, vergeleken', SETTINGS, 'Polderwolk'),
  shown('8.10', 'Gewiste gegevens van een vertrokken klant', NOTE, 'Klantdatabase'),
  shown('8.13', 'Back-ups van september en oktober', ['log', 'system_report'], 'Back-updienst'),
  shown('8.15', 'Loguittreksel februari', ['log', 'system_export'], 'Webdienst'),
  shown('8.17', 'Tijdbron van de omgeving', SETTINGS, 'Polderwolk'),
  shown('8.19', 'Geplaatste software op de omgeving, december', LIST, 'Bouwstraat'),
  shown('8.26', 'Beveiligingseisen bij de nieuwe deelfunctie', NOTE, 'Bouwstraat'),
  shown('8.27', 'Ontwerp van de scheiding tussen klanten', NOTE, 'Bouwstraat'),
  shown('8.28', 'Regels voor code en twintig beoordelingen', REPORT, 'Bouwstraat'),
  shown('8.32', 'Wijzigingen van februari met wie ze nakeek', REPORT, 'Bouwstraat'),
]
