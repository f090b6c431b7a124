CREATE TABLE `visitor_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`address_hash` text NOT NULL,
	`title` text NOT NULL,
	`fields` text NOT NULL,
	`suggested` text,
	`settled` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`version` integer NOT NULL,
	`user_id` text,
	`organisation` text,
	`handed_version` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visitor_drafts_by_token` ON `visitor_drafts` (`token_hash`);--> statement-breakpoint
CREATE INDEX `visitor_drafts_by_address` ON `visitor_drafts` (`address_hash`);--> statement-breakpoint
CREATE INDEX `visitor_drafts_by_user` ON `visitor_drafts` (`user_id`);--> statement-breakpoint
CREATE INDEX `visitor_drafts_by_end` ON `visitor_drafts` (`expires_at`);