import { parse } from 'yaml';
import { z } from 'zod';

const manifestSchema = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string().optional() })),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});

const SECTIONS = ['inputs', 'outputs'] as const;

/** The page with its tables between `<!-- inputs:start -->` and its like made anew from the text of `action.yml`. */
export function withActionTables(page: string, manifest: string): string {
  const { inputs, outputs } = manifestSchema.parse(parse(manifest));
  const tables: Record<(typeof SECTIONS)[number], readonly string[]> = {
    inputs: [
      '| input | default | what it is |',
      '| --- | --- | --- |',
      ...Object.entries(inputs).map(
        ([name, { description, default: value = '' }]) =>
          `| \`${name}\` | ${value === '' ? '' : `\`${value}\``} | ${cell(description)} |`,
      ),
    ],
    outputs: [
      '| output | what it is |',
      '| --- | --- |',
      ...Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`),
    ],
  };
  return SECTIONS.reduce((text, section) => replaceSection(text, section, tables[section]), page);
}

function replaceSection(page: string, section: string, table: readonly string[]): string {
  const start = `<!-- ${section}:start -->`;
  const end = `<!-- ${section}:end -->`;
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The page has no place ${start} … ${end}.`);
  return `${page.slice(0, from)}${start}\n${table.join('\n')}\n${page.slice(to)}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();
}
