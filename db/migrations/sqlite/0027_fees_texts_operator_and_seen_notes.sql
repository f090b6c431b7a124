CREATE TABLE `fees` (
	`id` text PRIMARY KEY NOT NULL,
	`payer` text NOT NULL,
	`basis` text NOT NULL,
	`share_bps` integer,
	`amount_minor` integer,
	`currency` text,
	`valid_from` text NOT NULL,
	`note_en` text NOT NULL,
	`note_zh` text NOT NULL,
	`entered_by_user_id` text,
	`entered_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `fees_by_payer` ON `fees` (`payer`,`basis`,`valid_from`);--> statement-breakpoint
CREATE TABLE `operator_details` (
	`id` text PRIMARY KEY NOT NULL,
	`name_en` text NOT NULL,
	`name_zh` text NOT NULL,
	`registration` text NOT NULL,
	`address_en` text NOT NULL,
	`address_zh` text NOT NULL,
	`email` text NOT NULL,
	`phone` text NOT NULL,
	`entered_by_user_id` text,
	`entered_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `operator_details_by_time` ON `operator_details` (`entered_at`);--> statement-breakpoint
CREATE TABLE `seen_notes` (
	`user_id` text NOT NULL,
	`note` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `note`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `site_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`body_en` text NOT NULL,
	`body_zh` text NOT NULL,
	`entered_by_user_id` text,
	`entered_at` integer NOT NULL,
	`published_at` integer,
	`published_by_user_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `site_texts_by_version` ON `site_texts` (`kind`,`version`);