CREATE TABLE "request_log" (
	"request_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"event" jsonb NOT NULL,
	CONSTRAINT "request_log_request_id_seq_pk" PRIMARY KEY("request_id","seq")
);
--> statement-breakpoint
ALTER TABLE "bids" ADD COLUMN "amendment" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "terms" jsonb;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "amendment_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "extension_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "log_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "request_log" ADD CONSTRAINT "request_log_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;