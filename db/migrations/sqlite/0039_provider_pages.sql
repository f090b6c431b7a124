CREATE TABLE `provider_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`language` text NOT NULL,
	`place` integer NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `provider_answers_by_place` ON `provider_answers` (`organisation_id`,`language`,`place`);--> statement-breakpoint
CREATE TABLE `provider_exposures` (
	`organisation_id` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`said` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `day`, `kind`, `said`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `provider_pages` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`texts` text NOT NULL,
	`hours` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
