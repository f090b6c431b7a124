CREATE TABLE `inspection_photos` (
	`file_id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`order_id` text NOT NULL,
	`about` text,
	`taken_at` integer,
	`is_zone_told` integer NOT NULL,
	`position` text,
	`kept_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `inspection_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inspection_photos_by_round` ON `inspection_photos` (`round_id`,`file_id`);--> statement-breakpoint
CREATE TABLE `inspection_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`opened_at` integer NOT NULL,
	`plan` text NOT NULL,
	`charge` text,
	`planned_day` text,
	`inspector_name` text,
	`inspector_key` text,
	`factory_key` text NOT NULL,
	`booked_at` integer,
	`commitment` text,
	`checked_in_at` integer,
	`checked_in_by_user_id` text,
	`position` text,
	`cartons` integer,
	`seed` text,
	`drawn` text,
	`results` text,
	`results_at` integer,
	`results_by_user_id` text,
	`checked_out_at` integer,
	`verdict` text,
	`judgement` text,
	`issued_at` integer,
	`issued_by_user_id` text,
	`report_file_id` text,
	`report_sha256` text,
	`decision` text,
	`decision_reason` text,
	`decided_at` integer,
	`decided_by_user_id` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_in_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`results_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inspection_rounds_by_order` ON `inspection_rounds` (`order_id`,`number`);--> statement-breakpoint
CREATE INDEX `inspection_rounds_by_factory` ON `inspection_rounds` (`factory_key`,`checked_in_at`);--> statement-breakpoint
CREATE TABLE `photo_matches` (
	`file_id` text NOT NULL,
	`round_id` text NOT NULL,
	`other_file_id` text NOT NULL,
	`other_round_id` text NOT NULL,
	`other_order_id` text NOT NULL,
	`distance` integer NOT NULL,
	`other_kept_at` integer NOT NULL,
	`found_at` integer NOT NULL,
	PRIMARY KEY(`file_id`, `other_file_id`)
);
--> statement-breakpoint
CREATE INDEX `photo_matches_by_round` ON `photo_matches` (`round_id`);--> statement-breakpoint
CREATE INDEX `photo_matches_by_time` ON `photo_matches` (`found_at`,`file_id`);--> statement-breakpoint
CREATE TABLE `photo_prints` (
	`band` integer NOT NULL,
	`file_id` text NOT NULL,
	`part` integer NOT NULL,
	`print` text NOT NULL,
	`round_id` text NOT NULL,
	`order_id` text NOT NULL,
	`kept_at` integer NOT NULL,
	PRIMARY KEY(`band`, `file_id`, `part`)
);
