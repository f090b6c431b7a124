CREATE TABLE `declaration_entries` (
	`declaration_id` text NOT NULL,
	`seq` integer NOT NULL,
	`event` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`by_user_id` text,
	`words` text NOT NULL,
	`file_ids` text NOT NULL,
	PRIMARY KEY(`declaration_id`, `seq`),
	FOREIGN KEY (`declaration_id`) REFERENCES `declarations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `declaration_questions` (
	`declaration_id` text NOT NULL,
	`number` integer NOT NULL,
	`question` text NOT NULL,
	`answers_by` text NOT NULL,
	`answer_by` integer,
	`asked_at` integer NOT NULL,
	`file_ids` text NOT NULL,
	`answer` text,
	`answered_at` integer,
	`answered_by_user_id` text,
	`answer_file_ids` text,
	PRIMARY KEY(`declaration_id`, `number`),
	FOREIGN KEY (`declaration_id`) REFERENCES `declarations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `declaration_questions_by_answer` ON `declaration_questions` (`declaration_id`,`answered_at`);--> statement-breakpoint
CREATE TABLE `declarations` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`number` integer NOT NULL,
	`side` text NOT NULL,
	`country` text NOT NULL,
	`currency` text NOT NULL,
	`state` text NOT NULL,
	`lines` text NOT NULL,
	`remarks` text NOT NULL,
	`revision` integer NOT NULL,
	`estimate` text,
	`approved_at` integer,
	`approved_by_user_id` text,
	`registered_number` text,
	`filed_at` integer,
	`assessment` text,
	`paid_minor` integer NOT NULL,
	`last_act_at` integer,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `declarations_by_order` ON `declarations` (`order_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `declarations_by_registered_number` ON `declarations` (`country`,`registered_number`);--> statement-breakpoint
CREATE TABLE `rate_locks` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`number` integer NOT NULL,
	`base` text NOT NULL,
	`quote` text NOT NULL,
	`rate` text NOT NULL,
	`reference` text NOT NULL,
	`locked_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`needs_confirmation` integer NOT NULL,
	`confirmed_at` integer,
	`confirmed_by_user_id` text,
	`recorded_at` integer NOT NULL,
	`recorded_by_user_id` text,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_locks_by_order` ON `rate_locks` (`order_id`,`number`);--> statement-breakpoint
CREATE TABLE `remittance_entries` (
	`remittance_id` text NOT NULL,
	`seq` integer NOT NULL,
	`event` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`by_user_id` text,
	`reason` text,
	`words` text NOT NULL,
	`file_ids` text NOT NULL,
	PRIMARY KEY(`remittance_id`, `seq`),
	FOREIGN KEY (`remittance_id`) REFERENCES `remittances`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `remittances` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`attempt` integer NOT NULL,
	`state` text NOT NULL,
	`lock_id` text,
	`amount_minor` integer,
	`amount_currency` text,
	`provider_organisation_id` text NOT NULL,
	`payer_country` text NOT NULL,
	`payee_country` text NOT NULL,
	`currency` text NOT NULL,
	`channel` text,
	`reference_kind` text,
	`reference` text,
	`sent_at` integer NOT NULL,
	`received_at` integer,
	`frozen_at` integer,
	`was_frozen` integer NOT NULL,
	`returned_at` integer,
	`return_reason` text,
	`returned_minor` integer,
	`returned_currency` text,
	`cost_minor` integer,
	`cost_currency` text,
	`cost_borne_by` text,
	`cost_basis` text,
	`last_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lock_id`) REFERENCES `rate_locks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `remittances_by_order` ON `remittances` (`order_id`,`attempt`);--> statement-breakpoint
CREATE UNIQUE INDEX `remittances_by_reference` ON `remittances` (`reference_kind`,`reference`);--> statement-breakpoint
CREATE INDEX `remittances_by_time` ON `remittances` (`sent_at`);