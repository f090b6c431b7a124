CREATE TABLE `thread_messages` (
	`bid_id` text NOT NULL,
	`seq` integer NOT NULL,
	`by` text NOT NULL,
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	`words` text NOT NULL,
	`file_ids` text NOT NULL,
	`is_by_mail` integer NOT NULL,
	PRIMARY KEY(`bid_id`, `seq`),
	FOREIGN KEY (`bid_id`) REFERENCES `threads`(`bid_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `thread_reminders` (
	`bid_id` text NOT NULL,
	`at` integer NOT NULL,
	`side` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`bid_id`, `at`, `side`),
	FOREIGN KEY (`bid_id`) REFERENCES `threads`(`bid_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `threads` (
	`bid_id` text PRIMARY KEY NOT NULL,
	`last_seq` integer NOT NULL,
	`last_by` text,
	`last_at` integer,
	`buyer_read_seq` integer NOT NULL,
	`buyer_read_at` integer,
	`buyer_unread` integer NOT NULL,
	`provider_read_seq` integer NOT NULL,
	`provider_read_at` integer,
	`provider_unread` integer NOT NULL,
	`buyer_reminded_at` integer,
	`provider_reminded_at` integer,
	FOREIGN KEY (`bid_id`) REFERENCES `bids`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `mails` ADD `reply_to` text;