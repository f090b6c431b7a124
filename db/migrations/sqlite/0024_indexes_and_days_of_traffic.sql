CREATE TABLE `traffic_days` (
	`day` text NOT NULL,
	`hub_id` text NOT NULL,
	`corridor` text NOT NULL,
	`service` text NOT NULL,
	`is_border_hub` integer NOT NULL,
	`count` integer NOT NULL,
	`value_cny_minor` integer NOT NULL,
	`pass_through_cny_minor` integer DEFAULT 0 NOT NULL,
	`weight_grams` integer NOT NULL,
	PRIMARY KEY(`day`, `hub_id`, `corridor`, `service`)
);
--> statement-breakpoint
CREATE INDEX `organisations_by_name` ON `organisations` (`name_latin`,`id`);--> statement-breakpoint
CREATE INDEX `orders_by_state` ON `orders` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `bid_drafts_by_time` ON `bid_drafts` (`saved_at`,`id`);--> statement-breakpoint
INSERT INTO `traffic_days` (day, hub_id, corridor, service, is_border_hub, count, value_cny_minor, pass_through_cny_minor, weight_grams) SELECT strftime('%Y-%m-%d', contracted_at / 1000 + 28800, 'unixepoch'), hub_id, corridor, service, max(is_border_hub), count(*), sum(contract_cny_minor - pass_through_cny_minor), sum(pass_through_cny_minor), sum(gross_weight_grams) FROM `orders` WHERE state <> 'cancelled' GROUP BY 1, 2, 3, 4;--> statement-breakpoint
INSERT INTO `traffic_days` (day, hub_id, corridor, service, is_border_hub, count, value_cny_minor, pass_through_cny_minor, weight_grams) SELECT strftime('%Y-%m-%d', d.contracted_at / 1000 + 28800, 'unixepoch'), d.hub_id, d.corridor, 'deal', max(h.is_border_hub), count(*), 0, 0, sum((SELECT o.gross_weight_grams FROM orders o WHERE o.deal_id = d.id ORDER BY o.contracted_at, o.id LIMIT 1)) FROM `deals` d INNER JOIN `hubs` h ON h.id = d.hub_id WHERE d.contracted_at IS NOT NULL GROUP BY 1, 2, 3;