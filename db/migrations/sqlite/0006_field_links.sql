CREATE TABLE `field_links` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`made_by_user_id` text NOT NULL,
	`role` text NOT NULL,
	`person` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_by_user_id` text,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `field_links_by_order` ON `field_links` (`order_id`,`organisation_id`,`id`);--> statement-breakpoint
CREATE TABLE `field_photos` (
	`link_id` text NOT NULL,
	`id` text NOT NULL,
	`file_id` text NOT NULL,
	`original_sha256` text NOT NULL,
	`taken_at` integer,
	`taken_lat_e_6` integer,
	`taken_lon_e_6` integer,
	`received_at` integer NOT NULL,
	`report_id` text,
	PRIMARY KEY(`link_id`, `id`),
	FOREIGN KEY (`link_id`) REFERENCES `field_links`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `field_reports` (
	`link_id` text NOT NULL,
	`id` text NOT NULL,
	`order_id` text NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`made_at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`told_at` integer NOT NULL,
	`occurred_at` integer NOT NULL,
	`is_step` integer NOT NULL,
	`note` text,
	`evidence` text NOT NULL,
	PRIMARY KEY(`link_id`, `id`),
	FOREIGN KEY (`link_id`) REFERENCES `field_links`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `field_reports_by_order` ON `field_reports` (`order_id`,`received_at`);--> statement-breakpoint
ALTER TABLE `files` ADD `field_link_id` text;--> statement-breakpoint
ALTER TABLE `order_milestones` ADD `evidence` text;