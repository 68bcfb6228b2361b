/** Spark's own launcher opens these to Spark; we start Java without it. */
const OPENED_PACKAGES = [
  ...['java.lang', 'java.lang.invoke', 'java.lang.reflect', 'java.io', 'java.net', 'java.nio', 'java.util'],
  ...['java.util.concurrent', 'java.util.concurrent.atomic', 'jdk.internal.ref', 'sun.nio.ch', 'sun.nio.cs'],
  ...['sun.security.action', 'sun.util.calendar'],
];

/** The best compiler costs more than it saves within a test run, and so do several threads of garbage collection. */
export const JAVA_OPTIONS: readonly string[] = [
  ...[
    '-Xmx2g',
    '-Xss4m',
    '-XX:TieredStopAtLevel=1',
    // Spark fills the small one that this compiler gets by itself, and is interpreted from then on.
    '-XX:ReservedCodeCacheSize=256m',
    '-XX:+UseSerialGC',
    '-Duser.timezone=UTC',
    '-Dfile.encoding=UTF-8',
  ],
  ...OPENED_PACKAGES.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
];

/** Spark's settings, beginning with those that make it behave as a warehouse does. */
export function sparkConfiguration(directory: string): Readonly<Record<string, string>> {
  return {
    'spark.sql.extensions': 'io.delta.sql.DeltaSparkSessionExtension',
    'spark.sql.catalog.spark_catalog': 'org.apache.spark.sql.delta.catalog.DeltaCatalog',
    'spark.sql.catalogImplementation': 'in-memory',
    'spark.sql.sources.default': 'delta',
    'spark.sql.session.timeZone': 'UTC',
    'spark.sql.ansi.enabled': 'true',
    // What `${…}` means to a warehouse is not known; our SQL has none that could mean anything.
    'spark.sql.variable.substitute': 'false',

    'spark.app.name': 'tributary-tests',
    'spark.driver.host': '127.0.0.1',
    'spark.driver.bindAddress': '127.0.0.1',
    'spark.ui.enabled': 'false',
    'spark.sql.warehouse.dir': `${directory}/session-catalog`,
    'spark.local.dir': `${directory}/temporary`,

    // Speed with a handful of rows: compiling Java for every plan takes longer than running it once.
    'spark.sql.codegen.wholeStage': 'false',
    'spark.sql.codegen.factoryMode': 'NO_CODEGEN',
    'spark.hadoop.fs.file.impl': 'PlainFileSystem',
    // Commits through that file system, too; one process writes.
    'spark.delta.logStore.file.impl': 'io.delta.storage.LocalLogStore',
    'spark.sql.adaptive.enabled': 'false',
    'spark.sql.shuffle.partitions': '2',
    'spark.default.parallelism': '2',
    'spark.databricks.delta.snapshotPartitions': '1',
  };
}
