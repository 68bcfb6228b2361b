/** What the fake answers, before it becomes HTTP. */
export interface GithubAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; nothing is sent for `undefined`. */
  readonly content?: unknown;
}

const DOCUMENTATION = 'https://docs.github.com/rest';

export function errorAnswer(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): GithubAnswer {
  return {
    status,
    headers,
    content: { message, documentation_url: DOCUMENTATION, status: String(status) },
  };
}

export const notFound = (): GithubAnswer => errorAnswer(404, 'Not Found');

/** One mistake in what was sent, as GitHub lists it. */
export interface FieldMistake {
  readonly resource: 'Issue' | 'IssueComment' | 'Label';
  readonly code: 'already_exists' | 'custom' | 'invalid' | 'missing_field' | 'unprocessable';
  readonly field: string;
  readonly message?: string;
  readonly value?: string;
}

export function validationFailed(mistake: FieldMistake): GithubAnswer {
  return {
    status: 422,
    content: {
      message: 'Validation Failed',
      errors: [mistake],
      documentation_url: DOCUMENTATION,
      status: '422',
    },
  };
}
