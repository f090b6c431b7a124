CREATE TABLE "request_amendments" (
	"request_id" text NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"by_user_id" text,
	"reason" text NOT NULL,
	"changes" jsonb NOT NULL,
	"is_spec_changed" boolean NOT NULL,
	"is_extended" boolean NOT NULL,
	"stale_count" integer NOT NULL,
	CONSTRAINT "request_amendments_request_id_number_pk" PRIMARY KEY("request_id","number")
);
--> statement-breakpoint
CREATE TABLE "bid_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_organisation_id" text NOT NULL,
	"service" text NOT NULL,
	"sealed_name" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"key_for_bidder" "bytea" NOT NULL,
	"saved_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"outcome" text NOT NULL,
	"registration_number" text NOT NULL,
	"register" text NOT NULL,
	"expires_on" text,
	"reason" text NOT NULL,
	"checked_by_user_id" text NOT NULL,
	"checked_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "debriefs" (
	"bid_id" text PRIMARY KEY NOT NULL,
	"rank" text,
	"gap" text,
	"code" text NOT NULL,
	"detail" text,
	"words" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision_extensions" (
	"request_id" text NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"by_user_id" text NOT NULL,
	"previous_decide_by" timestamp(3) with time zone NOT NULL,
	"decide_by" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "decision_extensions_request_id_number_pk" PRIMARY KEY("request_id","number")
);
--> statement-breakpoint
CREATE TABLE "decision_reminders" (
	"request_id" text NOT NULL,
	"decide_by" timestamp(3) with time zone NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "decision_reminders_request_id_decide_by_pk" PRIMARY KEY("request_id","decide_by")
);
--> statement-breakpoint
CREATE TABLE "disqualifications" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"bid_id" text NOT NULL,
	"provider_organisation_id" text NOT NULL,
	"state" text NOT NULL,
	"code" text NOT NULL,
	"words" text NOT NULL,
	"decided_by_user_id" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"cure_ends_at" timestamp(3) with time zone,
	"cure_words" text,
	"cure_files" jsonb,
	"cure_sent_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	"end_words" text,
	"flags" jsonb
);
--> statement-breakpoint
CREATE TABLE "request_ends" (
	"request_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"code" text,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counter_offers" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"bid_id" text NOT NULL,
	"round" integer NOT NULL,
	"by" text NOT NULL,
	"by_user_id" text NOT NULL,
	"state" text NOT NULL,
	"content" jsonb NOT NULL,
	"note" text NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"answered_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "opening_minutes" (
	"request_id" text PRIMARY KEY NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"is_by_clock" boolean NOT NULL,
	"user_ids" jsonb NOT NULL,
	"key_fingerprint" text,
	"root" text,
	"opened_count" integer NOT NULL,
	"stale_count" integer NOT NULL,
	"withdrawn_count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipt_lists" (
	"request_id" text PRIMARY KEY NOT NULL,
	"closed_at" timestamp(3) with time zone NOT NULL,
	"receipts" jsonb NOT NULL,
	"leaves" jsonb NOT NULL,
	"root" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_answers" (
	"question_id" text NOT NULL,
	"number" integer NOT NULL,
	"answer" text NOT NULL,
	"answered_by_user_id" text,
	"answered_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "question_answers_question_id_number_pk" PRIMARY KEY("question_id","number")
);
--> statement-breakpoint
CREATE TABLE "request_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"audit_id" text NOT NULL,
	"request_id" text NOT NULL,
	"asker_organisation_id" text NOT NULL,
	"question" text NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"answered_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "request_log" (
	"request_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"event" jsonb NOT NULL,
	CONSTRAINT "request_log_request_id_seq_pk" PRIMARY KEY("request_id","seq")
);
--> statement-breakpoint
CREATE TABLE "panel_scores" (
	"bid_id" text NOT NULL,
	"criterion" integer NOT NULL,
	"user_id" text NOT NULL,
	"request_id" text NOT NULL,
	"points" integer NOT NULL,
	"scored_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "panel_scores_bid_id_criterion_user_id_pk" PRIMARY KEY("bid_id","criterion","user_id")
);
--> statement-breakpoint
ALTER TABLE "bids" ADD COLUMN "amendment" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "alternative" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "package_discount" jsonb;--> statement-breakpoint
ALTER TABLE "opening_approvals" ADD COLUMN "share_number" integer;--> statement-breakpoint
ALTER TABLE "opening_approvals" ADD COLUMN "share" "bytea";--> statement-breakpoint
ALTER TABLE "request_keys" ADD COLUMN "public_key" "bytea";--> statement-breakpoint
ALTER TABLE "request_keys" ADD COLUMN "wrapped_share" "bytea";--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "terms" jsonb;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "amendment_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "extension_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "log_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "request_amendments" ADD CONSTRAINT "request_amendments_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_amendments" ADD CONSTRAINT "request_amendments_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_templates" ADD CONSTRAINT "bid_templates_provider_organisation_id_organisations_id_fk" FOREIGN KEY ("provider_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_checks" ADD CONSTRAINT "organisation_checks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_checks" ADD CONSTRAINT "organisation_checks_checked_by_user_id_users_id_fk" FOREIGN KEY ("checked_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debriefs" ADD CONSTRAINT "debriefs_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_extensions" ADD CONSTRAINT "decision_extensions_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_extensions" ADD CONSTRAINT "decision_extensions_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_reminders" ADD CONSTRAINT "decision_reminders_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disqualifications" ADD CONSTRAINT "disqualifications_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disqualifications" ADD CONSTRAINT "disqualifications_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disqualifications" ADD CONSTRAINT "disqualifications_provider_organisation_id_organisations_id_fk" FOREIGN KEY ("provider_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disqualifications" ADD CONSTRAINT "disqualifications_decided_by_user_id_users_id_fk" FOREIGN KEY ("decided_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_ends" ADD CONSTRAINT "request_ends_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_offers" ADD CONSTRAINT "counter_offers_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_offers" ADD CONSTRAINT "counter_offers_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_offers" ADD CONSTRAINT "counter_offers_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_minutes" ADD CONSTRAINT "opening_minutes_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_lists" ADD CONSTRAINT "receipt_lists_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_question_id_request_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."request_questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_answered_by_user_id_users_id_fk" FOREIGN KEY ("answered_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_questions" ADD CONSTRAINT "request_questions_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_questions" ADD CONSTRAINT "request_questions_asker_organisation_id_organisations_id_fk" FOREIGN KEY ("asker_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_log" ADD CONSTRAINT "request_log_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_scores" ADD CONSTRAINT "panel_scores_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_scores" ADD CONSTRAINT "panel_scores_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_scores" ADD CONSTRAINT "panel_scores_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bid_templates_by_provider" ON "bid_templates" USING btree ("provider_organisation_id","service");--> statement-breakpoint
CREATE INDEX "organisation_checks_by_organisation" ON "organisation_checks" USING btree ("organisation_id","checked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "disqualifications_once_a_reason" ON "disqualifications" USING btree ("bid_id","code");--> statement-breakpoint
CREATE INDEX "disqualifications_by_request" ON "disqualifications" USING btree ("request_id","id");--> statement-breakpoint
CREATE INDEX "disqualifications_by_end" ON "disqualifications" USING btree ("state","cure_ends_at");--> statement-breakpoint
CREATE INDEX "counter_offers_by_bid" ON "counter_offers" USING btree ("bid_id","made_at","id");--> statement-breakpoint
CREATE INDEX "counter_offers_by_request" ON "counter_offers" USING btree ("request_id","state");--> statement-breakpoint
CREATE INDEX "counter_offers_by_state" ON "counter_offers" USING btree ("state","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "request_questions_by_audit_id" ON "request_questions" USING btree ("audit_id");--> statement-breakpoint
CREATE INDEX "request_questions_by_request" ON "request_questions" USING btree ("request_id","asked_at");--> statement-breakpoint
CREATE INDEX "request_questions_by_asker" ON "request_questions" USING btree ("request_id","asker_organisation_id");--> statement-breakpoint
CREATE INDEX "panel_scores_by_request" ON "panel_scores" USING btree ("request_id");