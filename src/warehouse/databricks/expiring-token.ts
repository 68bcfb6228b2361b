import type { Pace } from './pace.ts';
import type { TokenSource } from './token-source.ts';

/** A token fresh from its issuer. */
export interface MintedToken {
  readonly token: string;
  readonly lifeMs: number;
}

/** A token is renewed when less than this is left of its life, or than half of it where it is short. */
const RENEWAL_MS = 20 * 60_000;
/** Left of a life: too little to begin a request with, or a tenth of a life that is short. */
const TOO_LITTLE_MS = 30_000;
/** Between two tries to renew a token that can still be used. */
const RENEWAL_PAUSE_MS = 30_000;

/**
 * Keeps one token in memory and renews it well before it ends; whoever asks meanwhile waits for the same renewal. When
 * renewing fails, the old token serves as long as it lives.
 */
export function expiringToken(mint: () => Promise<MintedToken>, pace: Pace): TokenSource {
  return new ExpiringToken(mint, pace);
}

interface KeptToken {
  readonly token: string;
  readonly usableUntilMs: number;
  readonly renewAtMs: number;
}

class ExpiringToken implements TokenSource {
  readonly #mint: () => Promise<MintedToken>;
  readonly #pace: Pace;
  #kept: KeptToken | undefined;
  #renewal: Promise<string> | undefined;

  constructor(mint: () => Promise<MintedToken>, pace: Pace) {
    this.#mint = mint;
    this.#pace = pace;
  }

  async token(): Promise<string> {
    const kept = this.#kept;
    if (kept !== undefined && this.#pace.nowMs() < kept.renewAtMs) return kept.token;
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  refuse(token: string): void {
    if (this.#kept?.token === token) this.#kept = undefined;
  }

  async #renew(): Promise<string> {
    // Counted from before the request, so that the token never seems to live longer than it does.
    const sinceMs = this.#pace.nowMs();
    try {
      const { token, lifeMs } = await this.#mint();
      this.#kept = {
        token,
        usableUntilMs: sinceMs + lifeMs - Math.min(TOO_LITTLE_MS, lifeMs / 10),
        renewAtMs: sinceMs + lifeMs - Math.min(RENEWAL_MS, lifeMs / 2),
      };
      return token;
    } catch (error) {
      const old = this.#kept;
      const nowMs = this.#pace.nowMs();
      if (old === undefined || nowMs >= old.usableUntilMs) throw error;
      this.#kept = { ...old, renewAtMs: Math.min(nowMs + RENEWAL_PAUSE_MS, old.usableUntilMs) };
      return old.token;
    }
  }
}
