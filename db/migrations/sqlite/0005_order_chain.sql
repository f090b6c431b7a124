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
CREATE TABLE `delay_segments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`place` text NOT NULL,
	`reason` text NOT NULL,
	`from` integer NOT NULL,
	`to` integer,
	`words` text NOT NULL,
	`by` text NOT NULL,
	`by_user_id` text,
	`at` integer NOT NULL,
	`objection` text,
	`objected_by_user_id` text,
	`objected_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`objected_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `delay_segments_by_order` ON `delay_segments` (`order_id`,`from`,`id`);--> statement-breakpoint
CREATE TABLE `order_exceptions` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`reason` text NOT NULL,
	`words` text NOT NULL,
	`by` text NOT NULL,
	`by_user_id` text,
	`raised_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`ended_by_user_id` text,
	`end_words` text,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_exceptions_by_order` ON `order_exceptions` (`order_id`,`raised_at`,`id`);--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE `deliverable_files` (
	`file_id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`code` text NOT NULL,
	`named_by_user_id` text NOT NULL,
	`named_at` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`named_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deliverable_files_by_order` ON `deliverable_files` (`order_id`,`code`);--> statement-breakpoint
CREATE TABLE `packs` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`made_by_user_id` text NOT NULL,
	`made_at` integer NOT NULL,
	`entries` text NOT NULL,
	`file_ids` text NOT NULL,
	`records` text NOT NULL,
	`manifest` text NOT NULL,
	`root` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `packs_by_order` ON `packs` (`order_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `border_slots` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`number` integer NOT NULL,
	`system` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`place_id` text NOT NULL,
	`window_from` integer NOT NULL,
	`window_to` integer NOT NULL,
	`tractor_plate` text NOT NULL,
	`trailer_plate` text,
	`drivers` text NOT NULL,
	`declared` text NOT NULL,
	`booking_number` text,
	`fee_minor` integer,
	`fee_currency` text,
	`fee_paid_by` text,
	`proof_file_id` text,
	`replaces_id` text,
	`at_fault` text,
	`fault_words` text,
	`booked_by` text NOT NULL,
	`booked_by_user_id` text,
	`requested_at` integer NOT NULL,
	`paid_at` integer,
	`confirmed_at` integer,
	`called_at` integer,
	`entered_at` integer,
	`crossed_at` integer,
	`ended_at` integer,
	`end_words` text,
	`move_count` integer NOT NULL,
	`due_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proof_file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booked_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `border_slots_by_number` ON `border_slots` (`order_id`,`number`);--> statement-breakpoint
CREATE INDEX `border_slots_by_due` ON `border_slots` (`due_at`,`id`);--> statement-breakpoint
CREATE TABLE `work_heads` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `deals` ADD `log_seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `held_since` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `exception_since` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `disputed_since` integer;--> statement-breakpoint
CREATE INDEX `orders_by_provider_and_state` ON `orders` (`provider_organisation_id`,`state`,`contracted_at`);