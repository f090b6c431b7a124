CREATE TABLE `chains` (
	`deal_id` text PRIMARY KEY NOT NULL,
	`gates` text NOT NULL,
	`is_edited` integer NOT NULL,
	`closed` text NOT NULL,
	`fixed_at` integer,
	`updated_at` integer NOT NULL,
	`updated_by_user_id` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `deal_log` (
	`deal_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`type` text NOT NULL,
	`order_id` text,
	PRIMARY KEY(`deal_id`, `seq`),
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `gate_waivers` (
	`deal_id` text NOT NULL,
	`gate_key` text NOT NULL,
	`reason` text NOT NULL,
	`waived_by_user_id` text NOT NULL,
	`waived_at` integer NOT NULL,
	PRIMARY KEY(`deal_id`, `gate_key`),
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`waived_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `change_requests` (
	`order_id` text NOT NULL,
	`round` integer NOT NULL,
	`delivered_at` integer NOT NULL,
	`words` text NOT NULL,
	`requested_by_user_id` text NOT NULL,
	`requested_at` integer NOT NULL,
	PRIMARY KEY(`order_id`, `round`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `dispute_entries` (
	`dispute_id` text NOT NULL,
	`seq` integer NOT NULL,
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	`words` text NOT NULL,
	`file_ids` text NOT NULL,
	`offer` text,
	PRIMARY KEY(`dispute_id`, `seq`),
	FOREIGN KEY (`dispute_id`) REFERENCES `disputes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`state` text NOT NULL,
	`code` text NOT NULL,
	`words` text NOT NULL,
	`opened_by_organisation_id` text NOT NULL,
	`opened_by_user_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`escalates_at` integer NOT NULL,
	`escalated_at` integer,
	`escalated_by_user_id` text,
	`evidence_ends_at` integer,
	`decide_by` integer,
	`ending` text,
	`ending_words` text,
	`ended_at` integer,
	`decided_by_user_id` text,
	`closed_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`escalated_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `disputes_by_order` ON `disputes` (`order_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `disputes_by_state` ON `disputes` (`state`,`escalates_at`,`id`);--> statement-breakpoint
ALTER TABLE `deals` ADD `log_seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `held_since` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `exception_since` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `disputed_since` integer;