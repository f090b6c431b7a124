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
ALTER TABLE "deals" ADD COLUMN "log_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "held_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "exception_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "disputed_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "chains" ADD CONSTRAINT "chains_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chains" ADD CONSTRAINT "chains_updated_by_user_id_users_id_fk" FOREIGN KEY ("updated_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_log" ADD CONSTRAINT "deal_log_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_waivers" ADD CONSTRAINT "gate_waivers_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_waivers" ADD CONSTRAINT "gate_waivers_waived_by_user_id_users_id_fk" FOREIGN KEY ("waived_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "disputes_by_order" ON "disputes" USING btree ("order_id","opened_at");--> statement-breakpoint
CREATE INDEX "disputes_by_state" ON "disputes" USING btree ("state","escalates_at","id");