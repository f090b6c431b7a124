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
ALTER TABLE "awards" ADD COLUMN "alternative" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "package_discount" jsonb;--> statement-breakpoint
ALTER TABLE "bid_templates" ADD CONSTRAINT "bid_templates_provider_organisation_id_organisations_id_fk" FOREIGN KEY ("provider_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bid_templates_by_provider" ON "bid_templates" USING btree ("provider_organisation_id","service");