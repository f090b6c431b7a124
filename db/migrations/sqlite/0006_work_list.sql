CREATE TABLE `work_heads` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `orders_by_provider_and_state` ON `orders` (`provider_organisation_id`,`state`,`contracted_at`);