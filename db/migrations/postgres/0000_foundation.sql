CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"made_by_user_id" text NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"last_used_at" timestamp(3) with time zone,
	"expires_at" timestamp(3) with time zone,
	"revoked_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "demo_users" (
	"handle" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"is_shown" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by_user_id" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"accepted_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"user_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "memberships_user_id_organisation_id_pk" PRIMARY KEY("user_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "one_time_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"used_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "organisation_keys" (
	"organisation_id" text PRIMARY KEY NOT NULL,
	"wrapped_key" "bytea" NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_own" text NOT NULL,
	"name_latin" text NOT NULL,
	"country" text NOT NULL,
	"city" text NOT NULL,
	"registration_number" text NOT NULL,
	"description" text NOT NULL,
	"founded_year" text,
	"suspended_at" timestamp(3) with time zone,
	"suspension_reason" text,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"organisation_id" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"last_seen_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"revoked_at" timestamp(3) with time zone,
	"ip" text,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_verified_at" timestamp(3) with time zone,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"locale" text NOT NULL,
	"time_zone" text NOT NULL,
	"suspended_at" timestamp(3) with time zone,
	"suspension_reason" text,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bid_versions" (
	"bid_id" text NOT NULL,
	"version" integer NOT NULL,
	"submitted_by_user_id" text,
	"submitted_at" timestamp(3) with time zone NOT NULL,
	"receipt" text NOT NULL,
	"content" jsonb,
	"sealed" "bytea",
	"key_for_request" "bytea",
	"key_for_bidder" "bytea",
	CONSTRAINT "bid_versions_bid_id_version_pk" PRIMARY KEY("bid_id","version")
);
--> statement-breakpoint
CREATE TABLE "bids" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"provider_organisation_id" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"submitted_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"withdrawn_at" timestamp(3) with time zone,
	"total_minor" bigint,
	"currency" text,
	"valid_until" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "listing_hubs" (
	"listing_id" text NOT NULL,
	"hub_id" text NOT NULL,
	CONSTRAINT "listing_hubs_listing_id_hub_id_pk" PRIMARY KEY("listing_id","hub_id")
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"service" text NOT NULL,
	"summary" text NOT NULL,
	"hub_ids" jsonb NOT NULL,
	"corridors" jsonb NOT NULL,
	"languages" jsonb NOT NULL,
	"licences" jsonb NOT NULL,
	"is_active" boolean NOT NULL,
	"search_text" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cargo_lines" (
	"deal_id" text NOT NULL,
	"position" integer NOT NULL,
	"description" text NOT NULL,
	"hs_code" text NOT NULL,
	"packages" integer NOT NULL,
	"package_type" text NOT NULL,
	"gross_weight_grams" bigint NOT NULL,
	"volume_cm3" bigint NOT NULL,
	"length_mm" integer,
	"width_mm" integer,
	"height_mm" integer,
	"value_minor" bigint,
	"value_currency" text,
	CONSTRAINT "cargo_lines_deal_id_position_pk" PRIMARY KEY("deal_id","position")
);
--> statement-breakpoint
CREATE TABLE "deal_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"created_by_user_id" text NOT NULL,
	"title" text NOT NULL,
	"fields" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deals" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"buyer_organisation_id" text NOT NULL,
	"created_by_user_id" text NOT NULL,
	"direction" text NOT NULL,
	"title" text NOT NULL,
	"incoterm_rule" text NOT NULL,
	"incoterm_place" text NOT NULL,
	"origin_id" text NOT NULL,
	"destination_id" text NOT NULL,
	"hub_id" text NOT NULL,
	"hub_choice" text NOT NULL,
	"corridor" text NOT NULL,
	"mode" text NOT NULL,
	"ready_date" text NOT NULL,
	"goods_value_minor" bigint NOT NULL,
	"goods_currency" text NOT NULL,
	"gross_weight_grams" bigint NOT NULL,
	"volume_cm3" bigint NOT NULL,
	"way" jsonb NOT NULL,
	"contracted_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "border_waits" (
	"hub_id" text NOT NULL,
	"mode" text NOT NULL,
	"month" integer NOT NULL,
	"hours_tenths" integer NOT NULL,
	"source" text NOT NULL,
	"is_estimate" boolean NOT NULL,
	CONSTRAINT "border_waits_hub_id_mode_month_pk" PRIMARY KEY("hub_id","mode","month")
);
--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"id" text PRIMARY KEY NOT NULL,
	"base" text NOT NULL,
	"quote" text NOT NULL,
	"rate" text NOT NULL,
	"day" text NOT NULL,
	"source" text NOT NULL,
	"entered_by_user_id" text,
	"entered_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hub_traffic" (
	"month" text NOT NULL,
	"hub_id" text NOT NULL,
	"corridor" text NOT NULL,
	"service" text NOT NULL,
	"is_border_hub" boolean NOT NULL,
	"count" integer NOT NULL,
	"value_cny_minor" bigint NOT NULL,
	"weight_grams" bigint NOT NULL,
	CONSTRAINT "hub_traffic_month_hub_id_corridor_service_pk" PRIMARY KEY("month","hub_id","corridor","service")
);
--> statement-breakpoint
CREATE TABLE "hubs" (
	"id" text PRIMARY KEY NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"kind" text NOT NULL,
	"is_border_hub" boolean NOT NULL,
	"place_ids" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legs" (
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"mode" text NOT NULL,
	"km" integer NOT NULL,
	"source" text NOT NULL,
	"is_estimate" boolean NOT NULL,
	CONSTRAINT "legs_from_id_to_id_mode_pk" PRIMARY KEY("from_id","to_id","mode")
);
--> statement-breakpoint
CREATE TABLE "market_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"value" integer NOT NULL,
	"effective_from" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"entered_by_user_id" text,
	"entered_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" text PRIMARY KEY NOT NULL,
	"unlocode" text,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"country" text NOT NULL,
	"role" text NOT NULL,
	"is_border_hub" boolean NOT NULL,
	"hub_group" text,
	"hub_id" text,
	"lat_e_4" integer NOT NULL,
	"lon_e_4" integer NOT NULL,
	"modes" jsonb NOT NULL,
	"zone" text NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "planning_speeds" (
	"code" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"source" text NOT NULL,
	"is_estimate" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"sent_at" timestamp(3) with time zone,
	"attempts" integer NOT NULL,
	"next_attempt_at" timestamp(3) with time zone NOT NULL,
	"last_error" text,
	"is_dead" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"user_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"kind" text NOT NULL,
	"facts" jsonb NOT NULL,
	"href" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"read_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "organisation_events" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"event" jsonb NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"delivered_at" timestamp(3) with time zone,
	"attempts" integer NOT NULL,
	"leased_until" timestamp(3) with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"id" text PRIMARY KEY NOT NULL,
	"deal_id" text NOT NULL,
	"request_id" text NOT NULL,
	"bid_id" text NOT NULL,
	"state" text NOT NULL,
	"awarded_by_user_id" text NOT NULL,
	"awarded_at" timestamp(3) with time zone NOT NULL,
	"effective_at" timestamp(3) with time zone,
	"comparison" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_milestones" (
	"order_id" text NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"occurred_at" timestamp(3) with time zone,
	"reported_at" timestamp(3) with time zone,
	"reported_by_user_id" text,
	"note" text,
	CONSTRAINT "order_milestones_order_id_position_pk" PRIMARY KEY("order_id","position")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"deal_id" text NOT NULL,
	"request_id" text NOT NULL,
	"award_id" text NOT NULL,
	"bid_id" text NOT NULL,
	"buyer_organisation_id" text NOT NULL,
	"provider_organisation_id" text NOT NULL,
	"service" text NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"hub_id" text NOT NULL,
	"is_border_hub" boolean NOT NULL,
	"corridor" text NOT NULL,
	"origin_id" text NOT NULL,
	"destination_id" text NOT NULL,
	"mode" text NOT NULL,
	"contract_minor" bigint NOT NULL,
	"contract_currency" text NOT NULL,
	"contract_cny_minor" bigint NOT NULL,
	"gross_weight_grams" bigint NOT NULL,
	"contracted_at" timestamp(3) with time zone NOT NULL,
	"contracted_month" text NOT NULL,
	"delivered_at" timestamp(3) with time zone,
	"accepted_at" timestamp(3) with time zone,
	"completed_at" timestamp(3) with time zone,
	"cancelled_at" timestamp(3) with time zone,
	"cancel_reason" text,
	"auto_accept_at" timestamp(3) with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"user_id" text,
	"organisation_id" text,
	"api_key_id" text,
	"command" text NOT NULL,
	"subject_id" text,
	"outcome" text NOT NULL,
	"ip" text,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"response" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "opening_approvals" (
	"request_id" text NOT NULL,
	"user_id" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "opening_approvals_request_id_user_id_pk" PRIMARY KEY("request_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "request_invitations" (
	"request_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "request_invitations_request_id_organisation_id_pk" PRIMARY KEY("request_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "request_keys" (
	"request_id" text PRIMARY KEY NOT NULL,
	"wrapped_key" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"deal_id" text NOT NULL,
	"buyer_organisation_id" text NOT NULL,
	"service" text NOT NULL,
	"state" text NOT NULL,
	"spec" jsonb NOT NULL,
	"bid_mode" text NOT NULL,
	"visibility" text NOT NULL,
	"comparison_currency" text NOT NULL,
	"may_close_early" boolean NOT NULL,
	"two_person_opening" boolean NOT NULL,
	"published_at" timestamp(3) with time zone,
	"closes_at" timestamp(3) with time zone NOT NULL,
	"decide_by" timestamp(3) with time zone NOT NULL,
	"closed_at" timestamp(3) with time zone,
	"opened_at" timestamp(3) with time zone,
	"awarded_at" timestamp(3) with time zone,
	"cancel_reason" text,
	"bid_count" integer NOT NULL,
	"hub_id" text NOT NULL,
	"corridor" text NOT NULL,
	"search_text" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_made_by_user_id_users_id_fk" FOREIGN KEY ("made_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo_users" ADD CONSTRAINT "demo_users_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_invitations" ADD CONSTRAINT "member_invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_invitations" ADD CONSTRAINT "member_invitations_invited_by_user_id_users_id_fk" FOREIGN KEY ("invited_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_keys" ADD CONSTRAINT "organisation_keys_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_versions" ADD CONSTRAINT "bid_versions_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_versions" ADD CONSTRAINT "bid_versions_submitted_by_user_id_users_id_fk" FOREIGN KEY ("submitted_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_provider_organisation_id_organisations_id_fk" FOREIGN KEY ("provider_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_hubs" ADD CONSTRAINT "listing_hubs_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cargo_lines" ADD CONSTRAINT "cargo_lines_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_drafts" ADD CONSTRAINT "deal_drafts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_drafts" ADD CONSTRAINT "deal_drafts_created_by_user_id_users_id_fk" FOREIGN KEY ("created_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_buyer_organisation_id_organisations_id_fk" FOREIGN KEY ("buyer_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_created_by_user_id_users_id_fk" FOREIGN KEY ("created_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_events" ADD CONSTRAINT "organisation_events_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_awarded_by_user_id_users_id_fk" FOREIGN KEY ("awarded_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_milestones" ADD CONSTRAINT "order_milestones_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_milestones" ADD CONSTRAINT "order_milestones_reported_by_user_id_users_id_fk" FOREIGN KEY ("reported_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_buyer_organisation_id_organisations_id_fk" FOREIGN KEY ("buyer_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_provider_organisation_id_organisations_id_fk" FOREIGN KEY ("provider_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_approvals" ADD CONSTRAINT "opening_approvals_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_approvals" ADD CONSTRAINT "opening_approvals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_invitations" ADD CONSTRAINT "request_invitations_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_invitations" ADD CONSTRAINT "request_invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_keys" ADD CONSTRAINT "request_keys_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_buyer_organisation_id_organisations_id_fk" FOREIGN KEY ("buyer_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_by_organisation" ON "api_keys" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_invitations_by_token" ON "member_invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "member_invitations_by_organisation" ON "member_invitations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "memberships_by_organisation" ON "memberships" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "one_time_tokens_by_user" ON "one_time_tokens" USING btree ("user_id","purpose");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_by_registration" ON "organisations" USING btree ("country","registration_number");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_by_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "bids_one_per_provider" ON "bids" USING btree ("request_id","provider_organisation_id");--> statement-breakpoint
CREATE INDEX "bids_by_provider" ON "bids" USING btree ("provider_organisation_id","updated_at");--> statement-breakpoint
CREATE INDEX "listing_hubs_by_hub" ON "listing_hubs" USING btree ("hub_id");--> statement-breakpoint
CREATE UNIQUE INDEX "listings_one_per_service" ON "listings" USING btree ("organisation_id","service");--> statement-breakpoint
CREATE INDEX "listings_by_service" ON "listings" USING btree ("service","is_active");--> statement-breakpoint
CREATE INDEX "deal_drafts_by_organisation" ON "deal_drafts" USING btree ("organisation_id","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "deals_by_reference" ON "deals" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "deals_by_buyer" ON "deals" USING btree ("buyer_organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "deals_by_contract" ON "deals" USING btree ("contracted_at","id");--> statement-breakpoint
CREATE INDEX "deals_by_hub_and_contract" ON "deals" USING btree ("hub_id","contracted_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "exchange_rates_by_pair_and_day" ON "exchange_rates" USING btree ("base","quote","day");--> statement-breakpoint
CREATE INDEX "exchange_rates_by_day" ON "exchange_rates" USING btree ("day");--> statement-breakpoint
CREATE INDEX "market_rules_by_name" ON "market_rules" USING btree ("name","effective_from");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_once" ON "mails" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "mails_waiting" ON "mails" USING btree ("sent_at","next_attempt_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once" ON "notices" USING btree ("event_id","user_id");--> statement-breakpoint
CREATE INDEX "notices_by_user" ON "notices" USING btree ("user_id","organisation_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_events_once" ON "organisation_events" USING btree ("organisation_id","event_id");--> statement-breakpoint
CREATE INDEX "organisation_events_by_organisation" ON "organisation_events" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("delivered_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "awards_one_per_request" ON "awards" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "awards_by_deal" ON "awards" USING btree ("deal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "order_milestones_by_code" ON "order_milestones" USING btree ("order_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_by_reference" ON "orders" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_one_per_award" ON "orders" USING btree ("award_id");--> statement-breakpoint
CREATE INDEX "orders_by_buyer" ON "orders" USING btree ("buyer_organisation_id","contracted_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_provider" ON "orders" USING btree ("provider_organisation_id","contracted_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_deal" ON "orders" USING btree ("deal_id");--> statement-breakpoint
CREATE INDEX "orders_by_hub_and_time" ON "orders" USING btree ("hub_id","contracted_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_time" ON "orders" USING btree ("contracted_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_acceptance" ON "orders" USING btree ("state","auto_accept_at");--> statement-breakpoint
CREATE INDEX "audit_entries_by_time" ON "audit_entries" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_by_organisation" ON "audit_entries" USING btree ("organisation_id","at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "request_invitations_by_organisation" ON "request_invitations" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "requests_by_reference" ON "requests" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "requests_one_per_service" ON "requests" USING btree ("deal_id","service");--> statement-breakpoint
CREATE INDEX "requests_by_state_and_close" ON "requests" USING btree ("state","closes_at","id");--> statement-breakpoint
CREATE INDEX "requests_by_state_and_decision" ON "requests" USING btree ("state","decide_by");--> statement-breakpoint
CREATE INDEX "requests_by_buyer" ON "requests" USING btree ("buyer_organisation_id","created_at");