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
ALTER TABLE "debriefs" ADD CONSTRAINT "debriefs_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_extensions" ADD CONSTRAINT "decision_extensions_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_extensions" ADD CONSTRAINT "decision_extensions_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_reminders" ADD CONSTRAINT "decision_reminders_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disqualifications" ADD CONSTRAINT "disqualifications_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disqualifications" ADD CONSTRAINT "disqualifications_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disqualifications" ADD CONSTRAINT "disqualifications_provider_organisation_id_organisations_id_fk" FOREIGN KEY ("provider_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disqualifications" ADD CONSTRAINT "disqualifications_decided_by_user_id_users_id_fk" FOREIGN KEY ("decided_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_ends" ADD CONSTRAINT "request_ends_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "disqualifications_once_a_reason" ON "disqualifications" USING btree ("bid_id","code");--> statement-breakpoint
CREATE INDEX "disqualifications_by_request" ON "disqualifications" USING btree ("request_id","id");--> statement-breakpoint
CREATE INDEX "disqualifications_by_end" ON "disqualifications" USING btree ("state","cure_ends_at");