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
ALTER TABLE "deal_documents" ADD CONSTRAINT "deal_documents_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_documents" ADD CONSTRAINT "deal_documents_entered_by_organisation_id_organisations_id_fk" FOREIGN KEY ("entered_by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_documents" ADD CONSTRAINT "deal_documents_entered_by_user_id_users_id_fk" FOREIGN KEY ("entered_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deal_documents_by_deal" ON "deal_documents" USING btree ("deal_id","id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "document_rules_by_rule_and_day" ON "document_rules" USING btree ("rule_id","from_day");