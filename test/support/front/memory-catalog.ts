import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogEntry, CatalogTable, CatalogVolume, TableCatalog } from './table-catalog.ts';

/** A catalog in memory, for engines that do not really have tables; volumes are real directories. */
export class MemoryCatalog implements TableCatalog {
  readonly #volumesDirectory: string;
  readonly #entries = new Map<string, CatalogEntry>();
  readonly #tables = new Map<string, CatalogTable>();
  readonly #volumes = new Map<string, CatalogVolume>();

  /** `entries`: catalogs and schemas that are there from the start (`main`, `main.ops`). */
  constructor(volumesDirectory: string, entries: readonly string[] = []) {
    this.#volumesDirectory = volumesDirectory;
    for (const name of entries) this.#add(name);
  }

  async catalog(name: string): Promise<CatalogEntry | undefined> {
    return this.#entries.get(name.toLowerCase());
  }

  async schema(fullName: string): Promise<CatalogEntry | undefined> {
    return this.#entries.get(fullName.toLowerCase());
  }

  async createSchema(fullName: string): Promise<CatalogEntry> {
    return this.#add(fullName);
  }

  async table(fullName: string): Promise<CatalogTable | undefined> {
    return this.#tables.get(fullName.toLowerCase());
  }

  async volume(fullName: string): Promise<CatalogVolume | undefined> {
    return this.#volumes.get(fullName.toLowerCase());
  }

  async createVolume(fullName: string): Promise<CatalogVolume> {
    const name = fullName.toLowerCase();
    const known = this.#volumes.get(name);
    if (known !== undefined) return known;
    const volume = { fullName: name, directory: join(this.#volumesDirectory, ...name.split('.')) };
    await mkdir(volume.directory, { recursive: true });
    this.#volumes.set(name, volume);
    return volume;
  }

  /** Puts a table there, in place of one of the same name. */
  putTable(table: CatalogTable): void {
    this.#tables.set(table.fullName.toLowerCase(), table);
  }

  removeTable(fullName: string): void {
    this.#tables.delete(fullName.toLowerCase());
  }

  /** Takes a volume away, as somebody may do while a run goes on; its files stay on the disk. */
  removeVolume(fullName: string): void {
    this.#volumes.delete(fullName.toLowerCase());
  }

  #add(fullName: string): CatalogEntry {
    const entry = { fullName: fullName.toLowerCase() };
    this.#entries.set(entry.fullName, entry);
    return entry;
  }
}
