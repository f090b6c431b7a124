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
ALTER TABLE "request_amendments" ADD CONSTRAINT "request_amendments_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_amendments" ADD CONSTRAINT "request_amendments_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;