MERGE INTO "lakehouse"."postgres_raw"."pg_orders" AS t
USING (
  SELECT c.v0 AS v0, c.v1 AS v1, CASE WHEN NOT c.u2 THEN c.v2 WHEN (r.lsn IS NOT NULL) THEN r.c2 ELSE c.v2 END AS v2, c.u2 AND NOT (r.lsn IS NOT NULL) AND NOT false AS u2, c.op AS op, c.lsn AS lsn, c.committed_at AS committed_at
  FROM (
  SELECT v0, v1, v2, u2, op, lsn, committed_at FROM (
  SELECT v0, first_value(v1) OVER image AS v1, first_value(v2) OVER known2 AS v2, first_value(op = 'd' OR u2) OVER known2 AS u2, CASE WHEN op = 'u' THEN 'u' WHEN first_value(op) OVER image = 'd' THEN 'd' ELSE 'x' END AS op, lsn, committed_at, row_number() OVER latest AS rank
  FROM (
  SELECT c0 AS v0, c1 AS v1, c2 AS v2, k2 AS u2, op, lsn, committed_at, seq
  FROM read_parquet('/data/lakehouse.duckdb.staging/p-test/0000-1/t1/from-0/*.parquet')
  WHERE lsn >= (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS VARCHAR), 'none'))) END FROM "lakehouse"."postgres_raw"."_tributary_checkpoint" WHERE pipeline = 'orders' AND entry = 'checkpoint')
  ) AS parts
  WINDOW latest AS (PARTITION BY v0 ORDER BY seq DESC),
    image AS (PARTITION BY v0 ORDER BY CASE WHEN op = 'd' THEN 1 ELSE 0 END, seq DESC),
    known2 AS (PARTITION BY v0 ORDER BY CASE WHEN op = 'd' OR u2 THEN 1 ELSE 0 END, seq DESC)
  ) AS folded WHERE rank = 1
  ) AS c
  LEFT JOIN read_parquet('/data/lakehouse.duckdb.staging/p-test/0000-1/t1/reread/*.parquet') AS r ON r.c0 = c.v0
) AS s
ON t."order_id" = s.v0
WHEN MATCHED AND s.op <> 'u' AND s.lsn >= t._commit_lsn THEN DELETE
WHEN MATCHED AND s.op = 'u' AND s.lsn >= t._commit_lsn THEN UPDATE SET
  "amount" = s.v1,
  "notes" = CASE WHEN s.u2 THEN t."notes" ELSE s.v2 END,
  _commit_lsn = s.lsn,
  _committed_at = s.committed_at,
  _synced_at = make_timestamptz(1767225600000000)
WHEN NOT MATCHED AND s.op = 'u' AND CASE WHEN s.op <> 'd' AND (s.u2) THEN CAST(error(concat('tributary: unchanged values are missing ', s.op)) AS BOOLEAN) ELSE true END THEN INSERT ("order_id", "amount", "notes", _commit_lsn, _committed_at, _synced_at)
  VALUES (s.v0, s.v1, s.v2, s.lsn, s.committed_at, make_timestamptz(1767225600000000))
