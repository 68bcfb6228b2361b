/** The server that all tests of a run share, with a superuser of it. */
export interface TestServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer;
  }
}

/** As the users' own set-up has it. Roles belong to the whole server, so it is made once, before any test. */
export const REPLICATION_USER = { user: 'lakeflow_user', password: 'StrongPasswordHere' } as const;
