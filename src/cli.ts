/** The command line: arguments, environment, streams and signals in; an exit code out. */
import { randomUUID } from 'node:crypto';
import { Command, CommanderError, Option } from 'commander';
import { checkCommand } from './commands/check-command.ts';
import { type CommandContext, coloursFor, type ExitCode } from './commands/command-context.ts';
import { errorReportOf, toIngestError } from './commands/failure.ts';
import { HELP } from './commands/help-text.ts';
import { queryCommand } from './commands/query-command.ts';
import { runCommand } from './commands/run-command.ts';
import { StopSignals } from './commands/stop-signals.ts';
import { validateCommand } from './commands/validate-command.ts';
import { VERSION } from './commands/version.ts';
import { QUERY_FORMATS, type QueryFormat } from './query/query-result.ts';
import { formatErrorText } from './report/error-text.ts';

const context: CommandContext = {
  stdout: process.stdout,
  stderr: process.stderr,
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
}

interface CheckFlags extends PipelineFlags {
  readonly skipSource?: boolean;
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
  addCheck(program);
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
    .addOption(textOrJson())
    .addHelpText('after', HELP.validate)
    .action(async ({ config, pipeline, format, allowMissingVariables = false }: ValidateFlags) => {
      exitCode = await validateCommand({ config, pipeline, format, allowMissingVariables }, context);
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
    const colours = coloursFor(process.stderr, context);
    process.stderr.write(formatErrorText(errorReportOf(failure), { colours }));
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
