ALTER TABLE `hub_traffic` ADD `pass_through_cny_minor` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `pass_through_cny_minor` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- Orders that are there: what their won offer passes through (lines marked so; duty, tax and state fees), in CNY at the order's own rate.
UPDATE `orders` SET `pass_through_cny_minor` = (
  SELECT coalesce(sum(CAST(line.value ->> 'amountMinor' AS integer)), 0)
  FROM `awards` award JOIN `bids` bid ON bid.`id` = award.`bid_id`
    JOIN `bid_versions` version ON version.`bid_id` = bid.`id` AND version.`version` = bid.`version`,
    json_each(version.`content`, CASE award.`alternative` WHEN 0 THEN '$.lines' ELSE '$.alternatives[' || (award.`alternative` - 1) || '].lines' END) line
  WHERE award.`id` = `orders`.`award_id` AND (line.value ->> 'isPassThrough' OR line.value ->> 'code' IN ('DTY', 'VAT', 'CUF'))
);--> statement-breakpoint
UPDATE `orders` SET `pass_through_cny_minor` = CAST(round(`pass_through_cny_minor` * 1.0 * `contract_cny_minor` / `contract_minor`) AS integer)
  WHERE `contract_minor` > 0 AND `pass_through_cny_minor` > 0 AND `contract_currency` <> 'CNY';--> statement-breakpoint
UPDATE `hub_traffic` SET `pass_through_cny_minor` = (
  SELECT coalesce(sum(o.`pass_through_cny_minor`), 0) FROM `orders` o
  WHERE o.`contracted_month` = `hub_traffic`.`month` AND o.`hub_id` = `hub_traffic`.`hub_id` AND o.`corridor` = `hub_traffic`.`corridor`
    AND o.`service` = `hub_traffic`.`service` AND o.`state` <> 'cancelled'
);--> statement-breakpoint
UPDATE `hub_traffic` SET `value_cny_minor` = `value_cny_minor` - `pass_through_cny_minor`;
