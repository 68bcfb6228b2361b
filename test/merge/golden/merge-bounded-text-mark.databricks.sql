MERGE INTO `lakehouse`.`postgres_raw`.`pg_orders` AS t
USING (
  SELECT c0 AS v0, c1 AS v1, c2 AS v2, op, lsn, committed_at
  FROM parquet.`/Volumes/main/ops/stage/p-test/0000-1/t1/from-0`
  WHERE lsn >= (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE raise_error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS STRING), 'none'))) END FROM `lakehouse`.`postgres_raw`.`_tributary_checkpoint` WHERE pipeline = 'orders' AND entry = 'checkpoint')
) AS s
ON t.`order_id` = s.v0 AND t.`order_id` BETWEEN 'a\'\\ $\{x}' AND 'ž'
WHEN MATCHED AND s.op = 'd' AND s.lsn >= t._commit_lsn THEN UPDATE SET _deleted = true, _commit_lsn = s.lsn, _committed_at = s.committed_at, _synced_at = timestamp_micros(1767225600000000)
WHEN MATCHED AND s.op <> 'd' AND s.lsn >= t._commit_lsn THEN UPDATE SET
  `amount` = s.v1,
  `notes` = s.v2,
  _commit_lsn = s.lsn,
  _committed_at = s.committed_at,
  _synced_at = timestamp_micros(1767225600000000),
  _deleted = (s.op = 'x')
WHEN NOT MATCHED THEN INSERT (`order_id`, `amount`, `notes`, _commit_lsn, _committed_at, _synced_at, _deleted)
  VALUES (s.v0, s.v1, s.v2, s.lsn, s.committed_at, timestamp_micros(1767225600000000), s.op <> 'u')
