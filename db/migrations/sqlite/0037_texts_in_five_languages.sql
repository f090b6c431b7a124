ALTER TABLE `site_texts` ADD `body_ru` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `site_texts` ADD `body_vi` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `site_texts` ADD `body_kk` text DEFAULT '' NOT NULL;