/** What the front thinks of a caller's token. */
export type TokenJudgement = 'accepted' | 'expired' | 'unknown';

/** The bearer tokens that a front accepts. Services mint them, tests let them expire. */
export class AcceptedTokens {
  readonly #expiries = new Map<string, number>();

  /** Accepts a token from now on, until a moment (milliseconds since 1970) where one is given. */
  accept(token: string, expiresAtMs = Number.POSITIVE_INFINITY): void {
    this.#expiries.set(token, expiresAtMs);
  }

  /** From now on every token minted so far is refused as expired. */
  expireAll(): void {
    for (const token of this.#expiries.keys()) {
      this.#expiries.set(token, Number.NEGATIVE_INFINITY);
    }
  }

  /** From now on the token is refused as one that was never given out. */
  forget(token: string): void {
    this.#expiries.delete(token);
  }

  /** Judges an `Authorization` header. */
  judge(authorization: string | undefined, nowMs: number): TokenJudgement {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    const expiresAtMs = token === undefined ? undefined : this.#expiries.get(token);
    if (expiresAtMs === undefined) {
      return 'unknown';
    }
    return nowMs < expiresAtMs ? 'accepted' : 'expired';
  }
}
