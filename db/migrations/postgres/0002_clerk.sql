CREATE TABLE "clerk_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"organisation_id" text NOT NULL,
	"draft_id" text NOT NULL,
	"field" text NOT NULL,
	"suggested_value" text NOT NULL,
	"outcome" text NOT NULL,
	"taken_value" text,
	"by_user_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deal_drafts" ADD COLUMN "suggested" jsonb;--> statement-breakpoint
ALTER TABLE "clerk_entries" ADD CONSTRAINT "clerk_entries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clerk_entries" ADD CONSTRAINT "clerk_entries_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clerk_entries_by_draft" ON "clerk_entries" USING btree ("draft_id","at");