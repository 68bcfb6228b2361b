CREATE SCHEMA IF NOT EXISTS `lakehouse`.`postgres_raw`;
ALTER TABLE `lakehouse`.`postgres_raw`.`pg_orders` ADD COLUMN `a_boolean` BOOLEAN;
ALTER TABLE `lakehouse`.`postgres_raw`.`pg_orders` ADD COLUMN `a_int16` SMALLINT;
ALTER TABLE `lakehouse`.`postgres_raw`.`pg_orders` ADD COLUMN `a_int32` INT;
ALTER TABLE `lakehouse`.`postgres_raw`.`pg_orders` ADD COLUMN `a_int64` BIGINT;
ALTER TABLE `lakehouse`.`postgres_raw`.`pg_orders` ADD COLUMN `a_float32` FLOAT;
ALTER TABLE `lakehouse`.`postgres_raw`.`pg_orders` ADD COLUMN `a_float64` DOUBLE;
ALTER TABLE `lakehouse`.`postgres_raw`.`pg_orders` ADD COLUMN `a_decimal` DECIMAL(38,9);
ALTER TABLE `lakehouse`.`postgres_raw`.`pg_orders` ADD COLUMN `a_string` STRING;
ALTER TABLE `lakehouse`.`postgres_raw`.`pg_orders` ADD COLUMN `a_binary` BINARY;
ALTER TABLE `lakehouse`.`postgres_raw`.`pg_orders` ADD COLUMN `a_date` DATE;
ALTER TABLE `lakehouse`.`postgres_raw`.`pg_orders` ADD COLUMN `a_timestamp` TIMESTAMP_NTZ;
ALTER TABLE `lakehouse`.`postgres_raw`.`pg_orders` ADD COLUMN `a_timestamptz` TIMESTAMP;
ALTER TABLE `lakehouse`.`postgres_raw`.`o"rd``er's \ 🙂` ADD COLUMN `back\sl``ash "1"` STRING;
UPDATE `lakehouse`.`postgres_raw`.`o"rd``er's \ 🙂` SET `back\sl``ash "1"` = 'it\'s \\ `$\{x}` 
 🙂' WHERE `back\sl``ash "1"` IS NULL;
