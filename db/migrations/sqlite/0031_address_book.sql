CREATE TABLE `address_book` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`entry_key` text NOT NULL,
	`facts` text NOT NULL,
	`used_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `address_book_by_key` ON `address_book` (`organisation_id`,`kind`,`entry_key`);--> statement-breakpoint
CREATE INDEX `address_book_by_use` ON `address_book` (`organisation_id`,`used_at`,`id`);