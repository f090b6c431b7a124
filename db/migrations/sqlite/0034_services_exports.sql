CREATE TABLE `service_trade` (
	`month` text NOT NULL,
	`provider_organisation_id` text NOT NULL,
	`provider_country` text NOT NULL,
	`buyer_country` text NOT NULL,
	`service` text NOT NULL,
	`corridor` text NOT NULL,
	`count` integer NOT NULL,
	`value_cny_minor` integer NOT NULL,
	`margin_cny_minor` integer NOT NULL,
	`pass_through_cny_minor` integer NOT NULL,
	PRIMARY KEY(`month`, `provider_organisation_id`, `provider_country`, `buyer_country`, `service`, `corridor`)
);
--> statement-breakpoint
ALTER TABLE `orders` ADD `buyer_country` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `provider_country` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `margin_cny_minor` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- Orders that are there: both countries as they stand, and of payments what the won offer takes as a spread (FXS by the amount without a minimum), in CNY at the order's own rate.
UPDATE `orders` SET
  `buyer_country` = (SELECT `country` FROM `organisations` WHERE `id` = `orders`.`buyer_organisation_id`),
  `provider_country` = (SELECT `country` FROM `organisations` WHERE `id` = `orders`.`provider_organisation_id`);--> statement-breakpoint
UPDATE `orders` SET `margin_cny_minor` = (
  SELECT coalesce(sum(CAST(line.value ->> 'amountMinor' AS integer)), 0)
  FROM `awards` award JOIN `bids` bid ON bid.`id` = award.`bid_id`
    JOIN `bid_versions` version ON version.`bid_id` = bid.`id` AND version.`version` = bid.`version`,
    json_each(version.`content`, CASE award.`alternative` WHEN 0 THEN '$.lines' ELSE '$.alternatives[' || (award.`alternative` - 1) || '].lines' END) line
  WHERE award.`id` = `orders`.`award_id` AND line.value ->> 'code' = 'FXS' AND line.value ->> 'basis' IN ('bps_of_amount', 'percent_of_amount')
    AND line.value ->> 'minimumMinor' IS NULL AND NOT coalesce(line.value ->> 'isPassThrough', 0)
) WHERE `service` = 'payment';--> statement-breakpoint
UPDATE `orders` SET `margin_cny_minor` = CAST(round(`margin_cny_minor` * 1.0 * `contract_cny_minor` / `contract_minor`) AS integer)
  WHERE `contract_minor` > 0 AND `margin_cny_minor` > 0 AND `contract_currency` <> 'CNY';--> statement-breakpoint
UPDATE `orders` SET `margin_cny_minor` = max(0, `contract_cny_minor` - `pass_through_cny_minor`)
  WHERE `margin_cny_minor` > max(0, `contract_cny_minor` - `pass_through_cny_minor`);--> statement-breakpoint
INSERT INTO `service_trade` (month, provider_organisation_id, provider_country, buyer_country, service, corridor, count, value_cny_minor, margin_cny_minor, pass_through_cny_minor) SELECT contracted_month, provider_organisation_id, provider_country, buyer_country, service, corridor, count(*), sum(contract_cny_minor - pass_through_cny_minor), sum(margin_cny_minor), sum(pass_through_cny_minor) FROM `orders` WHERE state <> 'cancelled' GROUP BY 1, 2, 3, 4, 5, 6;
