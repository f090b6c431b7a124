CREATE TABLE `gate_statements` (
	`deal_id` text NOT NULL,
	`need` text NOT NULL,
	`stated_by_user_id` text NOT NULL,
	`stated_at` integer NOT NULL,
	PRIMARY KEY(`deal_id`, `need`),
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stated_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `requests_one_per_service`;--> statement-breakpoint
ALTER TABLE `requests` ADD `is_rejected` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `requests` ADD `fallback` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `fallback_at` integer;--> statement-breakpoint
ALTER TABLE `requests` ADD `fallback_by_user_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `requests` ADD `replaces_id` text;--> statement-breakpoint
CREATE INDEX `requests_by_deal` ON `requests` (`deal_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `requests_one_per_service` ON `requests` (`deal_id`,`service`) WHERE fallback is null or fallback <> 'again';--> statement-breakpoint
-- Requests that are there: those whose buyer has rejected all bids, so that it still has to say how their deals go on.
UPDATE `requests` SET `is_rejected` = true WHERE `state` = 'cancelled' AND `id` IN (SELECT `request_id` FROM `request_ends` WHERE `kind` = 'rejected');