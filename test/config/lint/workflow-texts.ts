/** A workflow with one job and one step that ingests, with parts to be replaced. Lines of `job` and `step` stand as they are. */
export function workflowText({
  on = 'on:\n  schedule:\n    - cron: "7,22,37,52 * * * *"',
  top = '',
  job = '',
  step = WITH_CONFIG,
}: {
  readonly on?: string;
  readonly top?: string;
  readonly job?: string;
  readonly step?: string;
} = {}): string {
  return `name: ingest\n${on}\n${top}jobs:\n  ingest:\n    runs-on: ubuntu-24.04\n${job}    steps:\n${step}\n`;
}

/** The action, told to run what lies in `pipelines/`, with more inputs. */
export function actionStep(
  inputs = '',
  uses = 'acme/tributary@0123456789012345678901234567890123456789',
): string {
  return `      - uses: ${uses}\n        with:\n          command: run\n          config: pipelines/\n${inputs}`;
}

const WITH_CONFIG = actionStep();
