CREATE TABLE `notice_wishes` (
	`user_id` text NOT NULL,
	`what` text NOT NULL,
	`subject` text NOT NULL,
	`is_in_inbox` integer,
	`mail` text,
	`muted_at` integer,
	PRIMARY KEY(`user_id`, `what`, `subject`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `mails` ADD `stop_address` text;--> statement-breakpoint
ALTER TABLE `notices` ADD `deal_id` text;--> statement-breakpoint
ALTER TABLE `notices` ADD `subject_id` text;--> statement-breakpoint
ALTER TABLE `notices` ADD `is_quiet` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `notices` ADD `digest_at` integer;--> statement-breakpoint
CREATE INDEX `notices_by_deal` ON `notices` (`user_id`,`organisation_id`,`deal_id`,`id`);--> statement-breakpoint
CREATE INDEX `notices_by_digest` ON `notices` (`digest_at`) WHERE digest_at is not null;--> statement-breakpoint
CREATE INDEX `notices_to_digest` ON `notices` (`user_id`,`id`) WHERE digest_at is not null;--> statement-breakpoint
UPDATE `notices` SET `deal_id` = (SELECT json_extract(`event`, '$.dealId') FROM `outbox` WHERE `outbox`.`id` = `notices`.`event_id`), `subject_id` = (SELECT coalesce(json_extract(`event`, '$.requestId'), json_extract(`event`, '$.orderId')) FROM `outbox` WHERE `outbox`.`id` = `notices`.`event_id`);
