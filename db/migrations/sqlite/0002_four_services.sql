CREATE TABLE `clerk_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`organisation_id` text NOT NULL,
	`draft_id` text NOT NULL,
	`field` text NOT NULL,
	`suggested_value` text NOT NULL,
	`outcome` text NOT NULL,
	`taken_value` text,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clerk_entries_by_draft` ON `clerk_entries` (`draft_id`,`at`);--> statement-breakpoint
CREATE TABLE `duty_rates` (
	`id` text PRIMARY KEY NOT NULL,
	`country` text NOT NULL,
	`charge` text NOT NULL,
	`hs_prefix` text NOT NULL,
	`method` text NOT NULL,
	`rate_bps` integer,
	`unit_price_minor` integer,
	`unit_price_currency` text,
	`unit` text,
	`value_from_minor` integer NOT NULL,
	`valid_from` text NOT NULL,
	`source` text NOT NULL,
	`entered_by_user_id` text,
	`entered_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duty_rates_by_goods_and_day` ON `duty_rates` (`country`,`charge`,`hs_prefix`,`value_from_minor`,`valid_from`);--> statement-breakpoint
CREATE TABLE `deal_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`fields` text NOT NULL,
	`created_by_user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deal_templates_by_organisation` ON `deal_templates` (`organisation_id`,`name`,`id`);--> statement-breakpoint
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
CREATE UNIQUE INDEX `document_rules_by_rule_and_day` ON `document_rules` (`rule_id`,`from_day`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`uploaded_by_user_id` text NOT NULL,
	`subject_kind` text,
	`subject_id` text,
	`milestone_code` text,
	`state` text NOT NULL,
	`facts` blob NOT NULL,
	`key_for_owner` blob NOT NULL,
	`key_for_request` blob,
	`object_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`scanned_at` integer,
	`attempts` integer NOT NULL,
	`next_scan_at` integer NOT NULL,
	`last_error` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uploaded_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `files_by_object` ON `files` (`object_name`);--> statement-breakpoint
CREATE INDEX `files_by_subject` ON `files` (`subject_kind`,`subject_id`,`id`);--> statement-breakpoint
CREATE INDEX `files_by_organisation` ON `files` (`organisation_id`,`subject_kind`,`id`);--> statement-breakpoint
CREATE INDEX `files_to_scan` ON `files` (`state`,`next_scan_at`);--> statement-breakpoint
CREATE TABLE `hs_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`country` text,
	`level` text NOT NULL,
	`parent_code` text,
	`labels` text NOT NULL,
	`keywords` text NOT NULL,
	`words` text NOT NULL,
	`source` text NOT NULL,
	`edition` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `hs_entries_by_code` ON `hs_entries` (`code`);--> statement-breakpoint
CREATE INDEX `hs_entries_by_parent` ON `hs_entries` (`parent_code`);--> statement-breakpoint
ALTER TABLE `cargo_lines` ADD `net_weight_grams` integer;--> statement-breakpoint
ALTER TABLE `cargo_lines` ADD `origin_country` text;--> statement-breakpoint
ALTER TABLE `cargo_lines` ADD `un_number` text;--> statement-breakpoint
ALTER TABLE `cargo_lines` ADD `hazard_class` text;--> statement-breakpoint
ALTER TABLE `cargo_lines` ADD `packing_group` text;--> statement-breakpoint
ALTER TABLE `cargo_lines` ADD `is_stackable` integer;--> statement-breakpoint
ALTER TABLE `cargo_lines` ADD `marks` text;--> statement-breakpoint
ALTER TABLE `deal_drafts` ADD `suggested` text;