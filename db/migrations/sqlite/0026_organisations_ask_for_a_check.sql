ALTER TABLE `organisations` ADD `check_asked_at` integer;--> statement-breakpoint
CREATE INDEX `organisations_by_check_asked` ON `organisations` (`check_asked_at`);