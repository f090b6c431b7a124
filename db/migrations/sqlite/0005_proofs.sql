CREATE TABLE `opening_minutes` (
	`request_id` text PRIMARY KEY NOT NULL,
	`opened_at` integer NOT NULL,
	`is_by_clock` integer NOT NULL,
	`user_ids` text NOT NULL,
	`key_fingerprint` text,
	`root` text,
	`opened_count` integer NOT NULL,
	`stale_count` integer NOT NULL,
	`withdrawn_count` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `receipt_lists` (
	`request_id` text PRIMARY KEY NOT NULL,
	`closed_at` integer NOT NULL,
	`receipts` text NOT NULL,
	`leaves` text NOT NULL,
	`root` text NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `opening_approvals` ADD `share_number` integer;--> statement-breakpoint
ALTER TABLE `opening_approvals` ADD `share` blob;--> statement-breakpoint
ALTER TABLE `request_keys` ADD `public_key` blob;--> statement-breakpoint
ALTER TABLE `request_keys` ADD `wrapped_share` blob;