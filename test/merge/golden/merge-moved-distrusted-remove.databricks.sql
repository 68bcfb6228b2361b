MERGE INTO `lakehouse`.`postgres_raw`.`pg_orders` AS t
USING (
  SELECT c.v0 AS v0, c.v1 AS v1, CASE WHEN NOT c.u2 THEN c.v2 WHEN (c.moved_lsn > 4711 AND coalesce(b._commit_lsn < c.moved_lsn, false) AND coalesce(a._commit_lsn < c.moved_lsn, true)) THEN b.`notes` ELSE c.v2 END AS v2, c.u2 AND NOT false AND NOT (c.moved_lsn > 4711 AND coalesce(b._commit_lsn < c.moved_lsn, false) AND coalesce(a._commit_lsn < c.moved_lsn, true)) AS u2, c.op AS op, c.lsn AS lsn, c.committed_at AS committed_at, c.moved_lsn AS moved_lsn
  FROM (
  SELECT c0 AS v0, c1 AS v1, c2 AS v2, k2 AS u2, f0 AS p0, moved_lsn, op, lsn, committed_at
  FROM parquet.`/Volumes/main/ops/stage/p-test/0000-1/t1/from-0`
  WHERE lsn >= (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE raise_error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS STRING), 'none'))) END FROM `lakehouse`.`postgres_raw`.`_tributary_checkpoint` WHERE pipeline = 'orders' AND entry = 'checkpoint')
  ) AS c
  LEFT JOIN `lakehouse`.`postgres_raw`.`pg_orders` AS a ON a.`order_id` = c.v0
  LEFT JOIN `lakehouse`.`postgres_raw`.`pg_orders` AS b ON b.`order_id` = c.p0
) AS s
ON t.`order_id` = s.v0
WHEN MATCHED AND s.op <> 'u' AND s.lsn >= t._commit_lsn THEN DELETE
WHEN MATCHED AND s.op = 'u' AND s.lsn >= t._commit_lsn THEN UPDATE SET
  `amount` = s.v1,
  `notes` = CASE WHEN s.op <> 'd' AND s.u2 AND t._commit_lsn < s.moved_lsn THEN raise_error(concat('tributary: unchanged values are missing ', s.op)) WHEN s.u2 THEN t.`notes` ELSE s.v2 END,
  _commit_lsn = s.lsn,
  _committed_at = s.committed_at,
  _synced_at = timestamp_micros(1767225600000000)
WHEN NOT MATCHED AND s.op = 'u' THEN INSERT (`order_id`, `amount`, `notes`, _commit_lsn, _committed_at, _synced_at)
  VALUES (s.v0, s.v1, CASE WHEN s.op <> 'd' AND s.u2 THEN raise_error(concat('tributary: unchanged values are missing ', s.op)) ELSE s.v2 END, s.lsn, s.committed_at, timestamp_micros(1767225600000000))
