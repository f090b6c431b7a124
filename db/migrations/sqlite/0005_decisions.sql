CREATE TABLE `debriefs` (
	`bid_id` text PRIMARY KEY NOT NULL,
	`rank` text,
	`gap` text,
	`code` text NOT NULL,
	`detail` text,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`bid_id`) REFERENCES `bids`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `decision_extensions` (
	`request_id` text NOT NULL,
	`number` integer NOT NULL,
	`at` integer NOT NULL,
	`by_user_id` text NOT NULL,
	`previous_decide_by` integer NOT NULL,
	`decide_by` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`request_id`, `number`),
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `decision_reminders` (
	`request_id` text NOT NULL,
	`decide_by` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`request_id`, `decide_by`),
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `disqualifications` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`bid_id` text NOT NULL,
	`provider_organisation_id` text NOT NULL,
	`state` text NOT NULL,
	`code` text NOT NULL,
	`words` text NOT NULL,
	`decided_by_user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`cure_ends_at` integer,
	`cure_words` text,
	`cure_files` text,
	`cure_sent_at` integer,
	`ended_at` integer,
	`end_words` text,
	`flags` text,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bid_id`) REFERENCES `bids`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `disqualifications_once_a_reason` ON `disqualifications` (`bid_id`,`code`);--> statement-breakpoint
CREATE INDEX `disqualifications_by_request` ON `disqualifications` (`request_id`,`id`);--> statement-breakpoint
CREATE INDEX `disqualifications_by_end` ON `disqualifications` (`state`,`cure_ends_at`);--> statement-breakpoint
CREATE TABLE `request_ends` (
	`request_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`code` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
);
