CREATE TABLE `late_step_notices` (
	`order_id` text NOT NULL,
	`code` text NOT NULL,
	`due_at` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`order_id`, `code`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
