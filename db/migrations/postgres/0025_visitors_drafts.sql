CREATE TABLE "visitor_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"address_hash" text NOT NULL,
	"title" text NOT NULL,
	"fields" jsonb NOT NULL,
	"suggested" jsonb,
	"settled" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"version" integer NOT NULL,
	"user_id" text,
	"organisation" jsonb,
	"handed_version" integer
);
--> statement-breakpoint
ALTER TABLE "visitor_drafts" ADD CONSTRAINT "visitor_drafts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "visitor_drafts_by_token" ON "visitor_drafts" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "visitor_drafts_by_address" ON "visitor_drafts" USING btree ("address_hash");--> statement-breakpoint
CREATE INDEX "visitor_drafts_by_user" ON "visitor_drafts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "visitor_drafts_by_end" ON "visitor_drafts" USING btree ("expires_at");