MERGE INTO `lakehouse`.`postgres_raw`.`pg_orders` AS t
USING (SELECT (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE raise_error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS STRING), 'none'))) END FROM `lakehouse`.`postgres_raw`.`_tributary_checkpoint` WHERE pipeline = 'orders' AND entry = 'checkpoint') AS fence) AS s
ON t._commit_lsn <= 4711 AND s.fence = 0
WHEN MATCHED THEN DELETE
