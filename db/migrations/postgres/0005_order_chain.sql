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
CREATE TABLE "declaration_entries" (
	"declaration_id" text NOT NULL,
	"seq" integer NOT NULL,
	"event" text NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"by_user_id" text,
	"words" text NOT NULL,
	"file_ids" jsonb NOT NULL,
	CONSTRAINT "declaration_entries_declaration_id_seq_pk" PRIMARY KEY("declaration_id","seq")
);
--> statement-breakpoint
CREATE TABLE "declaration_questions" (
	"declaration_id" text NOT NULL,
	"number" integer NOT NULL,
	"question" text NOT NULL,
	"answers_by" text NOT NULL,
	"answer_by" timestamp(3) with time zone,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"file_ids" jsonb NOT NULL,
	"answer" text,
	"answered_at" timestamp(3) with time zone,
	"answered_by_user_id" text,
	"answer_file_ids" jsonb,
	CONSTRAINT "declaration_questions_declaration_id_number_pk" PRIMARY KEY("declaration_id","number")
);
--> statement-breakpoint
CREATE TABLE "declarations" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"number" integer NOT NULL,
	"side" text NOT NULL,
	"country" text NOT NULL,
	"currency" text NOT NULL,
	"state" text NOT NULL,
	"lines" jsonb NOT NULL,
	"remarks" text NOT NULL,
	"revision" integer NOT NULL,
	"estimate" jsonb,
	"approved_at" timestamp(3) with time zone,
	"approved_by_user_id" text,
	"registered_number" text,
	"filed_at" timestamp(3) with time zone,
	"assessment" jsonb,
	"paid_minor" bigint NOT NULL,
	"last_act_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"version" integer NOT NULL
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
CREATE TABLE "field_links" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"made_by_user_id" text NOT NULL,
	"role" text NOT NULL,
	"person" text NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"revoked_at" timestamp(3) with time zone,
	"revoked_by_user_id" text
);
--> statement-breakpoint
CREATE TABLE "field_photos" (
	"link_id" text NOT NULL,
	"id" text NOT NULL,
	"file_id" text NOT NULL,
	"original_sha256" text NOT NULL,
	"taken_at" timestamp(3) with time zone,
	"taken_lat_e_6" integer,
	"taken_lon_e_6" integer,
	"received_at" timestamp(3) with time zone NOT NULL,
	"report_id" text,
	CONSTRAINT "field_photos_link_id_id_pk" PRIMARY KEY("link_id","id")
);
--> statement-breakpoint
CREATE TABLE "field_reports" (
	"link_id" text NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"code" text NOT NULL,
	"seq" integer NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	"sent_at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"told_at" timestamp(3) with time zone NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"is_step" boolean NOT NULL,
	"note" text,
	"evidence" jsonb NOT NULL,
	CONSTRAINT "field_reports_link_id_id_pk" PRIMARY KEY("link_id","id")
);
--> statement-breakpoint
CREATE TABLE "hub_board_heads" (
	"hub_id" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hub_closure_withdrawals" (
	"closure_id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_by_user_id" text,
	"withdrawn_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hub_closures" (
	"id" text PRIMARY KEY NOT NULL,
	"hub_id" text NOT NULL,
	"mode" text,
	"from_at" timestamp(3) with time zone NOT NULL,
	"to_at" timestamp(3) with time zone NOT NULL,
	"zone" text NOT NULL,
	"reason" text NOT NULL,
	"source" text NOT NULL,
	"entered_by_user_id" text,
	"entered_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hub_states" (
	"id" text PRIMARY KEY NOT NULL,
	"hub_id" text NOT NULL,
	"mode" text NOT NULL,
	"capacity_per_day" integer,
	"backlog" integer NOT NULL,
	"throughput_per_day" integer NOT NULL,
	"opens_at" text,
	"shuts_at" text,
	"as_of" timestamp(3) with time zone NOT NULL,
	"source" text NOT NULL,
	"entered_by_user_id" text,
	"entered_at" timestamp(3) with time zone NOT NULL
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
CREATE TABLE "rate_locks" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"number" integer NOT NULL,
	"base" text NOT NULL,
	"quote" text NOT NULL,
	"rate" text NOT NULL,
	"reference" text NOT NULL,
	"locked_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"needs_confirmation" boolean NOT NULL,
	"confirmed_at" timestamp(3) with time zone,
	"confirmed_by_user_id" text,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"recorded_by_user_id" text
);
--> statement-breakpoint
CREATE TABLE "remittance_entries" (
	"remittance_id" text NOT NULL,
	"seq" integer NOT NULL,
	"event" text NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"by_user_id" text,
	"reason" text,
	"words" text NOT NULL,
	"file_ids" jsonb NOT NULL,
	CONSTRAINT "remittance_entries_remittance_id_seq_pk" PRIMARY KEY("remittance_id","seq")
);
--> statement-breakpoint
CREATE TABLE "remittances" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"attempt" integer NOT NULL,
	"state" text NOT NULL,
	"lock_id" text,
	"amount_minor" bigint,
	"amount_currency" text,
	"provider_organisation_id" text NOT NULL,
	"payer_country" text NOT NULL,
	"payee_country" text NOT NULL,
	"currency" text NOT NULL,
	"channel" text,
	"reference_kind" text,
	"reference" text,
	"sent_at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone,
	"frozen_at" timestamp(3) with time zone,
	"was_frozen" boolean NOT NULL,
	"returned_at" timestamp(3) with time zone,
	"return_reason" text,
	"returned_minor" bigint,
	"returned_currency" text,
	"cost_minor" bigint,
	"cost_currency" text,
	"cost_borne_by" text,
	"cost_basis" text,
	"last_at" timestamp(3) with time zone NOT NULL,
	"version" integer NOT NULL
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
ALTER TABLE "files" ADD COLUMN "field_link_id" text;--> statement-breakpoint
ALTER TABLE "order_milestones" ADD COLUMN "evidence" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "held_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "exception_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "disputed_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "chains" ADD CONSTRAINT "chains_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chains" ADD CONSTRAINT "chains_updated_by_user_id_users_id_fk" FOREIGN KEY ("updated_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_log" ADD CONSTRAINT "deal_log_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_waivers" ADD CONSTRAINT "gate_waivers_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_waivers" ADD CONSTRAINT "gate_waivers_waived_by_user_id_users_id_fk" FOREIGN KEY ("waived_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declaration_entries" ADD CONSTRAINT "declaration_entries_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declaration_entries" ADD CONSTRAINT "declaration_entries_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declaration_questions" ADD CONSTRAINT "declaration_questions_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declaration_questions" ADD CONSTRAINT "declaration_questions_answered_by_user_id_users_id_fk" FOREIGN KEY ("answered_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_approved_by_user_id_users_id_fk" FOREIGN KEY ("approved_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "field_links" ADD CONSTRAINT "field_links_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_links" ADD CONSTRAINT "field_links_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_links" ADD CONSTRAINT "field_links_made_by_user_id_users_id_fk" FOREIGN KEY ("made_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_links" ADD CONSTRAINT "field_links_revoked_by_user_id_users_id_fk" FOREIGN KEY ("revoked_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_photos" ADD CONSTRAINT "field_photos_link_id_field_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."field_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_reports" ADD CONSTRAINT "field_reports_link_id_field_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."field_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_reports" ADD CONSTRAINT "field_reports_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_board_heads" ADD CONSTRAINT "hub_board_heads_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_closure_withdrawals" ADD CONSTRAINT "hub_closure_withdrawals_closure_id_hub_closures_id_fk" FOREIGN KEY ("closure_id") REFERENCES "public"."hub_closures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_closure_withdrawals" ADD CONSTRAINT "hub_closure_withdrawals_withdrawn_by_user_id_users_id_fk" FOREIGN KEY ("withdrawn_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_closures" ADD CONSTRAINT "hub_closures_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_closures" ADD CONSTRAINT "hub_closures_entered_by_user_id_users_id_fk" FOREIGN KEY ("entered_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_states" ADD CONSTRAINT "hub_states_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_states" ADD CONSTRAINT "hub_states_entered_by_user_id_users_id_fk" FOREIGN KEY ("entered_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "rate_locks" ADD CONSTRAINT "rate_locks_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_locks" ADD CONSTRAINT "rate_locks_confirmed_by_user_id_users_id_fk" FOREIGN KEY ("confirmed_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_locks" ADD CONSTRAINT "rate_locks_recorded_by_user_id_users_id_fk" FOREIGN KEY ("recorded_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remittance_entries" ADD CONSTRAINT "remittance_entries_remittance_id_remittances_id_fk" FOREIGN KEY ("remittance_id") REFERENCES "public"."remittances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remittance_entries" ADD CONSTRAINT "remittance_entries_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remittances" ADD CONSTRAINT "remittances_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remittances" ADD CONSTRAINT "remittances_lock_id_rate_locks_id_fk" FOREIGN KEY ("lock_id") REFERENCES "public"."rate_locks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remittances" ADD CONSTRAINT "remittances_provider_organisation_id_organisations_id_fk" FOREIGN KEY ("provider_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "border_slots" ADD CONSTRAINT "border_slots_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "border_slots" ADD CONSTRAINT "border_slots_proof_file_id_files_id_fk" FOREIGN KEY ("proof_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "border_slots" ADD CONSTRAINT "border_slots_booked_by_user_id_users_id_fk" FOREIGN KEY ("booked_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_heads" ADD CONSTRAINT "work_heads_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "declaration_questions_by_answer" ON "declaration_questions" USING btree ("declaration_id","answered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "declarations_by_order" ON "declarations" USING btree ("order_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "declarations_by_registered_number" ON "declarations" USING btree ("country","registered_number");--> statement-breakpoint
CREATE INDEX "delay_segments_by_order" ON "delay_segments" USING btree ("order_id","from","id");--> statement-breakpoint
CREATE INDEX "order_exceptions_by_order" ON "order_exceptions" USING btree ("order_id","raised_at","id");--> statement-breakpoint
CREATE INDEX "disputes_by_order" ON "disputes" USING btree ("order_id","opened_at");--> statement-breakpoint
CREATE INDEX "disputes_by_state" ON "disputes" USING btree ("state","escalates_at","id");--> statement-breakpoint
CREATE INDEX "field_links_by_order" ON "field_links" USING btree ("order_id","organisation_id","id");--> statement-breakpoint
CREATE INDEX "field_reports_by_order" ON "field_reports" USING btree ("order_id","received_at");--> statement-breakpoint
CREATE INDEX "hub_closures_by_end" ON "hub_closures" USING btree ("to_at");--> statement-breakpoint
CREATE INDEX "hub_closures_by_hub" ON "hub_closures" USING btree ("hub_id","to_at");--> statement-breakpoint
CREATE INDEX "hub_states_latest" ON "hub_states" USING btree ("hub_id","mode","as_of","id");--> statement-breakpoint
CREATE INDEX "hub_states_by_time" ON "hub_states" USING btree ("as_of");--> statement-breakpoint
CREATE INDEX "inspection_photos_by_round" ON "inspection_photos" USING btree ("round_id","file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inspection_rounds_by_order" ON "inspection_rounds" USING btree ("order_id","number");--> statement-breakpoint
CREATE INDEX "inspection_rounds_by_factory" ON "inspection_rounds" USING btree ("factory_key","checked_in_at");--> statement-breakpoint
CREATE INDEX "photo_matches_by_round" ON "photo_matches" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "photo_matches_by_time" ON "photo_matches" USING btree ("found_at","file_id");--> statement-breakpoint
CREATE INDEX "deliverable_files_by_order" ON "deliverable_files" USING btree ("order_id","code");--> statement-breakpoint
CREATE INDEX "packs_by_order" ON "packs" USING btree ("order_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "rate_locks_by_order" ON "rate_locks" USING btree ("order_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "remittances_by_order" ON "remittances" USING btree ("order_id","attempt");--> statement-breakpoint
CREATE UNIQUE INDEX "remittances_by_reference" ON "remittances" USING btree ("reference_kind","reference");--> statement-breakpoint
CREATE INDEX "remittances_by_time" ON "remittances" USING btree ("sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "border_slots_by_number" ON "border_slots" USING btree ("order_id","number");--> statement-breakpoint
CREATE INDEX "border_slots_by_due" ON "border_slots" USING btree ("due_at","id");--> statement-breakpoint
CREATE INDEX "order_milestones_by_time" ON "order_milestones" USING btree ("code","occurred_at");--> statement-breakpoint
CREATE INDEX "orders_by_provider_and_state" ON "orders" USING btree ("provider_organisation_id","state","contracted_at");