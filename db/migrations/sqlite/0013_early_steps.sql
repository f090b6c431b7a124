ALTER TABLE `order_milestones` ADD `earliest_at` integer;--> statement-breakpoint
ALTER TABLE `order_milestones` ADD `early_reason` text;--> statement-breakpoint
ALTER TABLE `reopened_steps` ADD `earliest_at` integer;--> statement-breakpoint
ALTER TABLE `reopened_steps` ADD `early_reason` text;