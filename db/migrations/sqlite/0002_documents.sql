CREATE TABLE `deal_documents` (
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`deal_id` text NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`date` text NOT NULL,
	`fields` text NOT NULL,
	`file_id` text,
	`is_withdrawn` integer NOT NULL,
	`entered_by_organisation_id` text NOT NULL,
	`entered_by_user_id` text,
	`entered_as` text NOT NULL,
	`entered_at` integer NOT NULL,
	PRIMARY KEY(`id`, `version`),
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deal_documents_by_deal` ON `deal_documents` (`deal_id`,`id`,`version`);--> statement-breakpoint
CREATE TABLE `document_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`rule_id` text NOT NULL,
	`document` text NOT NULL,
	`provider` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text,
	`conditions` text NOT NULL,
	`days_ahead` integer NOT NULL,
	`weight_tolerance_bps` integer,
	`source` text NOT NULL,
	`note_en` text NOT NULL,
	`note_zh` text NOT NULL,
	`entered_by_user_id` text,
	`entered_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_rules_by_rule_and_day` ON `document_rules` (`rule_id`,`from_day`);