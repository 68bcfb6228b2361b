import type { VolumeName } from '../model/pipeline.ts';
import type { UnityCatalogSection } from './schema/target.ts';

const DEFAULT_VOLUME = 'tributary';

/** The volume of a target: what `target.volume` leaves out is the target's own catalog and state schema. */
export function resolveVolume(
  target: Pick<UnityCatalogSection, 'catalog' | 'schema' | 'state_schema' | 'volume'>,
): VolumeName {
  const [volume = DEFAULT_VOLUME, schema, catalog] = (target.volume ?? DEFAULT_VOLUME).split('.').reverse();
  return {
    catalog: catalog ?? target.catalog,
    schema: schema ?? target.state_schema ?? target.schema,
    volume,
  };
}
