import type { SourceSettings } from '../model/pipeline.ts';
import { Secret } from '../model/secret.ts';
import type { SourceSurvey } from '../model/source-survey.ts';
import { parseActionReference, UNPINNED_ACTION } from './action-reference.ts';
import { answer, listOf, unlessMatching, unlessParsed } from './answers.ts';
import { askSource } from './ask-source.ts';
import { askTables, type ChosenTables, namedTables } from './ask-tables.ts';
import { askTarget } from './ask-target.ts';
import type { InitFlags, RepositoryFacts } from './init-flags.ts';
import { type GithubPlace, type InitPlan, NOTHING_PREPARED, type PlannedSource } from './init-plan.ts';
import type { Interviewer, Question } from './interviewer.ts';
import { parseRunEvery } from './run-every.ts';

export interface DrawUpOptions {
  readonly flags: InitFlags;
  readonly interviewer: Interviewer;
  readonly facts: RepositoryFacts;
  /** Looks at the database; `undefined`: nobody does, and tables are named by flag. */
  readonly look: ((settings: SourceSettings, wanted: SurveyWanted) => Promise<SourceSurvey>) | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Of this program; workflows say it beside the commit that they pin. */
  readonly version: string;
}

export interface SurveyWanted {
  readonly schemas: readonly string[];
  readonly role: string;
}

export interface DrawnUpPlan {
  readonly plan: InitPlan;
  /** What was decided on the way, a sentence each. */
  readonly notes: readonly string[];
}

/** Newest major version that is tested: for migrations, where nobody has looked at the source's own. */
const USUAL_POSTGRES_MAJOR = 18;

/** Asks what is open, looks at the database, and makes a plan of it. Writes nothing. */
export async function drawUpPlan(options: DrawUpOptions): Promise<DrawnUpPlan> {
  const { flags, interviewer } = options;
  const source = await askSource(flags, interviewer);
  const { tables, notes, survey } = await findTables(source, options);
  const target = await askTarget(flags, interviewer);
  const ask = (given: string | undefined, question: Question) => answer(given, question, interviewer);
  const every = await ask(flags.every, {
    flag: '--every',
    text: 'How often to run',
    fallback: '15m',
    refusal: unlessParsed(parseRunEvery),
  });
  const pipeline = await ask(flags.pipeline, {
    flag: '--pipeline',
    text: 'Name of the pipeline, which keeps its progress',
    fallback: source.database.replaceAll(/[^A-Za-z0-9_.-]/g, '_').replace(/^[^A-Za-z0-9]+/, '') || 'pipeline',
    refusal: unlessMatching(
      /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/,
      'It is made of letters, digits, "_", "." and "-".',
    ),
  });
  const github = await askGithub(options, target.tag === 'embedded', survey);
  const prepared = survey ?? NOTHING_PREPARED;
  return {
    plan: { pipeline, source, tables, target, every: parseRunEvery(every), prepared, github },
    notes,
  };
}

async function findTables(
  source: PlannedSource,
  { flags, interviewer, look, environment }: DrawUpOptions,
): Promise<ChosenTables & { readonly survey: SourceSurvey | undefined }> {
  if (look === undefined) return { tables: namedTables(flags), notes: [], survey: undefined };
  const schemas = await answer(
    flags.schema,
    { flag: '--schema', text: 'Schemas, separated by commas', fallback: 'public' },
    interviewer,
  );
  const lookAs = await answer(
    flags.lookAs,
    { flag: '--look-as', text: 'Role to look at it with now', fallback: source.username },
    interviewer,
  );
  // The pipeline's variable holds the password of the pipeline's role, and of no other.
  const variable = lookAs === source.username ? source.passwordVariable : 'PGPASSWORD';
  const password =
    environment[variable] ??
    (await interviewer.askSecret(`Password of ${lookAs}, for this look only (${variable} is not set)`));
  const survey = await look(
    {
      ...settingsFor(source),
      username: lookAs,
      password: password === '' ? undefined : new Secret(password),
    },
    { schemas: listOf(schemas), role: source.username },
  );
  return { ...(await askTables(survey, flags, interviewer)), survey };
}

async function askGithub(
  { flags, interviewer, facts, version }: DrawUpOptions,
  isTrial: boolean,
  survey: SourceSurvey | undefined,
): Promise<GithubPlace> {
  // A trial has no workflows, so nothing of this is asked.
  const ask = (given: string | undefined, question: Question) =>
    answer(isTrial ? (given ?? question.fallback ?? '') : given, question, interviewer);
  return {
    repository: await ask(flags.repository, {
      flag: '--repository',
      text: 'Repository on GitHub',
      fallback: facts.repository ?? (isTrial ? 'OWNER/REPOSITORY' : undefined),
      refusal: unlessMatching(/^[\w.-]+\/[\w.-]+$/, 'It is like acme/pipelines.'),
    }),
    environment: await ask(flags.environment, {
      flag: '--environment',
      text: 'Environment on GitHub that holds the secrets',
      fallback: 'production',
      refusal: unlessMatching(
        /^[A-Za-z0-9][A-Za-z0-9_.-]*$/,
        'It is made of letters, digits, "_", "." and "-".',
      ),
    }),
    action: parseActionReference(flags.action ?? UNPINNED_ACTION, version),
    migrations: flags.migrations ?? facts.migrations,
    postgresMajor: survey?.serverMajor ?? USUAL_POSTGRES_MAJOR,
  };
}

/** What a look needs; a slot's name is asked for and never used. */
function settingsFor(source: PlannedSource): Omit<SourceSettings, 'username' | 'password'> {
  return {
    host: source.host,
    port: source.port,
    database: source.database,
    sslmode: source.sslmode,
    sslrootcert: undefined,
    slotName: '',
    publicationName: source.publication,
    heartbeatIntervalMs: 10_000,
    connectTimeoutMs: 15_000,
    initialLoad: true,
    loadParallelism: 1,
    maxRetainedWalBytes: 0,
  };
}
