CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`made_by_user_id` text NOT NULL,
	`name` text NOT NULL,
	`secret_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`expires_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `api_keys_by_organisation` ON `api_keys` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `demo_users` (
	`handle` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`is_shown` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `member_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by_user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_invitations_by_token` ON `member_invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `member_invitations_by_organisation` ON `member_invitations` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `organisation_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_by_organisation` ON `memberships` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `one_time_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`purpose` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `one_time_tokens_by_user` ON `one_time_tokens` (`user_id`,`purpose`);--> statement-breakpoint
CREATE TABLE `organisation_keys` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`wrapped_key` blob NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name_own` text NOT NULL,
	`name_latin` text NOT NULL,
	`country` text NOT NULL,
	`city` text NOT NULL,
	`registration_number` text NOT NULL,
	`description` text NOT NULL,
	`founded_year` text,
	`suspended_at` integer,
	`suspension_reason` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_by_registration` ON `organisations` (`country`,`registration_number`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`organisation_id` text,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`ip` text,
	`user_agent` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_verified_at` integer,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`locale` text NOT NULL,
	`time_zone` text NOT NULL,
	`suspended_at` integer,
	`suspension_reason` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_by_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `bid_versions` (
	`bid_id` text NOT NULL,
	`version` integer NOT NULL,
	`submitted_by_user_id` text,
	`submitted_at` integer NOT NULL,
	`receipt` text NOT NULL,
	`content` text,
	`sealed` blob,
	`key_for_request` blob,
	`key_for_bidder` blob,
	PRIMARY KEY(`bid_id`, `version`),
	FOREIGN KEY (`bid_id`) REFERENCES `bids`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `bids` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`provider_organisation_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`submitted_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`withdrawn_at` integer,
	`total_minor` integer,
	`currency` text,
	`valid_until` integer,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bids_one_per_provider` ON `bids` (`request_id`,`provider_organisation_id`);--> statement-breakpoint
CREATE INDEX `bids_by_provider` ON `bids` (`provider_organisation_id`,`updated_at`);--> statement-breakpoint
CREATE TABLE `listing_hubs` (
	`listing_id` text NOT NULL,
	`hub_id` text NOT NULL,
	PRIMARY KEY(`listing_id`, `hub_id`),
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `listing_hubs_by_hub` ON `listing_hubs` (`hub_id`);--> statement-breakpoint
CREATE TABLE `listings` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`service` text NOT NULL,
	`summary` text NOT NULL,
	`hub_ids` text NOT NULL,
	`corridors` text NOT NULL,
	`languages` text NOT NULL,
	`licences` text NOT NULL,
	`is_active` integer NOT NULL,
	`search_text` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listings_one_per_service` ON `listings` (`organisation_id`,`service`);--> statement-breakpoint
CREATE INDEX `listings_by_service` ON `listings` (`service`,`is_active`);--> statement-breakpoint
CREATE TABLE `cargo_lines` (
	`deal_id` text NOT NULL,
	`position` integer NOT NULL,
	`description` text NOT NULL,
	`hs_code` text NOT NULL,
	`packages` integer NOT NULL,
	`package_type` text NOT NULL,
	`gross_weight_grams` integer NOT NULL,
	`volume_cm3` integer NOT NULL,
	`length_mm` integer,
	`width_mm` integer,
	`height_mm` integer,
	`value_minor` integer,
	`value_currency` text,
	PRIMARY KEY(`deal_id`, `position`),
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `deal_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`created_by_user_id` text NOT NULL,
	`title` text NOT NULL,
	`fields` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deal_drafts_by_organisation` ON `deal_drafts` (`organisation_id`,`updated_at`);--> statement-breakpoint
CREATE TABLE `deals` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`buyer_organisation_id` text NOT NULL,
	`created_by_user_id` text NOT NULL,
	`direction` text NOT NULL,
	`title` text NOT NULL,
	`incoterm_rule` text NOT NULL,
	`incoterm_place` text NOT NULL,
	`origin_id` text NOT NULL,
	`destination_id` text NOT NULL,
	`hub_id` text NOT NULL,
	`hub_choice` text NOT NULL,
	`corridor` text NOT NULL,
	`mode` text NOT NULL,
	`ready_date` text NOT NULL,
	`goods_value_minor` integer NOT NULL,
	`goods_currency` text NOT NULL,
	`gross_weight_grams` integer NOT NULL,
	`volume_cm3` integer NOT NULL,
	`way` text NOT NULL,
	`contracted_at` integer,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`buyer_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deals_by_reference` ON `deals` (`reference`);--> statement-breakpoint
CREATE INDEX `deals_by_buyer` ON `deals` (`buyer_organisation_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `deals_by_contract` ON `deals` (`contracted_at`,`id`);--> statement-breakpoint
CREATE INDEX `deals_by_hub_and_contract` ON `deals` (`hub_id`,`contracted_at`,`id`);--> statement-breakpoint
CREATE TABLE `border_waits` (
	`hub_id` text NOT NULL,
	`mode` text NOT NULL,
	`month` integer NOT NULL,
	`hours_tenths` integer NOT NULL,
	`source` text NOT NULL,
	`is_estimate` integer NOT NULL,
	PRIMARY KEY(`hub_id`, `mode`, `month`)
);
--> statement-breakpoint
CREATE TABLE `exchange_rates` (
	`id` text PRIMARY KEY NOT NULL,
	`base` text NOT NULL,
	`quote` text NOT NULL,
	`rate` text NOT NULL,
	`day` text NOT NULL,
	`source` text NOT NULL,
	`entered_by_user_id` text,
	`entered_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exchange_rates_by_pair_and_day` ON `exchange_rates` (`base`,`quote`,`day`);--> statement-breakpoint
CREATE INDEX `exchange_rates_by_day` ON `exchange_rates` (`day`);--> statement-breakpoint
CREATE TABLE `hub_traffic` (
	`month` text NOT NULL,
	`hub_id` text NOT NULL,
	`corridor` text NOT NULL,
	`service` text NOT NULL,
	`is_border_hub` integer NOT NULL,
	`count` integer NOT NULL,
	`value_cny_minor` integer NOT NULL,
	`weight_grams` integer NOT NULL,
	PRIMARY KEY(`month`, `hub_id`, `corridor`, `service`)
);
--> statement-breakpoint
CREATE TABLE `hubs` (
	`id` text PRIMARY KEY NOT NULL,
	`name_en` text NOT NULL,
	`name_zh` text NOT NULL,
	`kind` text NOT NULL,
	`is_border_hub` integer NOT NULL,
	`place_ids` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `legs` (
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`mode` text NOT NULL,
	`km` integer NOT NULL,
	`source` text NOT NULL,
	`is_estimate` integer NOT NULL,
	PRIMARY KEY(`from_id`, `to_id`, `mode`)
);
--> statement-breakpoint
CREATE TABLE `market_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`value` integer NOT NULL,
	`effective_from` integer NOT NULL,
	`reason` text NOT NULL,
	`entered_by_user_id` text,
	`entered_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `market_rules_by_name` ON `market_rules` (`name`,`effective_from`);--> statement-breakpoint
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`unlocode` text,
	`name_en` text NOT NULL,
	`name_zh` text NOT NULL,
	`country` text NOT NULL,
	`role` text NOT NULL,
	`is_border_hub` integer NOT NULL,
	`hub_group` text,
	`hub_id` text,
	`lat_e_4` integer NOT NULL,
	`lon_e_4` integer NOT NULL,
	`modes` text NOT NULL,
	`zone` text NOT NULL,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `planning_speeds` (
	`code` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`source` text NOT NULL,
	`is_estimate` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`last_error` text,
	`is_dead` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_once` ON `mails` (`message_id`);--> statement-breakpoint
CREATE INDEX `mails_waiting` ON `mails` (`sent_at`,`next_attempt_at`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`facts` text NOT NULL,
	`href` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`event_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `notices_by_user` ON `notices` (`user_id`,`organisation_id`,`id`);--> statement-breakpoint
CREATE TABLE `organisation_events` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`event_id` text NOT NULL,
	`type` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_events_once` ON `organisation_events` (`organisation_id`,`event_id`);--> statement-breakpoint
CREATE INDEX `organisation_events_by_organisation` ON `organisation_events` (`organisation_id`,`id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`event` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`delivered_at` integer,
	`attempts` integer NOT NULL,
	`leased_until` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`delivered_at`,`id`);--> statement-breakpoint
CREATE TABLE `awards` (
	`id` text PRIMARY KEY NOT NULL,
	`deal_id` text NOT NULL,
	`request_id` text NOT NULL,
	`bid_id` text NOT NULL,
	`state` text NOT NULL,
	`awarded_by_user_id` text NOT NULL,
	`awarded_at` integer NOT NULL,
	`effective_at` integer,
	`comparison` text NOT NULL,
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bid_id`) REFERENCES `bids`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`awarded_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `awards_one_per_request` ON `awards` (`request_id`);--> statement-breakpoint
CREATE INDEX `awards_by_deal` ON `awards` (`deal_id`);--> statement-breakpoint
CREATE TABLE `order_milestones` (
	`order_id` text NOT NULL,
	`position` integer NOT NULL,
	`code` text NOT NULL,
	`occurred_at` integer,
	`reported_at` integer,
	`reported_by_user_id` text,
	`note` text,
	PRIMARY KEY(`order_id`, `position`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_milestones_by_code` ON `order_milestones` (`order_id`,`code`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`deal_id` text NOT NULL,
	`request_id` text NOT NULL,
	`award_id` text NOT NULL,
	`bid_id` text NOT NULL,
	`buyer_organisation_id` text NOT NULL,
	`provider_organisation_id` text NOT NULL,
	`service` text NOT NULL,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`hub_id` text NOT NULL,
	`is_border_hub` integer NOT NULL,
	`corridor` text NOT NULL,
	`origin_id` text NOT NULL,
	`destination_id` text NOT NULL,
	`mode` text NOT NULL,
	`contract_minor` integer NOT NULL,
	`contract_currency` text NOT NULL,
	`contract_cny_minor` integer NOT NULL,
	`gross_weight_grams` integer NOT NULL,
	`contracted_at` integer NOT NULL,
	`contracted_month` text NOT NULL,
	`delivered_at` integer,
	`accepted_at` integer,
	`completed_at` integer,
	`cancelled_at` integer,
	`cancel_reason` text,
	`auto_accept_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`award_id`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bid_id`) REFERENCES `bids`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`buyer_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_by_reference` ON `orders` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `orders_one_per_award` ON `orders` (`award_id`);--> statement-breakpoint
CREATE INDEX `orders_by_buyer` ON `orders` (`buyer_organisation_id`,`contracted_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_by_provider` ON `orders` (`provider_organisation_id`,`contracted_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_by_deal` ON `orders` (`deal_id`);--> statement-breakpoint
CREATE INDEX `orders_by_hub_and_time` ON `orders` (`hub_id`,`contracted_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_by_time` ON `orders` (`contracted_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_by_acceptance` ON `orders` (`state`,`auto_accept_at`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`user_id` text,
	`organisation_id` text,
	`api_key_id` text,
	`command` text NOT NULL,
	`subject_id` text,
	`outcome` text NOT NULL,
	`ip` text,
	`request_id` text
);
--> statement-breakpoint
CREATE INDEX `audit_entries_by_time` ON `audit_entries` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_by_organisation` ON `audit_entries` (`organisation_id`,`at`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer NOT NULL,
	`response` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`scope`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_by_age` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `opening_approvals` (
	`request_id` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`request_id`, `user_id`),
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `request_invitations` (
	`request_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`request_id`, `organisation_id`),
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_invitations_by_organisation` ON `request_invitations` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `request_keys` (
	`request_id` text PRIMARY KEY NOT NULL,
	`wrapped_key` blob NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`deal_id` text NOT NULL,
	`buyer_organisation_id` text NOT NULL,
	`service` text NOT NULL,
	`state` text NOT NULL,
	`spec` text NOT NULL,
	`bid_mode` text NOT NULL,
	`visibility` text NOT NULL,
	`comparison_currency` text NOT NULL,
	`may_close_early` integer NOT NULL,
	`two_person_opening` integer NOT NULL,
	`published_at` integer,
	`closes_at` integer NOT NULL,
	`decide_by` integer NOT NULL,
	`closed_at` integer,
	`opened_at` integer,
	`awarded_at` integer,
	`cancel_reason` text,
	`bid_count` integer NOT NULL,
	`hub_id` text NOT NULL,
	`corridor` text NOT NULL,
	`search_text` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`buyer_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `requests_by_reference` ON `requests` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `requests_one_per_service` ON `requests` (`deal_id`,`service`);--> statement-breakpoint
CREATE INDEX `requests_by_state_and_close` ON `requests` (`state`,`closes_at`,`id`);--> statement-breakpoint
CREATE INDEX `requests_by_state_and_decision` ON `requests` (`state`,`decide_by`);--> statement-breakpoint
CREATE INDEX `requests_by_buyer` ON `requests` (`buyer_organisation_id`,`created_at`);