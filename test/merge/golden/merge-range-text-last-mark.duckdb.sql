MERGE INTO "lakehouse"."postgres_raw"."o""rd`er's \ 🙂" AS t
USING (
  SELECT c0 AS v0, c1 AS v1, c2 AS v2, c3 AS v3, c4 AS v4, c5 AS v5, op, lsn, committed_at
  FROM read_parquet('/data/lakehouse.duckdb.staging/p-test/0000-1/t1/from-0/*.parquet')
  WHERE lsn >= (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS VARCHAR), 'none'))) END FROM "lakehouse"."postgres_raw"."_tributary_checkpoint" WHERE pipeline = 'orders' AND entry = 'checkpoint')
  UNION ALL
  SELECT g."Key ""1""" AS v0, CAST(NULL AS BOOLEAN) AS v1, CAST(NULL AS BLOB) AS v2, CAST(NULL AS DOUBLE) AS v3, CAST(NULL AS DATE) AS v4, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS v5, 'd' AS op, CAST(4711 AS BIGINT) AS lsn, make_timestamptz(1700000000000000) AS committed_at
  FROM "lakehouse"."postgres_raw"."o""rd`er's \ 🙂" AS g
  WHERE ((g."Key ""1""" > 'k''\ ${x} 🙂 ')) AND g."Key ""1""" >= ''
    AND (NOT g._deleted OR g._commit_lsn > 4711)
    AND NOT EXISTS (SELECT 1 FROM read_parquet('/data/lakehouse.duckdb.staging/p-test/0000-1/t1/from-0/*.parquet') AS k WHERE k.c0 = g."Key ""1""")
    AND (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS VARCHAR), 'none'))) END FROM "lakehouse"."postgres_raw"."_tributary_checkpoint" WHERE pipeline = 'orders' AND entry = 'checkpoint') = 0
) AS s
ON t."Key ""1""" = s.v0 AND t."Key ""1""" >= 'k''\ ${x} 🙂 ' AND t."Key ""1""" >= ''
WHEN MATCHED AND s.op = 'd' THEN UPDATE SET _deleted = true, _commit_lsn = s.lsn, _committed_at = s.committed_at, _synced_at = make_timestamptz(1767225600000000)
WHEN MATCHED AND s.op <> 'd' THEN UPDATE SET
  "back`tick" = s.v1,
  "back\slash" = s.v2,
  "quo'te; DROP TABLE x; --" = s.v3,
  "$" = s.v4,
  "select" = s.v5,
  _commit_lsn = s.lsn,
  _committed_at = s.committed_at,
  _synced_at = make_timestamptz(1767225600000000),
  _deleted = (s.op = 'x')
WHEN NOT MATCHED THEN INSERT ("Key ""1""", "back`tick", "back\slash", "quo'te; DROP TABLE x; --", "$", "select", _commit_lsn, _committed_at, _synced_at, _deleted)
  VALUES (s.v0, s.v1, s.v2, s.v3, s.v4, s.v5, s.lsn, s.committed_at, make_timestamptz(1767225600000000), s.op <> 'u')
