import access from '../../../../catalogue/starter/risks-access.json' with { type: 'json' }
import attack from '../../../../catalogue/starter/risks-attack.json' with { type: 'json' }
import continuity from '../../../../catalogue/starter/risks-continuity.json' with { type: 'json' }
import data from '../../../../catalogue/starter/risks-data.json' with { type: 'json' }
import law from '../../../../catalogue/starter/risks-law.json' with { type: 'json' }
import people from '../../../../catalogue/starter/risks-people.json' with { type: 'json' }
import place from '../../../../catalogue/starter/risks-place.json' with { type: 'json' }
import software from '../../../../catalogue/starter/risks-software.json' with { type: 'json' }
import supplier from '../../../../catalogue/starter/risks-supplier.json' with { type: 'json' }
import technology from '../../../../catalogue/starter/risks-technology.json' with { type: 'json' }

/** One file per class of scenarios, in the order in which a workshop goes through them. */
export const RISK_FILES: readonly unknown[] = [
  people,
  attack,
  access,
  software,
  supplier,
  technology,
  place,
  data,
  law,
  continuity,
]
