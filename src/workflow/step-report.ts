import { resolve } from 'node:path';
import { writeReport } from '../commands/write-report.ts';
import { redactJson } from '../report/redact-json.ts';
import type { Step } from './step.ts';

/** Writes the JSON report, and tells its absolute path. Throws IngestError where it cannot be written. */
export async function storeReport({ inputs, workingDirectory, log }: Step, report: unknown): Promise<string> {
  const path = resolve(workingDirectory, inputs.report);
  const json = typeof report === 'string' ? report : JSON.stringify(report);
  await writeReport(path, redactJson(json, log.redactor));
  return path;
}
