import { IngestError } from '../../model/ingest-error.ts';
import type { VolumeName } from '../../model/pipeline.ts';
import type { CatalogApi } from './catalog-api.ts';
import type { FilesApi } from './files-api.ts';
import type { RestClient } from './rest-client.ts';
import { RestFailure } from './rest-failure.ts';
import { catalogMissing, displayVolume, volumeForbidden, volumeUnmade } from './volume-error.ts';

/**
 * The staging area: a directory tree in a volume. The first upload makes a missing volume, and its schema, where that is
 * granted. Nothing outside the relative path that a caller names is ever deleted.
 */
export interface StagingVolume {
  /** `/Volumes/catalog/schema/volume`; a staged path lies below it. */
  readonly path: string;
  /** Gives the bytes uploaded. Safe to repeat. */
  putFile(localPath: string, stagedPath: string): Promise<number>;
  /** Removes a directory and all below it; nothing happens where there is none. */
  remove(stagedPath: string): Promise<void>;
}

export interface StagingVolumeOptions {
  readonly volume: VolumeName;
  readonly rest: Pick<RestClient, 'translate'>;
  readonly files: FilesApi;
  readonly catalog: CatalogApi;
  /** Whom GRANTs name, if that is known. */
  readonly principal: string | undefined;
}

export function stagingVolume(options: StagingVolumeOptions): StagingVolume {
  return new DatabricksVolume(options);
}

function volumePathOf({ catalog, schema, volume }: VolumeName): string {
  return `/Volumes/${catalog}/${schema}/${volume}`;
}

class DatabricksVolume implements StagingVolume {
  readonly path: string;
  readonly #options: StagingVolumeOptions;
  /** Directories that are there, or are being made. */
  readonly #directories = new Map<string, Promise<void>>();
  #making: Promise<void> | undefined;

  constructor(options: StagingVolumeOptions) {
    this.path = volumePathOf(options.volume);
    this.#options = options;
  }

  async putFile(localPath: string, stagedPath: string): Promise<number> {
    const path = this.#resolve(stagedPath);
    const directory = path.slice(0, path.lastIndexOf('/'));
    try {
      await this.#requireDirectory(directory);
      try {
        return await this.#options.files.putFile(localPath, path);
      } catch (error) {
        // Somebody has swept the directory since we made it.
        if (!isOfKind(error, 'missing')) throw error;
        this.#directories.delete(directory);
        await this.#requireDirectory(directory);
        return await this.#options.files.putFile(localPath, path);
      }
    } catch (error) {
      throw this.#translate(error, 'uploading to');
    }
  }

  async remove(stagedPath: string): Promise<void> {
    const path = this.#resolve(stagedPath);
    for (const made of this.#directories.keys()) {
      if (`${made}/`.startsWith(`${path}/`)) this.#directories.delete(made);
    }
    try {
      await this.#options.files.deleteDirectory(path);
    } catch (error) {
      throw this.#translate(error, 'removing staged files from');
    }
  }

  /** Made once for all files that go there; a failure is not remembered. */
  #requireDirectory(directory: string): Promise<void> {
    const known = this.#directories.get(directory);
    if (known !== undefined) return known;
    const making = this.#makeDirectory(directory).catch((error: unknown) => {
      this.#directories.delete(directory);
      throw error;
    });
    this.#directories.set(directory, making);
    return making;
  }

  async #makeDirectory(directory: string): Promise<void> {
    const { files, volume, principal } = this.#options;
    try {
      await files.makeDirectory(directory);
    } catch (error) {
      if (!isOfKind(error, 'missing')) throw error;
      this.#making ??= this.#makeVolume().finally(() => {
        this.#making = undefined;
      });
      await this.#making;
      await files.makeDirectory(directory).catch((again: unknown) => {
        // It is there now, and hidden from us.
        throw isOfKind(again, 'missing') ? volumeForbidden(volume, principal) : again;
      });
    }
  }

  async #makeVolume(): Promise<void> {
    const { catalog, volume, principal } = this.#options;
    try {
      await catalog.createVolume(volume).catch(async (error: unknown) => {
        if (!isOfKind(error, 'missing')) throw error;
        await catalog.createSchema(volume.catalog, volume.schema);
        await catalog.createVolume(volume);
      });
    } catch (error) {
      if (isOfKind(error, 'missing')) throw catalogMissing(volume, principal);
      throw isOfKind(error, 'forbidden') ? volumeUnmade(volume, principal) : error;
    }
  }

  #translate(error: unknown, doing: string): unknown {
    const { volume, principal, rest } = this.#options;
    if (isOfKind(error, 'forbidden')) return volumeForbidden(volume, principal);
    return rest.translate(error, `${doing} the volume ${displayVolume(volume)}`);
  }

  /** Spark does not see files whose path has a part that begins with `_` or `.`, and `..` would lead out of the volume. */
  #resolve(stagedPath: string): string {
    const parts = stagedPath.split('/');
    if (parts.every((part) => /^[^_.\\\p{Cc}][^\\\p{Cc}]*$/u.test(part))) return `${this.path}/${stagedPath}`;
    throw new IngestError(
      'internal-error',
      `A staged path that cannot be used: ${JSON.stringify(stagedPath)}`,
    );
  }
}

function isOfKind(error: unknown, kind: RestFailure['kind']): boolean {
  return error instanceof RestFailure && error.kind === kind;
}
