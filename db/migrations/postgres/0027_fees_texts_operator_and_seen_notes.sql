CREATE TABLE "fees" (
	"id" text PRIMARY KEY NOT NULL,
	"payer" text NOT NULL,
	"basis" text NOT NULL,
	"share_bps" integer,
	"amount_minor" bigint,
	"currency" text,
	"valid_from" text NOT NULL,
	"note_en" text NOT NULL,
	"note_zh" text NOT NULL,
	"entered_by_user_id" text,
	"entered_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operator_details" (
	"id" text PRIMARY KEY NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"registration" text NOT NULL,
	"address_en" text NOT NULL,
	"address_zh" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"entered_by_user_id" text,
	"entered_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seen_notes" (
	"user_id" text NOT NULL,
	"note" text NOT NULL,
	"seen_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "seen_notes_user_id_note_pk" PRIMARY KEY("user_id","note")
);
--> statement-breakpoint
CREATE TABLE "site_texts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"body_en" text NOT NULL,
	"body_zh" text NOT NULL,
	"entered_by_user_id" text,
	"entered_at" timestamp(3) with time zone NOT NULL,
	"published_at" timestamp(3) with time zone,
	"published_by_user_id" text
);
--> statement-breakpoint
ALTER TABLE "seen_notes" ADD CONSTRAINT "seen_notes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fees_by_payer" ON "fees" USING btree ("payer","basis","valid_from");--> statement-breakpoint
CREATE INDEX "operator_details_by_time" ON "operator_details" USING btree ("entered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "site_texts_by_version" ON "site_texts" USING btree ("kind","version");