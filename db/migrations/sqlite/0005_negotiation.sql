CREATE TABLE `counter_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`bid_id` text NOT NULL,
	`round` integer NOT NULL,
	`by` text NOT NULL,
	`by_user_id` text NOT NULL,
	`state` text NOT NULL,
	`content` text NOT NULL,
	`note` text NOT NULL,
	`made_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bid_id`) REFERENCES `bids`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `counter_offers_by_bid` ON `counter_offers` (`bid_id`,`made_at`,`id`);--> statement-breakpoint
CREATE INDEX `counter_offers_by_request` ON `counter_offers` (`request_id`,`state`);--> statement-breakpoint
CREATE INDEX `counter_offers_by_state` ON `counter_offers` (`state`,`expires_at`);