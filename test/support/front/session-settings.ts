/** A session was asked for that a warehouse does not give. */
export class SessionSettingError extends Error {
  override readonly name = 'SessionSettingError';
}

/** A warehouse allows these and no others; `spark.*` least of all. */
const SETTINGS: Readonly<Record<string, RegExp>> = {
  ANSI_MODE: /^(true|false)$/i,
  LEGACY_TIME_PARSER_POLICY: /^(EXCEPTION|LEGACY|CORRECTED)$/i,
  MAX_FILE_PARTITION_BYTES: /^\d+[bkmg]?$/i,
  STATEMENT_TIMEOUT: /^\d{1,6}$/,
  TIMEZONE: /^[A-Za-z0-9/_+:-]+$/,
  USE_CACHED_RESULT: /^(true|false)$/i,
  QUERY_TAGS: /^/,
};

/** Two days. */
const MAX_STATEMENT_TIMEOUT_SECONDS = 172_800;

/** The settings with their names in upper case. Throws where a warehouse would refuse one. */
export function checkSessionSettings(
  configuration: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(configuration).map(([name, value]) => {
      const pattern = SETTINGS[name.toUpperCase()];
      if (pattern === undefined) {
        throw new SessionSettingError(
          `[CONFIG_NOT_AVAILABLE] Configuration ${name} is not available. SQLSTATE: 42K0I`,
        );
      }
      if (!pattern.test(value) || exceedsTimeout(name, value)) {
        throw new SessionSettingError(
          `[INVALID_CONF_VALUE.DEFAULT] The value '${value}' in the config "${name}" is invalid. SQLSTATE: 22022`,
        );
      }
      return [name.toUpperCase(), value];
    }),
  );
}

function exceedsTimeout(name: string, value: string): boolean {
  return name.toUpperCase() === 'STATEMENT_TIMEOUT' && Number(value) > MAX_STATEMENT_TIMEOUT_SECONDS;
}
