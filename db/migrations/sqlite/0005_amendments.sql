CREATE TABLE `request_amendments` (
	`request_id` text NOT NULL,
	`number` integer NOT NULL,
	`at` integer NOT NULL,
	`by_user_id` text,
	`reason` text NOT NULL,
	`changes` text NOT NULL,
	`is_spec_changed` integer NOT NULL,
	`is_extended` integer NOT NULL,
	`stale_count` integer NOT NULL,
	PRIMARY KEY(`request_id`, `number`),
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
