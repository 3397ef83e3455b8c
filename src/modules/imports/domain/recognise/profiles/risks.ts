import { description, number, owner, type Profile, properties } from './words.ts'

const likelihood = {
  nl: ['kans', 'waarschijnlijkheid', 'frequentie', 'kans score'],
  en: ['probability', 'likelihood', 'chance', 'frequency'],
}
const consequence = {
  nl: ['impact', 'gevolg', 'effect', 'schade'],
  en: ['impact', 'consequence', 'severity', 'effect'],
}
const score = {
  nl: ['risicoscore', 'risico score', 'score', 'risiconiveau', 'risico niveau', 'risico', 'kans x impact'],
  en: ['risk score', 'score', 'risk level', 'level of risk', 'risk rating', 'probability x impact'],
}

export const RISKS: Profile = {
  register: 'risk',
  targets: [
    number,
    {
      key: 'title',
      nl: ['risico', 'gebeurtenis', 'risico omschrijving', 'dreiging', 'scenario', 'risicoscenario', 'naam risico'],
      en: ['event', 'risk', 'risk description', 'risk event', 'threat', 'scenario', 'risk scenario', 'risk name'],
    },
    description,
    properties,
    {
      key: 'riskSource',
      nl: ['bron', 'bron van risico', 'risicobron', 'herkomst', 'oorzaak'],
      en: ['source', 'source of risk', 'risk source', 'origin', 'cause'],
    },
    {
      key: 'controls',
      nl: [
        'maatregelen',
        'beheersmaatregelen',
        'vvt maatregelen',
        'toepasselijke maatregelen',
        'annex a',
        'iso maatregelen',
      ],
      en: [
        'controls',
        'applicable controls',
        'applicable soa controls measures',
        'soa controls',
        'annex a controls',
        'iso 27001 controls',
        'controls measures',
      ],
    },
    {
      key: 'measures',
      nl: [
        'aanvullende maatregelen',
        'extra maatregelen',
        'genomen maatregelen',
        'bestaande maatregelen',
        'huidige maatregelen',
      ],
      en: [
        'additional measures',
        'additional measures taken',
        'measures taken',
        'existing measures',
        'current measures',
        'existing controls',
      ],
    },
    { key: 'before.likelihood', ...likelihood },
    { key: 'before.consequence', ...consequence },
    { key: 'before.score', ...score },
    {
      key: 'decision',
      nl: [
        'behandelkeuze',
        'besluit',
        'risicobehandeling',
        'behandeling',
        'behandelbesluit',
        'keuze',
        'behandelbesluit accepteren reduceren',
      ],
      en: [
        'treatment decision',
        'treatment decision accept reduce',
        'treatment option',
        'treatment',
        'decision',
        'risk treatment',
        'risk response',
      ],
    },
    {
      key: 'plan',
      nl: ['behandelplan', 'risicobehandelplan', 'plan van aanpak', 'acties', 'actie'],
      en: ['risk treatment plan', 'treatment plan', 'action plan', 'actions', 'plan'],
    },
    owner,
    {
      key: 'approvedOn',
      nl: [
        'datum akkoord',
        'datum akkoord risico eigenaar',
        'akkoord risico eigenaar',
        'datum goedkeuring',
        'goedgekeurd op',
      ],
      en: ['date of risk owner approval', 'risk owner approval', 'date of approval', 'approval date', 'approved on'],
    },
    { key: 'after.likelihood', nl: ['restkans'], en: ['residual probability', 'residual likelihood'] },
    { key: 'after.consequence', nl: ['restimpact'], en: ['residual impact', 'residual consequence'] },
    { key: 'after.score', nl: ['restrisico'], en: ['residual risk', 'residual risk score', 'residual score'] },
    {
      key: 'assets',
      nl: ['assets', 'bedrijfsmiddelen', 'asset', 'bedrijfsmiddel', 'betreft'],
      en: ['assets', 'affected assets', 'asset', 'related assets'],
    },
  ],
  needs: [['title']],
  alsoNeeds: {
    count: 2,
    of: ['before.likelihood', 'before.consequence', 'before.score', 'decision', 'controls', 'owner', 'riskSource'],
  },
  hints: ['risk', 'risks', 'risico', 'risicos', 'risicoanalyse', 'register'],
}
