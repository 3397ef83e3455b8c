import { description, number, owner, type Profile, properties } from './words.ts'

export const ASSETS: Profile = {
  register: 'asset',
  targets: [
    number,
    {
      key: 'title',
      nl: [
        'naam',
        'asset',
        'bedrijfsmiddel',
        'naam asset',
        'naam bedrijfsmiddel',
        'informatiemiddel',
        'middel',
        'systeem',
      ],
      en: ['name', 'asset', 'asset name', 'information asset', 'name of asset', 'title'],
    },
    description,
    owner,
    properties,
    {
      key: 'personalData',
      nl: ['persoonsgegevens', 'bevat persoonsgegevens', 'zijn dit persoonsgegevens', 'avg'],
      en: ['personal data', 'is this personal data', 'contains personal data', 'pii', 'gdpr'],
    },
    {
      key: 'whoHasAccess',
      nl: ['toegang', 'wie heeft toegang', 'wie moet toegang hebben', 'wie mag toegang hebben'],
      en: ['access', 'who has access', 'who should have access', 'access rights'],
    },
    { key: 'category', nl: ['categorie', 'soort', 'type', 'mapgood'], en: ['category', 'type', 'asset type', 'kind'] },
    {
      key: 'classification',
      nl: ['classificatie', 'vertrouwelijkheidsklasse', 'rubricering'],
      en: ['classification', 'information classification', 'class', 'label'],
    },
    { key: 'serialNumber', nl: ['serienummer'], en: ['serial number', 'serial'] },
  ],
  needs: [['title']],
  alsoNeeds: {
    count: 2,
    of: ['description', 'owner', 'properties', 'personalData', 'whoHasAccess', 'category', 'classification'],
  },
  hints: ['asset', 'assets', 'bedrijfsmiddelen', 'bedrijfsmiddel', 'inventory', 'inventaris'],
}
