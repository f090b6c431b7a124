CREATE TABLE `told_declarations` (
	`order_id` text NOT NULL,
	`code` text NOT NULL,
	`country` text NOT NULL,
	`number` text NOT NULL,
	PRIMARY KEY(`order_id`, `code`, `country`, `number`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `told_declarations_by_number` ON `told_declarations` (`number`,`country`);--> statement-breakpoint
CREATE INDEX `sessions_by_organisation` ON `sessions` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `disputes_by_escalation` ON `disputes` (`escalated_at`,`id`);--> statement-breakpoint
CREATE INDEX `photo_matches_by_other` ON `photo_matches` (`other_file_id`);--> statement-breakpoint
CREATE INDEX `border_slots_by_window` ON `border_slots` (`window_to`,`window_from`);--> statement-breakpoint
CREATE INDEX `border_slots_by_booking` ON `border_slots` (`booking_number`,`system`);--> statement-breakpoint
CREATE INDEX `border_slots_by_proof` ON `border_slots` (`proof_file_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_by_command` ON `audit_entries` (`command`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `requests_by_hub` ON `requests` (`hub_id`,`id`,`service`,`state`,`corridor`);--> statement-breakpoint
CREATE INDEX `requests_by_corridor` ON `requests` (`corridor`,`id`,`service`,`state`,`hub_id`);--> statement-breakpoint
CREATE INDEX `requests_by_hub_and_close` ON `requests` (`hub_id`,`state`,`closes_at`,`id`);--> statement-breakpoint
CREATE INDEX `requests_by_corridor_and_close` ON `requests` (`corridor`,`state`,`closes_at`,`id`);--> statement-breakpoint
INSERT INTO `told_declarations` (order_id, code, country, number) SELECT order_id, code, value ->> 'country', value ->> 'number' FROM order_milestones, json_each(evidence, '$.declarations') WHERE evidence IS NOT NULL UNION SELECT order_id, code, value ->> 'country', value ->> 'number' FROM order_milestones, json_each(evidence, '$.registered') WHERE evidence IS NOT NULL;
