/** Systems that are set up, scanned and looked after alike (ISO/IEC 27001:2022, A.8.8 and A.8.9). */
export const SYSTEM_CLASSES = [
  'internet_facing',
  'internal_server',
  'cloud_application',
  'cloud_platform',
  'workstation',
  'network',
  'other',
] as const
