CREATE TABLE "provider_figures" (
	"organisation_id" text PRIMARY KEY NOT NULL,
	"on_time_count" integer DEFAULT 0 NOT NULL,
	"delivered_count" integer DEFAULT 0 NOT NULL,
	"completed_count" integer DEFAULT 0 NOT NULL,
	"response_count" integer DEFAULT 0 NOT NULL,
	"response_ms" bigint,
	"counted_at" timestamp(3) with time zone NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shortlisted_providers" (
	"organisation_id" text NOT NULL,
	"provider_organisation_id" text NOT NULL,
	"user_id" text NOT NULL,
	"note" text NOT NULL,
	"added_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "shortlisted_providers_organisation_id_provider_organisation_id_pk" PRIMARY KEY("organisation_id","provider_organisation_id")
);
--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "equipment" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_figures" ADD CONSTRAINT "provider_figures_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlisted_providers" ADD CONSTRAINT "shortlisted_providers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlisted_providers" ADD CONSTRAINT "shortlisted_providers_provider_organisation_id_organisations_id_fk" FOREIGN KEY ("provider_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlisted_providers" ADD CONSTRAINT "shortlisted_providers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "provider_figures_by_change" ON "provider_figures" USING btree ("changed_at","organisation_id");--> statement-breakpoint
CREATE INDEX "provider_figures_by_count" ON "provider_figures" USING btree ("counted_at");--> statement-breakpoint
INSERT INTO "provider_figures" ("organisation_id", "counted_at", "changed_at") SELECT DISTINCT "organisation_id", 'epoch'::timestamptz, 'epoch'::timestamptz FROM "listings";
