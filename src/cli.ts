/** The command line: arguments, environment, streams and signals in; an exit code out. */
import { randomUUID } from 'node:crypto';
import { Command, CommanderError, Option } from 'commander';
import { checkCommand } from './commands/check-command.ts';
import { type CommandContext, coloursFor, type ExitCode } from './commands/command-context.ts';
import { errorReportOf, toIngestError } from './commands/failure.ts';
import { HELP } from './commands/help-text.ts';
import type { InitCommandOptions } from './commands/init-command.ts';
import { OutputGuard } from './commands/output-guard.ts';
import { queryCommand } from './commands/query-command.ts';
import { runCommand } from './commands/run-command.ts';
import type { FailOn } from './commands/severity-exit-code.ts';
import { StopSignals } from './commands/stop-signals.ts';
import { validateCommand } from './commands/validate-command.ts';
import { VERSION } from './commands/version.ts';
import { BACKFILL_MODES } from './model/backfill.ts';
import { QUERY_FORMATS, type QueryFormat } from './query/query-result.ts';
import { formatErrorText } from './report/error-text.ts';

const guard = new OutputGuard();
const context: CommandContext = {
  stdout: guard.guarded(process.stdout),
  stderr: guard.guarded(process.stderr),
  guard,
  environment: process.env,
  workingDirectory: process.cwd(),
  nowMs: () => Date.now(),
  newRunId: randomUUID,
};

interface PipelineFlags {
  readonly config: readonly string[];
  readonly pipeline?: string;
  readonly format: 'text' | 'json';
}

interface RunFlags extends PipelineFlags {
  readonly maxDuration?: string;
  readonly reload?: readonly string[];
  readonly report?: string;
}

interface ValidateFlags extends PipelineFlags {
  readonly allowMissingVariables?: boolean;
  readonly failOn: FailOn;
}

interface CheckFlags extends PipelineFlags {
  readonly skipSource?: boolean;
  readonly skipTarget?: boolean;
}

interface PlanFlags extends PipelineFlags {
  readonly skipTarget?: boolean;
  readonly migrations?: readonly string[];
  readonly base: string;
  readonly baseSchema?: string;
  readonly scratchUrl?: string;
  readonly scratchHoldsBase?: boolean;
}

interface BackfillFlags extends PipelineFlags {
  readonly tables?: readonly string[];
  readonly mode?: string;
  readonly keyRange?: string;
  readonly dryRun?: boolean;
  readonly confirm?: string;
  readonly maxDuration?: string;
  readonly report?: string;
}

interface StatusFlags extends PipelineFlags {
  readonly skipTarget?: boolean;
}

interface QueryFlags {
  readonly config: readonly string[];
  readonly lakehouse?: string;
  readonly pipeline?: string;
  readonly format: QueryFormat;
}

let exitCode: ExitCode = 0;
let received: StopSignals | undefined;

function buildProgram(): Command {
  const program = new Command('tributary')
    .description('PostgreSQL change data capture into lakehouse tables, at intervals.')
    .version(VERSION)
    .showHelpAfterError('(add --help for examples)')
    .exitOverride()
    .addHelpText('after', HELP.program);
  addRun(program);
  addValidate(program);
  addPlan(program);
  addCheck(program);
  addBackfill(program);
  addStatus(program);
  addInit(program);
  addQuery(program);
  addDemo(program);
  return program;
}

function addRun(program: Command): void {
  program
    .command('run')
    .summary('ingest what has changed')
    .description('Reads what changed since the last run, and merges it into the lakehouse.')
    .requiredOption('-c, --config <paths...>', 'configuration: files, directories and globs')
    .option('-p, --pipeline <name>', 'run this pipeline only')
    .option('--max-duration <time>', 'end at a commit after this time, for example 50m')
    .option('--reload <tables...>', 'load these tables anew, for example public.orders')
    .option('--report <file>', 'write the JSON report to this file')
    .addOption(textOrJson())
    .addHelpText('after', HELP.run)
    .action(async ({ config, pipeline, maxDuration, reload = [], report, format }: RunFlags) => {
      using signals = receiveSignals('ending at the next commit');
      exitCode = await runCommand(
        { config, pipeline, maxDuration, reload, report, format },
        context,
        signals,
      );
    });
}

function addValidate(program: Command): void {
  program
    .command('validate')
    .summary('check configuration files')
    .description('Checks configuration files, without a database and without a network.')
    .requiredOption('-c, --config <paths...>', 'configuration: files, directories and globs')
    .option('-p, --pipeline <name>', 'tell about this pipeline only')
    .option('--allow-missing-variables', 'a variable without a value is a warning only')
    .addOption(
      new Option('--fail-on <severity>', 'the least finding that fails')
        .choices(['error', 'warning'])
        .default('error'),
    )
    .addOption(textOrJson())
    .addHelpText('after', HELP.validate)
    .action(async ({ config, pipeline, format, allowMissingVariables = false, failOn }: ValidateFlags) => {
      exitCode = await validateCommand({ config, pipeline, format, allowMissingVariables, failOn }, context);
    });
}

function addCheck(program: Command): void {
  program
    .command('check')
    .summary('prove that a run can work')
    .description(
      'Proves what a run needs, point by point, against the database and the target. Changes nothing.',
    )
    .requiredOption('-c, --config <paths...>', 'configuration: files, directories and globs')
    .option('-p, --pipeline <name>', 'check this pipeline only')
    .option('--skip-source', 'do not look at PostgreSQL')
    .option('--skip-target', 'do not look at the target')
    .addOption(textOrJson())
    .addHelpText('after', HELP.check)
    .action(async ({ config, pipeline, format, skipSource = false, skipTarget = false }: CheckFlags) => {
      exitCode = await checkCommand({ config, pipeline, format, skipSource, skipTarget }, context);
    });
}

function addPlan(program: Command): void {
  program
    .command('plan')
    .summary('tell what a run would do')
    .description(
      'Tells what a run of this configuration, and the migrations beside it, would do. Changes nothing.',
    )
    .requiredOption('-c, --config <paths...>', 'configuration: files, directories and globs')
    .option('-p, --pipeline <name>', 'plan this pipeline only')
    .option('--skip-target', 'do not look at the target')
    .option('--migrations <paths...>', 'SQL migrations: those that are new are tried out, and foretold')
    .option('--base <revision>', 'what git compares with, to tell which migrations are new', 'origin/main')
    .option('--base-schema <file>', 'SQL of the schema that the migrations start from')
    .option('--scratch-url <url>', 'a PostgreSQL to try them out on; else one is started')
    .option('--scratch-holds-base', 'the database of that URL holds the base schema; a copy is used')
    .addOption(textOrJson())
    .addHelpText('after', HELP.plan)
    .action(async (flags: PlanFlags) => {
      const { config, pipeline, format, skipTarget = false, migrations } = flags;
      const { planCommand } = await import('./commands/plan-command.ts');
      exitCode = await planCommand(
        {
          config,
          pipeline,
          format,
          skipTarget,
          migrations:
            migrations === undefined ? undefined : { paths: migrations, ...migrationOptions(flags) },
        },
        context,
      );
    });
}

function migrationOptions({ base, baseSchema, scratchUrl, scratchHoldsBase = false }: PlanFlags) {
  return {
    base,
    baseSchema,
    scratchUrl,
    holdsBase: scratchHoldsBase,
    startScratch: async () => (await import('./demo/scratch-server.ts')).startScratchServer(),
  };
}

function addBackfill(program: Command): void {
  program
    .command('backfill')
    .summary('load tables or key ranges')
    .description('Loads what was never loaded, or reads loaded tables again, beside the running changes.')
    .requiredOption('-c, --config <paths...>', 'configuration: files, directories and globs')
    .option('-p, --pipeline <name>', 'the pipeline, where the configuration has several')
    .option('--tables <tables...>', 'tables such as public.orders; all of the pipeline unless given')
    .addOption(new Option('--mode <mode>', 'what to load').choices(BACKFILL_MODES).default(BACKFILL_MODES[0]))
    .option(
      '--key-range <range>',
      'rows to refresh, by the first column of the row key, for example 1000..2000',
    )
    .option('--dry-run', 'end after the plan')
    .option('--confirm <hash>', 'the hash of the plan, where rows are replaced')
    .option('--max-duration <time>', 'end between two ranges after this time, for example 5h')
    .option('--report <file>', 'write the JSON report to this file')
    .addOption(textOrJson())
    .addHelpText('after', HELP.backfill)
    .action(async (flags: BackfillFlags) => {
      const { config, pipeline, tables = [], mode, keyRange, dryRun = false } = flags;
      const { confirm, maxDuration, report, format } = flags;
      using signals = receiveSignals('ending at the next commit');
      const { backfillCommand } = await import('./commands/backfill-command.ts');
      exitCode = await backfillCommand(
        { config, pipeline, tables, mode, keyRange, isDryRun: dryRun, confirm, maxDuration, report, format },
        context,
        signals,
      );
    });
}

function addStatus(program: Command): void {
  program
    .command('status')
    .summary('tell how far behind the targets are')
    .description('Tells how pipelines stand: lag, slot, loads, the last runs. Changes nothing.')
    .requiredOption('-c, --config <paths...>', 'configuration: files, directories and globs')
    .option('-p, --pipeline <name>', 'look at this pipeline only')
    .option('--skip-target', 'look at PostgreSQL only, so that no warehouse is started')
    .addOption(textOrJson())
    .addHelpText('after', HELP.status)
    .action(async ({ config, pipeline, format, skipTarget = false }: StatusFlags) => {
      const { statusCommand } = await import('./commands/status-command.ts');
      exitCode = await statusCommand({ config, pipeline, format, skipTarget }, context);
    });
}

function addInit(program: Command): void {
  program
    .command('init')
    .summary('write a first pipeline and its workflows')
    .description('Writes a first pipeline, from a look at the database, and the workflows that run it.')
    .option('--host <host>', 'host of the PostgreSQL')
    .option('--port <port>', 'its port')
    .option('--database <name>', 'the database')
    .option('--user <role>', 'the role that the pipeline uses')
    .option(
      '--look-as <role>',
      'the role to look with, where that one is not there yet (its password: PGPASSWORD)',
    )
    .option('--password-variable <name>', 'the environment variable that holds the password')
    .option('--sslmode <mode>', 'how to secure the connection')
    .option('--publication <name>', 'the publication')
    .option('--schema <name>', 'the schema to look into')
    .option('--tables <names>', 'tables, with commas between')
    .option(
      '--exclude <columns>',
      'columns to leave out: all or none of those that look personal, or schema.table.column,…',
    )
    .option('--pipeline <name>', 'name of the pipeline')
    .option('--target <type>', 'unity_catalog or embedded')
    .option('--catalog <name>', 'catalog of the target')
    .option('--target-schema <name>', 'schema of the target')
    .option('--warehouse-path <path>', 'HTTP path of the SQL warehouse')
    .option('--service-principal <id>', 'application id that the workflows sign in as')
    .option('--account <id>', 'Databricks account id')
    .option('--every <time>', 'how often to run, for example 15m')
    .option('--repository <owner/name>', 'the repository on GitHub')
    .option('--environment <name>', "environment of the workflows' jobs")
    .option('--action <owner/name@sha>', 'the Action, pinned')
    .option('--migrations <glob>', 'SQL migrations in the repository')
    .option('--dir <directory>', 'where to write', '.')
    .option('--yes', 'ask nothing', false)
    .option('--offline', 'do not look at the database', false)
    .option('--force', 'replace files that are there', false)
    .addHelpText('after', HELP.init)
    .action(async (flags: InitCommandOptions) => {
      const { initCommand } = await import('./commands/init-command.ts');
      exitCode = await initCommand(flags, context, process.stdin);
    });
}

function addQuery(program: Command): void {
  program
    .command('query')
    .summary('look into the embedded lakehouse')
    .description('Runs one SQL statement against the embedded lakehouse, for reading.')
    .argument('<sql>', 'the statement, in quotes')
    .option('--lakehouse <file>', 'the lakehouse file')
    // Not variadic: the statement may follow it.
    .option('-c, --config <path>', 'the configuration that names the file; may be repeated', append, [])
    .option('-p, --pipeline <name>', 'the pipeline whose lakehouse it is')
    .addOption(new Option('--format <format>', 'form of the result').choices(QUERY_FORMATS).default('table'))
    .addHelpText('after', HELP.query)
    .action(async (sql: string, { config, lakehouse, pipeline, format }: QueryFlags) => {
      exitCode = await queryCommand({ sql, config, lakehouse, pipeline, format }, context);
    });
}

function addDemo(program: Command): void {
  program
    .command('demo')
    .summary('watch it work, on a PostgreSQL of its own')
    .description('Shows a pipeline at work, on a PostgreSQL of its own.')
    .addHelpText('after', HELP.demo)
    .action(async () => {
      using signals = receiveSignals('stopping the demo');
      const { runDemo } = await import('./demo/story.ts');
      const { workingDirectory, environment } = context;
      const [, cliEntry = ''] = process.argv;
      const held = await runDemo({
        workingDirectory,
        environment,
        cliEntry,
        stdout: process.stdout,
        signal: signals.stop,
      });
      exitCode = held ? 0 : 1;
    });
}

function textOrJson(): Option {
  return new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text');
}

function append(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

/** From the first signal on the command ends cleanly; the second leaves at once, which the next run repairs. */
function receiveSignals(whatFollows: string): StopSignals {
  const signals = new StopSignals();
  received = signals;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (signals.receive() === 'exit') process.exit(1);
      process.stderr.write(`\n${signal}: ${whatFollows} (once more to leave at once)\n`);
    });
  return signals;
}

async function main(): Promise<ExitCode> {
  try {
    await buildProgram().parseAsync();
    return exitCode;
  } catch (error) {
    // Commander has printed its message already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const failure = toIngestError(error);
    const colours = coloursFor(context.stderr, context);
    context.stderr.write(formatErrorText(errorReportOf(failure), { colours }));
    return failure.exitCode;
  }
}

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await main();
// What hangs after the stop signal must not keep the process alive.
if (received?.expire.aborted === true) process.exit();
