import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Spark 4 needs it. */
const OLDEST_JAVA = 17;

export interface Jdk {
  readonly java: string;
  readonly javac: string;
}

/**
 * The JDK of `JAVA_HOME`, else the one on the path. Throws an Error in words for people when there is none, or only an
 * old one.
 */
export async function findJdk(environment: NodeJS.ProcessEnv): Promise<Jdk> {
  const home = environment['JAVA_HOME'];
  const program = (name: string) => (home === undefined || home === '' ? name : join(home, 'bin', name));
  const javac = program('javac');
  // `javac 17.0.15`
  const version = await run(javac, ['-version']).then(
    ({ stdout }) => Number(/^javac (\d+)/.exec(stdout)?.[1]),
    () => undefined,
  );
  if (version === undefined || !(version >= OLDEST_JAVA)) {
    const found = version === undefined ? 'none was found' : `${javac} is of version ${version}`;
    throw new Error(
      `Spark needs a JDK of version ${OLDEST_JAVA} or newer, and ${found}. Install one, and let JAVA_HOME name it.`,
    );
  }
  return { java: program('java'), javac };
}
