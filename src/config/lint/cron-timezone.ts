import { valueAt } from '../config-document.ts';
import type { ConfigFiles } from '../config-files.ts';
import { readConfigFile } from '../read-config-file.ts';
import { parseYamlFile } from '../yaml-file.ts';

/**
 * The time zone in which a workflow's cron line is meant; `undefined` where the file names none (then it is UTC), or cannot
 * be read.
 */
export async function readCronTimezone(
  workflow: { readonly shown: string; readonly absolute: string },
  cron: string,
  files: ConfigFiles,
): Promise<string | undefined> {
  const text = await readConfigFile(workflow, files);
  if (text.tag !== 'text') return undefined;
  const [document] = parseYamlFile(text.file, text.text, {}).documents;
  const schedule = valueAt(document?.value, ['on', 'schedule']);
  if (!Array.isArray(schedule)) return undefined;
  const entry: unknown = schedule.find((candidate: unknown) => valueAt(candidate, ['cron']) === cron);
  const timezone = valueAt(entry, ['timezone']);
  return typeof timezone === 'string' ? timezone : undefined;
}
