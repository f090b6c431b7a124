CREATE TABLE `bid_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`provider_organisation_id` text NOT NULL,
	`version` integer NOT NULL,
	`sealed` blob NOT NULL,
	`key_for_bidder` blob NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bid_drafts_one_per_provider` ON `bid_drafts` (`request_id`,`provider_organisation_id`);--> statement-breakpoint
CREATE INDEX `bid_drafts_by_provider` ON `bid_drafts` (`provider_organisation_id`,`saved_at`);--> statement-breakpoint
ALTER TABLE `clerk_entries` ADD `found_by` text DEFAULT 'rules' NOT NULL;