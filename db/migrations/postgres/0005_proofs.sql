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
ALTER TABLE "opening_approvals" ADD COLUMN "share_number" integer;--> statement-breakpoint
ALTER TABLE "opening_approvals" ADD COLUMN "share" "bytea";--> statement-breakpoint
ALTER TABLE "request_keys" ADD COLUMN "public_key" "bytea";--> statement-breakpoint
ALTER TABLE "request_keys" ADD COLUMN "wrapped_share" "bytea";--> statement-breakpoint
ALTER TABLE "opening_minutes" ADD CONSTRAINT "opening_minutes_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_lists" ADD CONSTRAINT "receipt_lists_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;