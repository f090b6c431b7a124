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
ALTER TABLE `deals` ADD `log_seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `held_since` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `exception_since` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `disputed_since` integer;