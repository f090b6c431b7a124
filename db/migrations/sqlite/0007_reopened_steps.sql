CREATE TABLE `reopened_steps` (
	`order_id` text NOT NULL,
	`seq` integer NOT NULL,
	`code` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`reported_at` integer NOT NULL,
	`reported_by_user_id` text,
	`note` text,
	`evidence` text,
	PRIMARY KEY(`order_id`, `seq`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
