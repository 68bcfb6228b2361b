/** The one source of access tokens of a run: for SQL, files and the catalog alike. */
export interface TokenSource {
  /**
   * A token that lives long enough for one more request. From memory where possible: it is asked before every request.
   * Throws IngestError `target-authentication-failed`, or `target-unavailable` when the issuer does not answer.
   */
  token(): Promise<string>;
  /** Says that this token was refused: the next `token()` gets a new one, where the source can make one. */
  refuse(token: string): void;
}
