CREATE TABLE `translations` (
	`text_hash` text NOT NULL,
	`language` text NOT NULL,
	`model` text NOT NULL,
	`translation` text NOT NULL,
	`made_at` integer NOT NULL,
	PRIMARY KEY(`text_hash`, `language`, `model`)
);
--> statement-breakpoint
CREATE INDEX `translations_by_time` ON `translations` (`made_at`);--> statement-breakpoint
ALTER TABLE `fees` ADD `note_ru` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `fees` ADD `note_vi` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `fees` ADD `note_kk` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `document_rules` ADD `note_ru` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `document_rules` ADD `note_vi` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `document_rules` ADD `note_kk` text DEFAULT '' NOT NULL;