CREATE TABLE `company_words` (
	`word` text PRIMARY KEY NOT NULL,
	`head` text NOT NULL,
	`tail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `company_words_by_head` ON `company_words` (`head`);--> statement-breakpoint
CREATE INDEX `company_words_by_tail` ON `company_words` (`tail`);