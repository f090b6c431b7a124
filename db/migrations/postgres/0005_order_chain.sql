CREATE TABLE "chains" (
	"deal_id" text PRIMARY KEY NOT NULL,
	"gates" jsonb NOT NULL,
	"is_edited" boolean NOT NULL,
	"closed" jsonb NOT NULL,
	"fixed_at" timestamp(3) with time zone,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"updated_by_user_id" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deal_log" (
	"deal_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"type" text NOT NULL,
	"order_id" text,
	CONSTRAINT "deal_log_deal_id_seq_pk" PRIMARY KEY("deal_id","seq")
);
--> statement-breakpoint
CREATE TABLE "gate_waivers" (
	"deal_id" text NOT NULL,
	"gate_key" text NOT NULL,
	"reason" text NOT NULL,
	"waived_by_user_id" text NOT NULL,
	"waived_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "gate_waivers_deal_id_gate_key_pk" PRIMARY KEY("deal_id","gate_key")
);
--> statement-breakpoint
CREATE TABLE "delay_segments" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"place" text NOT NULL,
	"reason" text NOT NULL,
	"from" timestamp(3) with time zone NOT NULL,
	"to" timestamp(3) with time zone,
	"words" text NOT NULL,
	"by" text NOT NULL,
	"by_user_id" text,
	"at" timestamp(3) with time zone NOT NULL,
	"objection" text,
	"objected_by_user_id" text,
	"objected_at" timestamp(3) with time zone,
	"withdrawn_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "order_exceptions" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"by" text NOT NULL,
	"by_user_id" text,
	"raised_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"ended_by" text,
	"ended_by_user_id" text,
	"end_words" text
);
--> statement-breakpoint
CREATE TABLE "change_requests" (
	"order_id" text NOT NULL,
	"round" integer NOT NULL,
	"delivered_at" timestamp(3) with time zone NOT NULL,
	"words" text NOT NULL,
	"requested_by_user_id" text NOT NULL,
	"requested_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "change_requests_order_id_round_pk" PRIMARY KEY("order_id","round")
);
--> statement-breakpoint
CREATE TABLE "dispute_entries" (
	"dispute_id" text NOT NULL,
	"seq" integer NOT NULL,
	"organisation_id" text NOT NULL,
	"user_id" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"words" text NOT NULL,
	"file_ids" jsonb NOT NULL,
	"offer" jsonb,
	CONSTRAINT "dispute_entries_dispute_id_seq_pk" PRIMARY KEY("dispute_id","seq")
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"state" text NOT NULL,
	"code" text NOT NULL,
	"words" text NOT NULL,
	"opened_by_organisation_id" text NOT NULL,
	"opened_by_user_id" text NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"escalates_at" timestamp(3) with time zone NOT NULL,
	"escalated_at" timestamp(3) with time zone,
	"escalated_by_user_id" text,
	"evidence_ends_at" timestamp(3) with time zone,
	"decide_by" timestamp(3) with time zone,
	"ending" jsonb,
	"ending_words" text,
	"ended_at" timestamp(3) with time zone,
	"decided_by_user_id" text,
	"closed_at" timestamp(3) with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inspection_photos" (
	"file_id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"order_id" text NOT NULL,
	"about" text,
	"taken_at" timestamp(3) with time zone,
	"is_zone_told" boolean NOT NULL,
	"position" jsonb,
	"kept_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inspection_rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"plan" jsonb NOT NULL,
	"charge" jsonb,
	"planned_day" text,
	"inspector_name" text,
	"inspector_key" text,
	"factory_key" text NOT NULL,
	"booked_at" timestamp(3) with time zone,
	"commitment" text,
	"checked_in_at" timestamp(3) with time zone,
	"checked_in_by_user_id" text,
	"position" jsonb,
	"cartons" integer,
	"seed" text,
	"drawn" jsonb,
	"results" jsonb,
	"results_at" timestamp(3) with time zone,
	"results_by_user_id" text,
	"checked_out_at" timestamp(3) with time zone,
	"verdict" text,
	"judgement" jsonb,
	"issued_at" timestamp(3) with time zone,
	"issued_by_user_id" text,
	"report_file_id" text,
	"report_sha256" text,
	"decision" text,
	"decision_reason" text,
	"decided_at" timestamp(3) with time zone,
	"decided_by_user_id" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "photo_matches" (
	"file_id" text NOT NULL,
	"round_id" text NOT NULL,
	"other_file_id" text NOT NULL,
	"other_round_id" text NOT NULL,
	"other_order_id" text NOT NULL,
	"distance" integer NOT NULL,
	"other_kept_at" timestamp(3) with time zone NOT NULL,
	"found_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "photo_matches_file_id_other_file_id_pk" PRIMARY KEY("file_id","other_file_id")
);
--> statement-breakpoint
CREATE TABLE "photo_prints" (
	"band" integer NOT NULL,
	"file_id" text NOT NULL,
	"part" integer NOT NULL,
	"print" text NOT NULL,
	"round_id" text NOT NULL,
	"order_id" text NOT NULL,
	"kept_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "photo_prints_band_file_id_part_pk" PRIMARY KEY("band","file_id","part")
);
--> statement-breakpoint
CREATE TABLE "deliverable_files" (
	"file_id" text NOT NULL,
	"order_id" text NOT NULL,
	"code" text NOT NULL,
	"named_by_user_id" text NOT NULL,
	"named_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "deliverable_files_file_id_pk" PRIMARY KEY("file_id")
);
--> statement-breakpoint
CREATE TABLE "packs" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"made_by_user_id" text NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	"entries" jsonb NOT NULL,
	"file_ids" jsonb NOT NULL,
	"records" jsonb NOT NULL,
	"manifest" text NOT NULL,
	"root" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "border_slots" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"number" integer NOT NULL,
	"system" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"place_id" text NOT NULL,
	"window_from" timestamp(3) with time zone NOT NULL,
	"window_to" timestamp(3) with time zone NOT NULL,
	"tractor_plate" text NOT NULL,
	"trailer_plate" text,
	"drivers" jsonb NOT NULL,
	"declared" jsonb NOT NULL,
	"booking_number" text,
	"fee_minor" bigint,
	"fee_currency" text,
	"fee_paid_by" text,
	"proof_file_id" text,
	"replaces_id" text,
	"at_fault" text,
	"fault_words" text,
	"booked_by" text NOT NULL,
	"booked_by_user_id" text,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"paid_at" timestamp(3) with time zone,
	"confirmed_at" timestamp(3) with time zone,
	"called_at" timestamp(3) with time zone,
	"entered_at" timestamp(3) with time zone,
	"crossed_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	"end_words" text,
	"move_count" integer NOT NULL,
	"due_at" timestamp(3) with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_heads" (
	"organisation_id" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "log_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "held_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "exception_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "disputed_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "chains" ADD CONSTRAINT "chains_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chains" ADD CONSTRAINT "chains_updated_by_user_id_users_id_fk" FOREIGN KEY ("updated_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_log" ADD CONSTRAINT "deal_log_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_waivers" ADD CONSTRAINT "gate_waivers_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_waivers" ADD CONSTRAINT "gate_waivers_waived_by_user_id_users_id_fk" FOREIGN KEY ("waived_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delay_segments" ADD CONSTRAINT "delay_segments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delay_segments" ADD CONSTRAINT "delay_segments_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delay_segments" ADD CONSTRAINT "delay_segments_objected_by_user_id_users_id_fk" FOREIGN KEY ("objected_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_exceptions" ADD CONSTRAINT "order_exceptions_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_exceptions" ADD CONSTRAINT "order_exceptions_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_exceptions" ADD CONSTRAINT "order_exceptions_ended_by_user_id_users_id_fk" FOREIGN KEY ("ended_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_requested_by_user_id_users_id_fk" FOREIGN KEY ("requested_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_entries" ADD CONSTRAINT "dispute_entries_dispute_id_disputes_id_fk" FOREIGN KEY ("dispute_id") REFERENCES "public"."disputes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_entries" ADD CONSTRAINT "dispute_entries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_entries" ADD CONSTRAINT "dispute_entries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_opened_by_organisation_id_organisations_id_fk" FOREIGN KEY ("opened_by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_opened_by_user_id_users_id_fk" FOREIGN KEY ("opened_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_escalated_by_user_id_users_id_fk" FOREIGN KEY ("escalated_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_decided_by_user_id_users_id_fk" FOREIGN KEY ("decided_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_photos" ADD CONSTRAINT "inspection_photos_round_id_inspection_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."inspection_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_photos" ADD CONSTRAINT "inspection_photos_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_rounds" ADD CONSTRAINT "inspection_rounds_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_rounds" ADD CONSTRAINT "inspection_rounds_checked_in_by_user_id_users_id_fk" FOREIGN KEY ("checked_in_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_rounds" ADD CONSTRAINT "inspection_rounds_results_by_user_id_users_id_fk" FOREIGN KEY ("results_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_rounds" ADD CONSTRAINT "inspection_rounds_issued_by_user_id_users_id_fk" FOREIGN KEY ("issued_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_rounds" ADD CONSTRAINT "inspection_rounds_decided_by_user_id_users_id_fk" FOREIGN KEY ("decided_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_files" ADD CONSTRAINT "deliverable_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_files" ADD CONSTRAINT "deliverable_files_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_files" ADD CONSTRAINT "deliverable_files_named_by_user_id_users_id_fk" FOREIGN KEY ("named_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_made_by_user_id_users_id_fk" FOREIGN KEY ("made_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "border_slots" ADD CONSTRAINT "border_slots_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "border_slots" ADD CONSTRAINT "border_slots_proof_file_id_files_id_fk" FOREIGN KEY ("proof_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "border_slots" ADD CONSTRAINT "border_slots_booked_by_user_id_users_id_fk" FOREIGN KEY ("booked_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_heads" ADD CONSTRAINT "work_heads_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delay_segments_by_order" ON "delay_segments" USING btree ("order_id","from","id");--> statement-breakpoint
CREATE INDEX "order_exceptions_by_order" ON "order_exceptions" USING btree ("order_id","raised_at","id");--> statement-breakpoint
CREATE INDEX "disputes_by_order" ON "disputes" USING btree ("order_id","opened_at");--> statement-breakpoint
CREATE INDEX "disputes_by_state" ON "disputes" USING btree ("state","escalates_at","id");--> statement-breakpoint
CREATE INDEX "inspection_photos_by_round" ON "inspection_photos" USING btree ("round_id","file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inspection_rounds_by_order" ON "inspection_rounds" USING btree ("order_id","number");--> statement-breakpoint
CREATE INDEX "inspection_rounds_by_factory" ON "inspection_rounds" USING btree ("factory_key","checked_in_at");--> statement-breakpoint
CREATE INDEX "photo_matches_by_round" ON "photo_matches" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "photo_matches_by_time" ON "photo_matches" USING btree ("found_at","file_id");--> statement-breakpoint
CREATE INDEX "deliverable_files_by_order" ON "deliverable_files" USING btree ("order_id","code");--> statement-breakpoint
CREATE INDEX "packs_by_order" ON "packs" USING btree ("order_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "border_slots_by_number" ON "border_slots" USING btree ("order_id","number");--> statement-breakpoint
CREATE INDEX "border_slots_by_due" ON "border_slots" USING btree ("due_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_provider_and_state" ON "orders" USING btree ("provider_organisation_id","state","contracted_at");