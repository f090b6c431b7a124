CREATE TABLE `hub_board_heads` (
	`hub_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `hub_closure_withdrawals` (
	`closure_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`withdrawn_by_user_id` text,
	`withdrawn_at` integer NOT NULL,
	FOREIGN KEY (`closure_id`) REFERENCES `hub_closures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `hub_closures` (
	`id` text PRIMARY KEY NOT NULL,
	`hub_id` text NOT NULL,
	`mode` text,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`zone` text NOT NULL,
	`reason` text NOT NULL,
	`source` text NOT NULL,
	`entered_by_user_id` text,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hub_closures_by_end` ON `hub_closures` (`to_at`);--> statement-breakpoint
CREATE INDEX `hub_closures_by_hub` ON `hub_closures` (`hub_id`,`to_at`);--> statement-breakpoint
CREATE TABLE `hub_states` (
	`id` text PRIMARY KEY NOT NULL,
	`hub_id` text NOT NULL,
	`mode` text NOT NULL,
	`capacity_per_day` integer,
	`backlog` integer NOT NULL,
	`throughput_per_day` integer NOT NULL,
	`opens_at` text,
	`shuts_at` text,
	`as_of` integer NOT NULL,
	`source` text NOT NULL,
	`entered_by_user_id` text,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hub_states_latest` ON `hub_states` (`hub_id`,`mode`,`as_of`,`id`);--> statement-breakpoint
CREATE INDEX `hub_states_by_time` ON `hub_states` (`as_of`);--> statement-breakpoint
CREATE INDEX `order_milestones_by_time` ON `order_milestones` (`code`,`occurred_at`);