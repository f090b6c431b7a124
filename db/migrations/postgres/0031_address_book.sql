CREATE TABLE "address_book" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"kind" text NOT NULL,
	"entry_key" text NOT NULL,
	"facts" jsonb NOT NULL,
	"used_at" timestamp(3) with time zone NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "address_book" ADD CONSTRAINT "address_book_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "address_book_by_key" ON "address_book" USING btree ("organisation_id","kind","entry_key");--> statement-breakpoint
CREATE INDEX "address_book_by_use" ON "address_book" USING btree ("organisation_id","used_at","id");