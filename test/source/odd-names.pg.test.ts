import { expect, it } from 'vitest';
import { TestPipeline } from '../support/test-pipeline.ts';

it('publication, schema, tables and columns may have any name that PostgreSQL lets them have', async () => {
  await using p = await TestPipeline.open(
    `CREATE SCHEMA "Sa""les, 'x' 🙂";
     CREATE TABLE "Sa""les, 'x' 🙂"."Order's ""Line"" \\ 1" (
       "Order Id" int, "select" text, "qu""ote" text, "apo'strophe" text, "back\\slash" text, "🙂" text, "a,b;c(d)=e" int,
       PRIMARY KEY ("select", "Order Id"));
     CREATE TABLE "Sa""les, 'x' 🙂"."UPPER" ("ID" int PRIMARY KEY, "Ünï" text);
     ALTER TABLE "Sa""les, 'x' 🙂"."Order's ""Line"" \\ 1" ALTER COLUMN "qu""ote" SET STORAGE EXTERNAL;
     INSERT INTO "Sa""les, 'x' 🙂"."Order's ""Line"" \\ 1" VALUES (1, 'k''ey', repeat('q', 9000), 'a', 'b', 'c', 7);
     INSERT INTO "Sa""les, 'x' 🙂"."UPPER" VALUES (1, 'ü');
     CREATE PUBLICATION "Mixed, Pub'lication "" 🙂" FOR ALL TABLES;
     GRANT USAGE ON SCHEMA "Sa""les, 'x' 🙂" TO lakeflow_user;
     GRANT SELECT ON ALL TABLES IN SCHEMA "Sa""les, 'x' 🙂" TO lakeflow_user;`,
    {
      name: `o'rders "daily" \\ 🙂`,
      source: { publicationName: `Mixed, Pub'lication " 🙂` },
      selection: { schemas: [{ name: `Sa"les, 'x' 🙂`, tables: undefined }] },
      naming: { prefix: '', case: 'preserve' },
    },
  );
  await p.ingest();
  await p.database.sql(`
    UPDATE "Sa""les, 'x' 🙂"."Order's ""Line"" \\ 1" SET "select" = 'mo"ved', "🙂" = '🙂🙂';
    INSERT INTO "Sa""les, 'x' 🙂"."Order's ""Line"" \\ 1" VALUES (2, '', NULL, '''', '\\', '"', NULL);
    ALTER TABLE "Sa""les, 'x' 🙂"."UPPER" ADD COLUMN "New ""one""" text DEFAULT 'it''s \\ new';
    UPDATE "Sa""les, 'x' 🙂"."UPPER" SET "Ünï" = 'ß'; INSERT INTO "Sa""les, 'x' 🙂"."UPPER" VALUES (2);`);
  await p.ingest();
  expect(
    await p.query(
      `SELECT "Order Id", "select", length("qu""ote"), "apo'strophe", "back\\slash", "🙂", "a,b;c(d)=e"
       FROM lakehouse.postgres_raw."Order's ""Line"" \\ 1" ORDER BY 1`,
    ),
  ).toEqual([
    ['1', 'mo"ved', '9000', 'a', 'b', '🙂🙂', '7'],
    ['2', '', null, "'", '\\', '"', null],
  ]);
  expect(
    await p.query('SELECT "ID", "Ünï", "New ""one""" FROM lakehouse.postgres_raw."UPPER" ORDER BY 1'),
  ).toEqual([
    ['1', 'ß', "it's \\ new"],
    ['2', null, "it's \\ new"],
  ]);
});
