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
CREATE INDEX `border_slots_by_due` ON `border_slots` (`due_at`,`id`);