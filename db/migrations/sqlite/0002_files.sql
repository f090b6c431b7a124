CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`uploaded_by_user_id` text NOT NULL,
	`subject_kind` text,
	`subject_id` text,
	`milestone_code` text,
	`state` text NOT NULL,
	`facts` blob NOT NULL,
	`key_for_owner` blob NOT NULL,
	`key_for_request` blob,
	`object_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`scanned_at` integer,
	`attempts` integer NOT NULL,
	`next_scan_at` integer NOT NULL,
	`last_error` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uploaded_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `files_by_object` ON `files` (`object_name`);--> statement-breakpoint
CREATE INDEX `files_by_subject` ON `files` (`subject_kind`,`subject_id`,`id`);--> statement-breakpoint
CREATE INDEX `files_by_organisation` ON `files` (`organisation_id`,`subject_kind`,`id`);--> statement-breakpoint
CREATE INDEX `files_to_scan` ON `files` (`state`,`next_scan_at`);