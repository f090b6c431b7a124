CREATE TABLE `check_case_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`event` text NOT NULL,
	`words` text NOT NULL,
	`by_user_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `check_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `check_case_entries_by_case` ON `check_case_entries` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `check_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`state` text NOT NULL,
	`opened_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`taken_by_user_id` text,
	`proposal` text,
	`registration_number` text,
	`register` text,
	`expires_on` text,
	`reason` text,
	`proposed_by_user_id` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `check_cases_by_organisation` ON `check_cases` (`organisation_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `check_cases_by_state` ON `check_cases` (`state`,`changed_at`);--> statement-breakpoint
CREATE TABLE `check_papers` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`issuer` text NOT NULL,
	`issued_on` text NOT NULL,
	`expires_on` text,
	`file_id` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `check_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `check_papers_by_case` ON `check_papers` (`case_id`,`added_at`);--> statement-breakpoint
CREATE INDEX `check_papers_by_organisation` ON `check_papers` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `check_papers_by_file` ON `check_papers` (`file_id`);--> statement-breakpoint
ALTER TABLE `organisations` ADD `suspended_by_user_id` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `restricted_at` integer;--> statement-breakpoint
ALTER TABLE `organisations` ADD `restriction_reason` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `restricted_by_user_id` text;--> statement-breakpoint
ALTER TABLE `organisation_checks` ADD `case_id` text;--> statement-breakpoint
ALTER TABLE `organisation_checks` ADD `confirmed_by_user_id` text REFERENCES users(id);