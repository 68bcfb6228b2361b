import type { Environment } from './environment.ts';

/** What GitHub Actions says of the job, for texts that help with its identity. */
export interface GithubFacts {
  readonly inActions: boolean;
  /** `owner/name` */
  readonly repository: string | undefined;
  readonly repositoryId: string | undefined;
  readonly ownerId: string | undefined;
  /** `refs/heads/main` */
  readonly ref: string | undefined;
  /** `schedule`, `workflow_dispatch`, `pull_request`, … */
  readonly eventName: string | undefined;
}

export function githubFactsOf(environment: Environment): GithubFacts {
  return {
    inActions: environment.text('GITHUB_ACTIONS') === 'true',
    repository: environment.text('GITHUB_REPOSITORY'),
    repositoryId: environment.text('GITHUB_REPOSITORY_ID'),
    ownerId: environment.text('GITHUB_REPOSITORY_OWNER_ID'),
    ref: environment.text('GITHUB_REF'),
    eventName: environment.text('GITHUB_EVENT_NAME'),
  };
}
