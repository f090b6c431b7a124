CREATE TABLE `chains` (
	`deal_id` text PRIMARY KEY NOT NULL,
	`gates` text NOT NULL,
	`is_edited` integer NOT NULL,
	`closed` text NOT NULL,
	`fixed_at` integer,
	`updated_at` integer NOT NULL,
	`updated_by_user_id` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `deal_log` (
	`deal_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`type` text NOT NULL,
	`order_id` text,
	PRIMARY KEY(`deal_id`, `seq`),
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `gate_waivers` (
	`deal_id` text NOT NULL,
	`gate_key` text NOT NULL,
	`reason` text NOT NULL,
	`waived_by_user_id` text NOT NULL,
	`waived_at` integer NOT NULL,
	PRIMARY KEY(`deal_id`, `gate_key`),
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`waived_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
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
CREATE TABLE `delay_segments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`place` text NOT NULL,
	`reason` text NOT NULL,
	`from` integer NOT NULL,
	`to` integer,
	`words` text NOT NULL,
	`by` text NOT NULL,
	`by_user_id` text,
	`at` integer NOT NULL,
	`objection` text,
	`objected_by_user_id` text,
	`objected_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`objected_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `delay_segments_by_order` ON `delay_segments` (`order_id`,`from`,`id`);--> statement-breakpoint
CREATE TABLE `order_exceptions` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`reason` text NOT NULL,
	`words` text NOT NULL,
	`by` text NOT NULL,
	`by_user_id` text,
	`raised_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`ended_by_user_id` text,
	`end_words` text,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_exceptions_by_order` ON `order_exceptions` (`order_id`,`raised_at`,`id`);--> statement-breakpoint
CREATE TABLE `change_requests` (
	`order_id` text NOT NULL,
	`round` integer NOT NULL,
	`delivered_at` integer NOT NULL,
	`words` text NOT NULL,
	`requested_by_user_id` text NOT NULL,
	`requested_at` integer NOT NULL,
	PRIMARY KEY(`order_id`, `round`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `dispute_entries` (
	`dispute_id` text NOT NULL,
	`seq` integer NOT NULL,
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	`words` text NOT NULL,
	`file_ids` text NOT NULL,
	`offer` text,
	PRIMARY KEY(`dispute_id`, `seq`),
	FOREIGN KEY (`dispute_id`) REFERENCES `disputes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`state` text NOT NULL,
	`code` text NOT NULL,
	`words` text NOT NULL,
	`opened_by_organisation_id` text NOT NULL,
	`opened_by_user_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`escalates_at` integer NOT NULL,
	`escalated_at` integer,
	`escalated_by_user_id` text,
	`evidence_ends_at` integer,
	`decide_by` integer,
	`ending` text,
	`ending_words` text,
	`ended_at` integer,
	`decided_by_user_id` text,
	`closed_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`escalated_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `disputes_by_order` ON `disputes` (`order_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `disputes_by_state` ON `disputes` (`state`,`escalates_at`,`id`);--> statement-breakpoint
CREATE TABLE `field_links` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`made_by_user_id` text NOT NULL,
	`role` text NOT NULL,
	`person` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_by_user_id` text,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `field_links_by_order` ON `field_links` (`order_id`,`organisation_id`,`id`);--> statement-breakpoint
CREATE TABLE `field_photos` (
	`link_id` text NOT NULL,
	`id` text NOT NULL,
	`file_id` text NOT NULL,
	`original_sha256` text NOT NULL,
	`taken_at` integer,
	`taken_lat_e_6` integer,
	`taken_lon_e_6` integer,
	`received_at` integer NOT NULL,
	`report_id` text,
	PRIMARY KEY(`link_id`, `id`),
	FOREIGN KEY (`link_id`) REFERENCES `field_links`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `field_reports` (
	`link_id` text NOT NULL,
	`id` text NOT NULL,
	`order_id` text NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`made_at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`told_at` integer NOT NULL,
	`occurred_at` integer NOT NULL,
	`is_step` integer NOT NULL,
	`note` text,
	`evidence` text NOT NULL,
	PRIMARY KEY(`link_id`, `id`),
	FOREIGN KEY (`link_id`) REFERENCES `field_links`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `field_reports_by_order` ON `field_reports` (`order_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `hub_board_heads` (
	`hub_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `hub_closure_withdrawals` (
	`closure_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`withdrawn_by_user_id` text,
	`withdrawn_at` integer NOT NULL,
	FOREIGN KEY (`closure_id`) REFERENCES `hub_closures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `hub_closures` (
	`id` text PRIMARY KEY NOT NULL,
	`hub_id` text NOT NULL,
	`mode` text,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`zone` text NOT NULL,
	`reason` text NOT NULL,
	`source` text NOT NULL,
	`entered_by_user_id` text,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hub_closures_by_end` ON `hub_closures` (`to_at`);--> statement-breakpoint
CREATE INDEX `hub_closures_by_hub` ON `hub_closures` (`hub_id`,`to_at`);--> statement-breakpoint
CREATE TABLE `hub_states` (
	`id` text PRIMARY KEY NOT NULL,
	`hub_id` text NOT NULL,
	`mode` text NOT NULL,
	`capacity_per_day` integer,
	`backlog` integer NOT NULL,
	`throughput_per_day` integer NOT NULL,
	`opens_at` text,
	`shuts_at` text,
	`as_of` integer NOT NULL,
	`source` text NOT NULL,
	`entered_by_user_id` text,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hub_states_latest` ON `hub_states` (`hub_id`,`mode`,`as_of`,`id`);--> statement-breakpoint
CREATE INDEX `hub_states_by_time` ON `hub_states` (`as_of`);--> statement-breakpoint
CREATE TABLE `inspection_photos` (
	`file_id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`order_id` text NOT NULL,
	`about` text,
	`taken_at` integer,
	`is_zone_told` integer NOT NULL,
	`position` text,
	`kept_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `inspection_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inspection_photos_by_round` ON `inspection_photos` (`round_id`,`file_id`);--> statement-breakpoint
CREATE TABLE `inspection_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`opened_at` integer NOT NULL,
	`plan` text NOT NULL,
	`charge` text,
	`planned_day` text,
	`inspector_name` text,
	`inspector_key` text,
	`factory_key` text NOT NULL,
	`booked_at` integer,
	`commitment` text,
	`checked_in_at` integer,
	`checked_in_by_user_id` text,
	`position` text,
	`cartons` integer,
	`seed` text,
	`drawn` text,
	`results` text,
	`results_at` integer,
	`results_by_user_id` text,
	`checked_out_at` integer,
	`verdict` text,
	`judgement` text,
	`issued_at` integer,
	`issued_by_user_id` text,
	`report_file_id` text,
	`report_sha256` text,
	`decision` text,
	`decision_reason` text,
	`decided_at` integer,
	`decided_by_user_id` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_in_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`results_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inspection_rounds_by_order` ON `inspection_rounds` (`order_id`,`number`);--> statement-breakpoint
CREATE INDEX `inspection_rounds_by_factory` ON `inspection_rounds` (`factory_key`,`checked_in_at`);--> statement-breakpoint
CREATE TABLE `photo_matches` (
	`file_id` text NOT NULL,
	`round_id` text NOT NULL,
	`other_file_id` text NOT NULL,
	`other_round_id` text NOT NULL,
	`other_order_id` text NOT NULL,
	`distance` integer NOT NULL,
	`other_kept_at` integer NOT NULL,
	`found_at` integer NOT NULL,
	PRIMARY KEY(`file_id`, `other_file_id`)
);
--> statement-breakpoint
CREATE INDEX `photo_matches_by_round` ON `photo_matches` (`round_id`);--> statement-breakpoint
CREATE INDEX `photo_matches_by_time` ON `photo_matches` (`found_at`,`file_id`);--> statement-breakpoint
CREATE TABLE `photo_prints` (
	`band` integer NOT NULL,
	`file_id` text NOT NULL,
	`part` integer NOT NULL,
	`print` text NOT NULL,
	`round_id` text NOT NULL,
	`order_id` text NOT NULL,
	`kept_at` integer NOT NULL,
	PRIMARY KEY(`band`, `file_id`, `part`)
);
--> statement-breakpoint
CREATE TABLE `deliverable_files` (
	`file_id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`code` text NOT NULL,
	`named_by_user_id` text NOT NULL,
	`named_at` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`named_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deliverable_files_by_order` ON `deliverable_files` (`order_id`,`code`);--> statement-breakpoint
CREATE TABLE `packs` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`made_by_user_id` text NOT NULL,
	`made_at` integer NOT NULL,
	`entries` text NOT NULL,
	`file_ids` text NOT NULL,
	`records` text NOT NULL,
	`manifest` text NOT NULL,
	`root` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `packs_by_order` ON `packs` (`order_id`,`made_at`);--> statement-breakpoint
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
CREATE INDEX `remittances_by_time` ON `remittances` (`sent_at`);--> statement-breakpoint
CREATE TABLE `border_slots` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`number` integer NOT NULL,
	`system` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`place_id` text NOT NULL,
	`window_from` integer NOT NULL,
	`window_to` integer NOT NULL,
	`tractor_plate` text NOT NULL,
	`trailer_plate` text,
	`drivers` text NOT NULL,
	`declared` text NOT NULL,
	`booking_number` text,
	`fee_minor` integer,
	`fee_currency` text,
	`fee_paid_by` text,
	`proof_file_id` text,
	`replaces_id` text,
	`at_fault` text,
	`fault_words` text,
	`booked_by` text NOT NULL,
	`booked_by_user_id` text,
	`requested_at` integer NOT NULL,
	`paid_at` integer,
	`confirmed_at` integer,
	`called_at` integer,
	`entered_at` integer,
	`crossed_at` integer,
	`ended_at` integer,
	`end_words` text,
	`move_count` integer NOT NULL,
	`due_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proof_file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booked_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `border_slots_by_number` ON `border_slots` (`order_id`,`number`);--> statement-breakpoint
CREATE INDEX `border_slots_by_due` ON `border_slots` (`due_at`,`id`);--> statement-breakpoint
CREATE TABLE `work_heads` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `deals` ADD `log_seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `files` ADD `field_link_id` text;--> statement-breakpoint
ALTER TABLE `order_milestones` ADD `evidence` text;--> statement-breakpoint
CREATE INDEX `order_milestones_by_time` ON `order_milestones` (`code`,`occurred_at`);--> statement-breakpoint
ALTER TABLE `orders` ADD `held_since` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `exception_since` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `disputed_since` integer;--> statement-breakpoint
CREATE INDEX `orders_by_provider_and_state` ON `orders` (`provider_organisation_id`,`state`,`contracted_at`);