CREATE TABLE `passed_requests` (
	`organisation_id` text NOT NULL,
	`request_id` text NOT NULL,
	`user_id` text NOT NULL,
	`passed_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `request_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
