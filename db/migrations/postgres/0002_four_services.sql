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
CREATE TABLE "duty_rates" (
	"id" text PRIMARY KEY NOT NULL,
	"country" text NOT NULL,
	"charge" text NOT NULL,
	"hs_prefix" text NOT NULL,
	"method" text NOT NULL,
	"rate_bps" integer,
	"unit_price_minor" bigint,
	"unit_price_currency" text,
	"unit" text,
	"value_from_minor" bigint NOT NULL,
	"valid_from" text NOT NULL,
	"source" text NOT NULL,
	"entered_by_user_id" text,
	"entered_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "deal_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"name" text NOT NULL,
	"fields" jsonb NOT NULL,
	"created_by_user_id" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deal_documents" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"deal_id" text NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"date" text NOT NULL,
	"fields" jsonb NOT NULL,
	"file_id" text,
	"is_withdrawn" boolean NOT NULL,
	"entered_by_organisation_id" text NOT NULL,
	"entered_by_user_id" text,
	"entered_as" text NOT NULL,
	"entered_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "deal_documents_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "document_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"rule_id" text NOT NULL,
	"document" text NOT NULL,
	"provider" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text,
	"conditions" jsonb NOT NULL,
	"days_ahead" integer NOT NULL,
	"weight_tolerance_bps" integer,
	"source" text NOT NULL,
	"note_en" text NOT NULL,
	"note_zh" text NOT NULL,
	"entered_by_user_id" text,
	"entered_at" timestamp(3) with time zone
);
--> statement-breakpoint
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
ALTER TABLE "cargo_lines" ADD COLUMN "net_weight_grams" bigint;--> statement-breakpoint
ALTER TABLE "cargo_lines" ADD COLUMN "origin_country" text;--> statement-breakpoint
ALTER TABLE "cargo_lines" ADD COLUMN "un_number" text;--> statement-breakpoint
ALTER TABLE "cargo_lines" ADD COLUMN "hazard_class" text;--> statement-breakpoint
ALTER TABLE "cargo_lines" ADD COLUMN "packing_group" text;--> statement-breakpoint
ALTER TABLE "cargo_lines" ADD COLUMN "is_stackable" boolean;--> statement-breakpoint
ALTER TABLE "cargo_lines" ADD COLUMN "marks" text;--> statement-breakpoint
ALTER TABLE "deal_drafts" ADD COLUMN "suggested" jsonb;--> statement-breakpoint
ALTER TABLE "clerk_entries" ADD CONSTRAINT "clerk_entries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clerk_entries" ADD CONSTRAINT "clerk_entries_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_templates" ADD CONSTRAINT "deal_templates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_templates" ADD CONSTRAINT "deal_templates_created_by_user_id_users_id_fk" FOREIGN KEY ("created_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_documents" ADD CONSTRAINT "deal_documents_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_documents" ADD CONSTRAINT "deal_documents_entered_by_organisation_id_organisations_id_fk" FOREIGN KEY ("entered_by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_documents" ADD CONSTRAINT "deal_documents_entered_by_user_id_users_id_fk" FOREIGN KEY ("entered_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_user_id_users_id_fk" FOREIGN KEY ("uploaded_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clerk_entries_by_draft" ON "clerk_entries" USING btree ("draft_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "duty_rates_by_goods_and_day" ON "duty_rates" USING btree ("country","charge","hs_prefix","value_from_minor","valid_from");--> statement-breakpoint
CREATE INDEX "deal_templates_by_organisation" ON "deal_templates" USING btree ("organisation_id","name","id");--> statement-breakpoint
CREATE INDEX "deal_documents_by_deal" ON "deal_documents" USING btree ("deal_id","id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "document_rules_by_rule_and_day" ON "document_rules" USING btree ("rule_id","from_day");--> statement-breakpoint
CREATE UNIQUE INDEX "files_by_object" ON "files" USING btree ("object_name");--> statement-breakpoint
CREATE INDEX "files_by_subject" ON "files" USING btree ("subject_kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "files_by_organisation" ON "files" USING btree ("organisation_id","subject_kind","id");--> statement-breakpoint
CREATE INDEX "files_to_scan" ON "files" USING btree ("state","next_scan_at");--> statement-breakpoint
CREATE INDEX "hs_entries_by_code" ON "hs_entries" USING btree ("code");--> statement-breakpoint
CREATE INDEX "hs_entries_by_parent" ON "hs_entries" USING btree ("parent_code");