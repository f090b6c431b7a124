CREATE TABLE "saved_search_keys" (
	"search_id" text NOT NULL,
	"facets" text NOT NULL,
	"word" text NOT NULL,
	CONSTRAINT "saved_search_keys_search_id_word_pk" PRIMARY KEY("search_id","word")
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"mail" text NOT NULL,
	"is_muted" boolean DEFAULT false NOT NULL,
	"new_count" integer DEFAULT 0 NOT NULL,
	"question" jsonb,
	"read_with" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watches" (
	"user_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"what" text NOT NULL,
	"subject" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "watches_user_id_organisation_id_what_subject_pk" PRIMARY KEY("user_id","organisation_id","what","subject")
);
--> statement-breakpoint
ALTER TABLE "saved_search_keys" ADD CONSTRAINT "saved_search_keys_search_id_saved_searches_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."saved_searches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watches" ADD CONSTRAINT "watches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watches" ADD CONSTRAINT "watches_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_search_keys_by_word" ON "saved_search_keys" USING btree ("word","facets","search_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_by_person" ON "saved_searches" USING btree ("user_id","organisation_id","query");--> statement-breakpoint
CREATE INDEX "saved_searches_by_reading" ON "saved_searches" USING btree ("read_with","id");--> statement-breakpoint
CREATE INDEX "watches_by_subject" ON "watches" USING btree ("what","subject");