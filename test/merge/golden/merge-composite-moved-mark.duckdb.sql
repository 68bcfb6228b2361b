MERGE INTO "lakehouse"."postgres_raw"."pg_order_lines" AS t
USING (
  SELECT c.v0 AS v0, c.v1 AS v1, c.v2 AS v2, CASE WHEN NOT c.u3 THEN c.v3 WHEN (coalesce(b._commit_lsn < c.moved_lsn, false) AND coalesce(a._commit_lsn < c.moved_lsn, true)) THEN b."memo" ELSE c.v3 END AS v3, c.v4 AS v4, c.u3 AND NOT false AND NOT (coalesce(b._commit_lsn < c.moved_lsn, false) AND coalesce(a._commit_lsn < c.moved_lsn, true)) AS u3, c.op AS op, c.lsn AS lsn, c.committed_at AS committed_at, c.moved_lsn AS moved_lsn
  FROM (
  SELECT c0 AS v0, c1 AS v1, c2 AS v2, c3 AS v3, c4 AS v4, k3 AS u3, f2 AS p2, f1 AS p1, moved_lsn, op, lsn, committed_at
  FROM read_parquet('/data/lakehouse.duckdb.staging/p-test/0000-1/t1/from-0/*.parquet')
  WHERE lsn >= (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS VARCHAR), 'none'))) END FROM "lakehouse"."postgres_raw"."_tributary_checkpoint" WHERE pipeline = 'orders' AND entry = 'checkpoint')
  ) AS c
  LEFT JOIN "lakehouse"."postgres_raw"."pg_order_lines" AS a ON a."order_id" = c.v2 AND a."line" = c.v1
  LEFT JOIN "lakehouse"."postgres_raw"."pg_order_lines" AS b ON b."order_id" = c.p2 AND b."line" = c.p1
) AS s
ON t."line" = s.v1 AND t."order_id" = s.v2
WHEN MATCHED AND s.op = 'd' AND s.lsn >= t._commit_lsn THEN UPDATE SET _deleted = true, _commit_lsn = s.lsn, _committed_at = s.committed_at, _synced_at = make_timestamptz(1767225600000000)
WHEN MATCHED AND s.op <> 'd' AND s.lsn >= t._commit_lsn AND CASE WHEN s.op <> 'd' AND (s.u3) AND t._commit_lsn < s.moved_lsn THEN CAST(error(concat('tributary: unchanged values are missing ', s.op)) AS BOOLEAN) ELSE true END THEN UPDATE SET
  "quantity" = s.v0,
  "memo" = CASE WHEN s.u3 THEN t."memo" ELSE s.v3 END,
  "shipped" = s.v4,
  _commit_lsn = s.lsn,
  _committed_at = s.committed_at,
  _synced_at = make_timestamptz(1767225600000000),
  _deleted = (s.op = 'x')
WHEN NOT MATCHED AND CASE WHEN s.op <> 'd' AND (s.u3) THEN CAST(error(concat('tributary: unchanged values are missing ', s.op)) AS BOOLEAN) ELSE true END THEN INSERT ("quantity", "line", "order_id", "memo", "shipped", _commit_lsn, _committed_at, _synced_at, _deleted)
  VALUES (s.v0, s.v1, s.v2, s.v3, s.v4, s.lsn, s.committed_at, make_timestamptz(1767225600000000), s.op <> 'u')
