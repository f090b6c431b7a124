CREATE TABLE "provider_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"language" text NOT NULL,
	"place" integer NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_exposures" (
	"organisation_id" text NOT NULL,
	"day" text NOT NULL,
	"kind" text NOT NULL,
	"said" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "provider_exposures_organisation_id_day_kind_said_pk" PRIMARY KEY("organisation_id","day","kind","said")
);
--> statement-breakpoint
CREATE TABLE "provider_pages" (
	"organisation_id" text PRIMARY KEY NOT NULL,
	"texts" jsonb NOT NULL,
	"hours" jsonb,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "provider_answers" ADD CONSTRAINT "provider_answers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_exposures" ADD CONSTRAINT "provider_exposures_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_pages" ADD CONSTRAINT "provider_pages_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "provider_answers_by_place" ON "provider_answers" USING btree ("organisation_id","language","place");