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
ALTER TABLE `awards` ADD `alternative` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `awards` ADD `package_discount` text;