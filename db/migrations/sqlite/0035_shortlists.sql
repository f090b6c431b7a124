CREATE TABLE `provider_figures` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`on_time_count` integer DEFAULT 0 NOT NULL,
	`delivered_count` integer DEFAULT 0 NOT NULL,
	`completed_count` integer DEFAULT 0 NOT NULL,
	`response_count` integer DEFAULT 0 NOT NULL,
	`response_ms` integer,
	`counted_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `provider_figures_by_change` ON `provider_figures` (`changed_at`,`organisation_id`);--> statement-breakpoint
CREATE INDEX `provider_figures_by_count` ON `provider_figures` (`counted_at`);--> statement-breakpoint
CREATE TABLE `shortlisted_providers` (
	`organisation_id` text NOT NULL,
	`provider_organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`note` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `provider_organisation_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `listings` ADD `equipment` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
INSERT INTO `provider_figures` (`organisation_id`, `counted_at`, `changed_at`) SELECT DISTINCT `organisation_id`, 0, 0 FROM `listings`;
