CREATE TABLE `key_checks` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `write_probes` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`filler` text NOT NULL
);
