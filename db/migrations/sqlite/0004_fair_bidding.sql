CREATE TABLE `request_amendments` (
	`request_id` text NOT NULL,
	`number` integer NOT NULL,
	`at` integer NOT NULL,
	`by_user_id` text,
	`reason` text NOT NULL,
	`changes` text NOT NULL,
	`is_spec_changed` integer NOT NULL,
	`is_extended` integer NOT NULL,
	`stale_count` integer NOT NULL,
	PRIMARY KEY(`request_id`, `number`),
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `bid_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_organisation_id` text NOT NULL,
	`service` text NOT NULL,
	`sealed_name` blob NOT NULL,
	`sealed` blob NOT NULL,
	`key_for_bidder` blob NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`provider_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bid_templates_by_provider` ON `bid_templates` (`provider_organisation_id`,`service`);--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE `counter_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`bid_id` text NOT NULL,
	`round` integer NOT NULL,
	`by` text NOT NULL,
	`by_user_id` text NOT NULL,
	`state` text NOT NULL,
	`content` text NOT NULL,
	`note` text NOT NULL,
	`made_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bid_id`) REFERENCES `bids`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `counter_offers_by_bid` ON `counter_offers` (`bid_id`,`made_at`,`id`);--> statement-breakpoint
CREATE INDEX `counter_offers_by_request` ON `counter_offers` (`request_id`,`state`);--> statement-breakpoint
CREATE INDEX `counter_offers_by_state` ON `counter_offers` (`state`,`expires_at`);--> statement-breakpoint
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
CREATE TABLE `request_log` (
	`request_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`event` text NOT NULL,
	PRIMARY KEY(`request_id`, `seq`),
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
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
CREATE INDEX `panel_scores_by_request` ON `panel_scores` (`request_id`);--> statement-breakpoint
ALTER TABLE `bids` ADD `amendment` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `awards` ADD `alternative` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `awards` ADD `package_discount` text;--> statement-breakpoint
ALTER TABLE `opening_approvals` ADD `share_number` integer;--> statement-breakpoint
ALTER TABLE `opening_approvals` ADD `share` blob;--> statement-breakpoint
ALTER TABLE `request_keys` ADD `public_key` blob;--> statement-breakpoint
ALTER TABLE `request_keys` ADD `wrapped_share` blob;--> statement-breakpoint
ALTER TABLE `requests` ADD `terms` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `amendment_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `requests` ADD `extension_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `requests` ADD `log_seq` integer DEFAULT 0 NOT NULL;