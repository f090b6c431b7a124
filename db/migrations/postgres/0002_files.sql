CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"uploaded_by_user_id" text NOT NULL,
	"subject_kind" text,
	"subject_id" text,
	"milestone_code" text,
	"state" text NOT NULL,
	"facts" "bytea" NOT NULL,
	"key_for_owner" "bytea" NOT NULL,
	"key_for_request" "bytea",
	"object_name" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"scanned_at" timestamp(3) with time zone,
	"attempts" integer NOT NULL,
	"next_scan_at" timestamp(3) with time zone NOT NULL,
	"last_error" text
);
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_user_id_users_id_fk" FOREIGN KEY ("uploaded_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "files_by_object" ON "files" USING btree ("object_name");--> statement-breakpoint
CREATE INDEX "files_by_subject" ON "files" USING btree ("subject_kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "files_by_organisation" ON "files" USING btree ("organisation_id","subject_kind","id");--> statement-breakpoint
CREATE INDEX "files_to_scan" ON "files" USING btree ("state","next_scan_at");