CREATE TABLE `check_end_notices` (
	`check_id` text NOT NULL,
	`end` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`check_id`, `end`),
	FOREIGN KEY (`check_id`) REFERENCES `organisation_checks`(`id`) ON UPDATE no action ON DELETE no action
);
