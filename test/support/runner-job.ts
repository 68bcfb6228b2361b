import type { FakeGithub } from './github/fake-github.ts';

/** Nothing listens on port 9: no test reaches the real GitHub by mistake. */
const NOBODY = 'http://127.0.0.1:9';

/** What every job has. */
const JOB = {
  GITHUB_ACTOR: 'octocat',
  GITHUB_API_URL: NOBODY,
  GITHUB_BASE_REF: '',
  GITHUB_GRAPHQL_URL: `${NOBODY}/graphql`,
  GITHUB_HEAD_REF: '',
  GITHUB_JOB: 'ingest',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_REF_NAME: 'main',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_REPOSITORY: 'octo/pipelines',
  GITHUB_REPOSITORY_OWNER: 'octo',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_RUN_ID: '1000',
  GITHUB_RUN_NUMBER: '1',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_SHA: '0'.repeat(40),
  GITHUB_TRIGGERING_ACTOR: 'octocat',
  GITHUB_WORKFLOW: 'Tributary',
  GITHUB_WORKFLOW_REF: 'octo/pipelines/.github/workflows/tributary.yml@refs/heads/main',
  GITHUB_WORKFLOW_SHA: '0'.repeat(40),
};

/** The environment of a job that is started by hand, whatever its event says beside that. */
export function jobEnvironment(github: FakeGithub | undefined): Readonly<Record<string, string>> {
  if (github === undefined) return JOB;
  const { apiUrl, serverUrl, graphqlUrl } = github;
  return { ...JOB, GITHUB_API_URL: apiUrl, GITHUB_SERVER_URL: serverUrl, GITHUB_GRAPHQL_URL: graphqlUrl };
}
