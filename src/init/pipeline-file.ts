import type { InitPlan, PlannedTable, PlannedTarget } from './init-plan.ts';
import { yamlText } from './yaml-text.ts';

/** Text of the pipeline's configuration file. `validate` has nothing to say about it. */
export function renderPipelineFile(plan: InitPlan): string {
  const { source } = plan;
  return `${[
    `pipeline:`,
    `  name: ${yamlText(plan.pipeline)}`,
    ``,
    `source:`,
    `  type: postgresql`,
    `  host: ${yamlText(source.host)}`,
    `  port: ${source.port}`,
    `  database: ${yamlText(source.database)}`,
    `  username: ${yamlText(source.username)}`,
    `  password: \${${source.passwordVariable}} # from the environment, never from this file`,
    `  sslmode: ${source.sslmode}`,
    `  cdc:`,
    `    publication_name: ${yamlText(source.publication)}`,
    ``,
    `selection:`,
    `  schemas:`,
    ...selectionLines(plan.tables),
    ...exclusionLines(plan.tables),
    ``,
    `target:`,
    ...targetLines(plan.target),
    ``,
    `schedule: # what is meant; the cron line of the workflow is what starts runs`,
    `  type: interval`,
    `  every: ${plan.every.every}`,
  ].join('\n')}\n`;
}

function selectionLines(tables: readonly PlannedTable[]): readonly string[] {
  return [...Map.groupBy(tables, ({ schema }) => schema)].flatMap(([schema, its]) => [
    `    - name: ${yamlText(schema)}`,
    `      tables:`,
    ...its.map(({ name }) => `        - name: ${yamlText(name)}`),
  ]);
}

function exclusionLines(tables: readonly PlannedTable[]): readonly string[] {
  const excluding = tables.filter(({ excludeColumns }) => excludeColumns.length > 0);
  if (excluding.length === 0) return [];
  return [
    `  exclude_columns: # dropped where rows are read; never in a file, a log or the target`,
    ...excluding.flatMap(({ schema, name, excludeColumns }) => [
      `    - table: ${yamlText(`${schema}.${name}`)}`,
      `      columns: [${excludeColumns.map(yamlText).join(', ')}]`,
    ]),
  ];
}

function targetLines(target: PlannedTarget): readonly string[] {
  switch (target.tag) {
    case 'embedded':
      return [`  type: embedded`, `  path: ../lakehouse.duckdb`, `  schema: ${yamlText(target.schema)}`];
    case 'unity_catalog':
      return [
        `  type: unity_catalog`,
        `  catalog: ${yamlText(target.catalog)}`,
        `  schema: ${yamlText(target.schema)}`,
        ...(target.warehousePath === undefined
          ? []
          : [`  databricks:`, `    http_path: ${yamlText(target.warehousePath)}`]),
      ];
    default:
      return target satisfies never;
  }
}
