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
CREATE TABLE "request_log" (
	"request_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"event" jsonb NOT NULL,
	CONSTRAINT "request_log_request_id_seq_pk" PRIMARY KEY("request_id","seq")
);
--> statement-breakpoint
ALTER TABLE "bids" ADD COLUMN "amendment" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
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
ALTER TABLE "counter_offers" ADD CONSTRAINT "counter_offers_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_offers" ADD CONSTRAINT "counter_offers_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_offers" ADD CONSTRAINT "counter_offers_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_minutes" ADD CONSTRAINT "opening_minutes_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_lists" ADD CONSTRAINT "receipt_lists_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_log" ADD CONSTRAINT "request_log_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "counter_offers_by_bid" ON "counter_offers" USING btree ("bid_id","made_at","id");--> statement-breakpoint
CREATE INDEX "counter_offers_by_request" ON "counter_offers" USING btree ("request_id","state");--> statement-breakpoint
CREATE INDEX "counter_offers_by_state" ON "counter_offers" USING btree ("state","expires_at");