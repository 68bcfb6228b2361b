MERGE INTO "lakehouse"."postgres_raw"."pg_orders" AS t
USING (
  SELECT c0 AS v0, c1 AS v1, c2 AS v2, op, lsn, committed_at
  FROM read_parquet('/data/lakehouse.duckdb.staging/p-test/0000-1/t1/from-0/*.parquet')
  WHERE lsn >= (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS VARCHAR), 'none'))) END FROM "lakehouse"."postgres_raw"."_tributary_checkpoint" WHERE pipeline = 'orders' AND entry = 'checkpoint')
  UNION ALL
  SELECT g."order_id" AS v0, CAST(NULL AS DECIMAL(12,2)) AS v1, CAST(NULL AS VARCHAR) AS v2, 'd' AS op, CAST(4711 AS BIGINT) AS lsn, make_timestamptz(1700000000000000) AS committed_at
  FROM "lakehouse"."postgres_raw"."pg_orders" AS g
  WHERE NOT ((g."order_id" > -9223372036854775808))
    AND (NOT g._deleted OR g._commit_lsn > 4711)
    AND NOT EXISTS (SELECT 1 FROM read_parquet('/data/lakehouse.duckdb.staging/p-test/0000-1/t1/from-0/*.parquet') AS k WHERE k.c0 = g."order_id")
    AND (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS VARCHAR), 'none'))) END FROM "lakehouse"."postgres_raw"."_tributary_checkpoint" WHERE pipeline = 'orders' AND entry = 'checkpoint') = 0
) AS s
ON t."order_id" = s.v0 AND t."order_id" <= -9223372036854775808
WHEN MATCHED AND s.op = 'd' THEN UPDATE SET _deleted = true, _commit_lsn = s.lsn, _committed_at = s.committed_at, _synced_at = make_timestamptz(1767225600000000)
WHEN MATCHED AND s.op <> 'd' THEN UPDATE SET
  "amount" = s.v1,
  "notes" = s.v2,
  _commit_lsn = s.lsn,
  _committed_at = s.committed_at,
  _synced_at = make_timestamptz(1767225600000000),
  _deleted = (s.op = 'x')
WHEN NOT MATCHED THEN INSERT ("order_id", "amount", "notes", _commit_lsn, _committed_at, _synced_at, _deleted)
  VALUES (s.v0, s.v1, s.v2, s.lsn, s.committed_at, make_timestamptz(1767225600000000), s.op <> 'u')
