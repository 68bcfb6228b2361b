import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CatalogEntry, CatalogTable, CatalogVolume, TableCatalog } from '../front/table-catalog.ts';
import type { EngineConnection } from './engine-connection.ts';

const TableSchema = z
  .object({
    columns: z.array(z.object({ name: z.string(), typeText: z.string(), nullable: z.boolean() })),
    properties: z.record(z.string(), z.string()),
  })
  .nullable();

/** Tables and schemas as Spark has them. Volumes are directories: Spark has none. */
export class SparkCatalog implements TableCatalog {
  readonly #engine: EngineConnection;
  readonly #volumesDirectory: string;

  constructor(engine: EngineConnection, volumesDirectory: string) {
    this.#engine = engine;
    this.#volumesDirectory = volumesDirectory;
  }

  async catalog(name: string): Promise<CatalogEntry | undefined> {
    return (await this.#engine.send('hasCatalog', { name })) === true ? entry(name) : undefined;
  }

  async schema(fullName: string): Promise<CatalogEntry | undefined> {
    const [catalog, schema] = parts(fullName, 2);
    return (await this.#engine.send('hasSchema', { catalog, schema })) === true ? entry(fullName) : undefined;
  }

  async createSchema(fullName: string): Promise<CatalogEntry> {
    const [catalog, schema] = parts(fullName, 2);
    await this.#engine.send('createSchema', { catalog, schema });
    return entry(fullName);
  }

  async table(fullName: string): Promise<CatalogTable | undefined> {
    const [catalog, schema, table] = parts(fullName, 3);
    const found = TableSchema.parse(await this.#engine.send('describe', { catalog, schema, table }));
    if (found === null) return undefined;
    return { ...entry(fullName), ...found, tableType: 'MANAGED', dataSourceFormat: 'DELTA' };
  }

  async volume(fullName: string): Promise<CatalogVolume | undefined> {
    const volume = this.#describeVolume(fullName);
    const found = await stat(volume.directory).catch(() => undefined);
    return found?.isDirectory() === true ? volume : undefined;
  }

  async createVolume(fullName: string): Promise<CatalogVolume> {
    const volume = this.#describeVolume(fullName);
    await mkdir(volume.directory, { recursive: true });
    return volume;
  }

  #describeVolume(fullName: string): CatalogVolume {
    const { fullName: kept } = entry(fullName);
    return { fullName: kept, directory: join(this.#volumesDirectory, ...parts(kept, 3)) };
  }
}

function entry(fullName: string): CatalogEntry {
  return { fullName: fullName.toLowerCase() };
}

function parts(fullName: string, count: 2 | 3): [string, string, string] {
  const [catalog = '', schema = '', object = '', ...rest] = fullName.toLowerCase().split('.');
  if (schema === '' || (object === '') !== (count === 2) || rest.length > 0)
    throw new Error(`A name of ${count} parts is needed: ${fullName}`);
  return [catalog, schema, object];
}
