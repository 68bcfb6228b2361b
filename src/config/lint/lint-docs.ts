import type { DiagnosticCode } from '../../model/diagnostic.ts';

/** What `validate` finds beyond errors, in the words of the reference page. */
const FINDINGS = {
  'not-acted-on': 'A setting that is accepted and has no effect yet.',
  'secret-in-file':
    'A password, token or webhook in clear text, by its key or its shape. Its value is never repeated.',
  'personal-data-selected':
    'A column whose name looks like personal data is in `include_columns` or in a row key.',
  'keys-incomplete': 'Most of the listed tables have a row key in `write_mode.keys`, and some have none.',
  'schedule-contradicted':
    'A workflow’s cron starts the pipeline more seldom or more often than its `schedule` says, or although it is `manual`; or starts other pipelines of the set and not this one.',
  'workflow-cron':
    'A cron line that GitHub refuses, that asks for more than a start every 5 minutes, or that is due at minute 0.',
  'workflow-cancels-runs': '`cancel-in-progress: true` where pipelines are run.',
  'workflow-timeout': '`timeout-minutes` is not above `max-duration`.',
  'workflow-permission': 'The job lacks `id-token: write`, and the pipeline logs in with `github_oidc`.',
} as const satisfies Partial<Record<DiagnosticCode, string>>;

/** The section of the reference page about warnings and notices. */
export function describeLint(): string {
  return `## Warnings and notices

\`tributary validate\` also says what a reviewer would. Neither kind keeps a pipeline from running; \`fail-on: warning\` makes
warnings fail the check. It reads the repository’s workflows (\`.github/workflows\`) for this, and nothing over the network.
A workflow that is no YAML is a warning, too. Where an expression decides what a workflow starts, nothing is claimed.

| code | found |
| --- | --- |
${Object.entries(FINDINGS)
  .map(([code, found]) => `| \`${code}\` | ${found} |`)
  .join('\n')}

A finding that is meant so is allowed by its code, on its line or on the line above:

\`\`\`yaml
include_columns:
  - table: customers
    columns: [id, email] # tributary: allow personal-data-selected
\`\`\``;
}
