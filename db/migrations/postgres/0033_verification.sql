CREATE TABLE "check_case_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"event" text NOT NULL,
	"words" text NOT NULL,
	"by_user_id" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_cases" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	"taken_by_user_id" text,
	"proposal" text,
	"registration_number" text,
	"register" text,
	"expires_on" text,
	"reason" text,
	"proposed_by_user_id" text
);
--> statement-breakpoint
CREATE TABLE "check_papers" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"issuer" text NOT NULL,
	"issued_on" text NOT NULL,
	"expires_on" text,
	"file_id" text NOT NULL,
	"added_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "suspended_by_user_id" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "restricted_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "restriction_reason" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "restricted_by_user_id" text;--> statement-breakpoint
ALTER TABLE "organisation_checks" ADD COLUMN "case_id" text;--> statement-breakpoint
ALTER TABLE "organisation_checks" ADD COLUMN "confirmed_by_user_id" text;--> statement-breakpoint
ALTER TABLE "check_case_entries" ADD CONSTRAINT "check_case_entries_case_id_check_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."check_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_case_entries" ADD CONSTRAINT "check_case_entries_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_cases" ADD CONSTRAINT "check_cases_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_cases" ADD CONSTRAINT "check_cases_taken_by_user_id_users_id_fk" FOREIGN KEY ("taken_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_cases" ADD CONSTRAINT "check_cases_proposed_by_user_id_users_id_fk" FOREIGN KEY ("proposed_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_papers" ADD CONSTRAINT "check_papers_case_id_check_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."check_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_papers" ADD CONSTRAINT "check_papers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_papers" ADD CONSTRAINT "check_papers_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "check_case_entries_by_case" ON "check_case_entries" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "check_cases_by_organisation" ON "check_cases" USING btree ("organisation_id","opened_at");--> statement-breakpoint
CREATE INDEX "check_cases_by_state" ON "check_cases" USING btree ("state","changed_at");--> statement-breakpoint
CREATE INDEX "check_papers_by_case" ON "check_papers" USING btree ("case_id","added_at");--> statement-breakpoint
CREATE INDEX "check_papers_by_organisation" ON "check_papers" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "check_papers_by_file" ON "check_papers" USING btree ("file_id");--> statement-breakpoint
ALTER TABLE "organisation_checks" ADD CONSTRAINT "organisation_checks_confirmed_by_user_id_users_id_fk" FOREIGN KEY ("confirmed_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;