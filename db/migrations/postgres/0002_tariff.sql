CREATE TABLE "hs_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"country" text,
	"level" text NOT NULL,
	"parent_code" text,
	"labels" jsonb NOT NULL,
	"keywords" jsonb NOT NULL,
	"words" text NOT NULL,
	"source" text NOT NULL,
	"edition" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "hs_entries_by_code" ON "hs_entries" USING btree ("code");--> statement-breakpoint
CREATE INDEX "hs_entries_by_parent" ON "hs_entries" USING btree ("parent_code");