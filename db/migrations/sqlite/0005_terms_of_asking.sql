CREATE TABLE `organisation_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`outcome` text NOT NULL,
	`registration_number` text NOT NULL,
	`register` text NOT NULL,
	`expires_on` text,
	`reason` text NOT NULL,
	`checked_by_user_id` text NOT NULL,
	`checked_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organisation_checks_by_organisation` ON `organisation_checks` (`organisation_id`,`checked_at`);--> statement-breakpoint
CREATE TABLE `question_answers` (
	`question_id` text NOT NULL,
	`number` integer NOT NULL,
	`answer` text NOT NULL,
	`answered_by_user_id` text,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`question_id`, `number`),
	FOREIGN KEY (`question_id`) REFERENCES `request_questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `request_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`audit_id` text NOT NULL,
	`request_id` text NOT NULL,
	`asker_organisation_id` text NOT NULL,
	`question` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asker_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `request_questions_by_audit_id` ON `request_questions` (`audit_id`);--> statement-breakpoint
CREATE INDEX `request_questions_by_request` ON `request_questions` (`request_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `request_questions_by_asker` ON `request_questions` (`request_id`,`asker_organisation_id`);--> statement-breakpoint
CREATE TABLE `panel_scores` (
	`bid_id` text NOT NULL,
	`criterion` integer NOT NULL,
	`user_id` text NOT NULL,
	`request_id` text NOT NULL,
	`points` integer NOT NULL,
	`scored_at` integer NOT NULL,
	PRIMARY KEY(`bid_id`, `criterion`, `user_id`),
	FOREIGN KEY (`bid_id`) REFERENCES `bids`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `panel_scores_by_request` ON `panel_scores` (`request_id`);