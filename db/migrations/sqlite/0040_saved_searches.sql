CREATE TABLE `saved_search_keys` (
	`search_id` text NOT NULL,
	`facets` text NOT NULL,
	`word` text NOT NULL,
	PRIMARY KEY(`search_id`, `word`),
	FOREIGN KEY (`search_id`) REFERENCES `saved_searches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_search_keys_by_word` ON `saved_search_keys` (`word`,`facets`,`search_id`);--> statement-breakpoint
CREATE TABLE `saved_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`mail` text NOT NULL,
	`is_muted` integer DEFAULT false NOT NULL,
	`new_count` integer DEFAULT 0 NOT NULL,
	`question` text,
	`read_with` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_by_person` ON `saved_searches` (`user_id`,`organisation_id`,`query`);--> statement-breakpoint
CREATE INDEX `saved_searches_by_reading` ON `saved_searches` (`read_with`,`id`);--> statement-breakpoint
CREATE TABLE `watches` (
	`user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`what` text NOT NULL,
	`subject` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `organisation_id`, `what`, `subject`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `watches_by_subject` ON `watches` (`what`,`subject`);