CREATE TABLE "work_heads" (
	"organisation_id" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "work_heads" ADD CONSTRAINT "work_heads_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "orders_by_provider_and_state" ON "orders" USING btree ("provider_organisation_id","state","contracted_at");