CREATE TABLE `clerk_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`organisation_id` text NOT NULL,
	`draft_id` text NOT NULL,
	`field` text NOT NULL,
	`suggested_value` text NOT NULL,
	`outcome` text NOT NULL,
	`taken_value` text,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clerk_entries_by_draft` ON `clerk_entries` (`draft_id`,`at`);--> statement-breakpoint
ALTER TABLE `deal_drafts` ADD `suggested` text;