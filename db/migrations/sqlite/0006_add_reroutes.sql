CREATE TABLE `reroutes` (
	`deal_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`from_hub_id` text NOT NULL,
	`to_hub_id` text NOT NULL,
	`reason` text NOT NULL,
	`extra_minor` integer NOT NULL,
	`extra_currency` text NOT NULL,
	`later_ms` integer NOT NULL,
	`further_km` integer NOT NULL,
	`asked_by` text NOT NULL,
	`asked_by_user_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answered_by_user_id` text,
	`answered_at` integer,
	`answer_words` text,
	`left_arrival_at` integer,
	`version` integer NOT NULL,
	PRIMARY KEY(`deal_id`, `number`),
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `deals` ADD `board_offset` integer DEFAULT 0 NOT NULL;