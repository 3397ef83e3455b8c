/**
 * MAPGOOD, by which Dutch organisations sort assets and weaknesses: mens, apparatuur, programmatuur, gegevens, organisatie,
 * omgeving, diensten.
 */
export const MAPGOOD_GROUPS = [
  'people',
  'equipment',
  'software',
  'data',
  'organisation',
  'environment',
  'services',
] as const
