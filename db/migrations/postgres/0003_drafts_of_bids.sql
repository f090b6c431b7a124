CREATE TABLE "bid_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"provider_organisation_id" text NOT NULL,
	"version" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"key_for_bidder" "bytea" NOT NULL,
	"saved_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "clerk_entries" ADD COLUMN "found_by" text DEFAULT 'rules' NOT NULL;--> statement-breakpoint
ALTER TABLE "bid_drafts" ADD CONSTRAINT "bid_drafts_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_drafts" ADD CONSTRAINT "bid_drafts_provider_organisation_id_organisations_id_fk" FOREIGN KEY ("provider_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bid_drafts_one_per_provider" ON "bid_drafts" USING btree ("request_id","provider_organisation_id");--> statement-breakpoint
CREATE INDEX "bid_drafts_by_provider" ON "bid_drafts" USING btree ("provider_organisation_id","saved_at");