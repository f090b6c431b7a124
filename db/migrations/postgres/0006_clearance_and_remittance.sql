CREATE TABLE "declaration_entries" (
	"declaration_id" text NOT NULL,
	"seq" integer NOT NULL,
	"event" text NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"by_user_id" text,
	"words" text NOT NULL,
	"file_ids" jsonb NOT NULL,
	CONSTRAINT "declaration_entries_declaration_id_seq_pk" PRIMARY KEY("declaration_id","seq")
);
--> statement-breakpoint
CREATE TABLE "declaration_questions" (
	"declaration_id" text NOT NULL,
	"number" integer NOT NULL,
	"question" text NOT NULL,
	"answers_by" text NOT NULL,
	"answer_by" timestamp(3) with time zone,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"file_ids" jsonb NOT NULL,
	"answer" text,
	"answered_at" timestamp(3) with time zone,
	"answered_by_user_id" text,
	"answer_file_ids" jsonb,
	CONSTRAINT "declaration_questions_declaration_id_number_pk" PRIMARY KEY("declaration_id","number")
);
--> statement-breakpoint
CREATE TABLE "declarations" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"number" integer NOT NULL,
	"side" text NOT NULL,
	"country" text NOT NULL,
	"currency" text NOT NULL,
	"state" text NOT NULL,
	"lines" jsonb NOT NULL,
	"remarks" text NOT NULL,
	"revision" integer NOT NULL,
	"estimate" jsonb,
	"approved_at" timestamp(3) with time zone,
	"approved_by_user_id" text,
	"registered_number" text,
	"filed_at" timestamp(3) with time zone,
	"assessment" jsonb,
	"paid_minor" bigint NOT NULL,
	"last_act_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_locks" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"number" integer NOT NULL,
	"base" text NOT NULL,
	"quote" text NOT NULL,
	"rate" text NOT NULL,
	"reference" text NOT NULL,
	"locked_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"needs_confirmation" boolean NOT NULL,
	"confirmed_at" timestamp(3) with time zone,
	"confirmed_by_user_id" text,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"recorded_by_user_id" text
);
--> statement-breakpoint
CREATE TABLE "remittance_entries" (
	"remittance_id" text NOT NULL,
	"seq" integer NOT NULL,
	"event" text NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"by_user_id" text,
	"reason" text,
	"words" text NOT NULL,
	"file_ids" jsonb NOT NULL,
	CONSTRAINT "remittance_entries_remittance_id_seq_pk" PRIMARY KEY("remittance_id","seq")
);
--> statement-breakpoint
CREATE TABLE "remittances" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"attempt" integer NOT NULL,
	"state" text NOT NULL,
	"lock_id" text,
	"amount_minor" bigint,
	"amount_currency" text,
	"provider_organisation_id" text NOT NULL,
	"payer_country" text NOT NULL,
	"payee_country" text NOT NULL,
	"currency" text NOT NULL,
	"channel" text,
	"reference_kind" text,
	"reference" text,
	"sent_at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone,
	"frozen_at" timestamp(3) with time zone,
	"was_frozen" boolean NOT NULL,
	"returned_at" timestamp(3) with time zone,
	"return_reason" text,
	"returned_minor" bigint,
	"returned_currency" text,
	"cost_minor" bigint,
	"cost_currency" text,
	"cost_borne_by" text,
	"cost_basis" text,
	"last_at" timestamp(3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "declaration_entries" ADD CONSTRAINT "declaration_entries_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declaration_entries" ADD CONSTRAINT "declaration_entries_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declaration_questions" ADD CONSTRAINT "declaration_questions_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declaration_questions" ADD CONSTRAINT "declaration_questions_answered_by_user_id_users_id_fk" FOREIGN KEY ("answered_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_approved_by_user_id_users_id_fk" FOREIGN KEY ("approved_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_locks" ADD CONSTRAINT "rate_locks_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_locks" ADD CONSTRAINT "rate_locks_confirmed_by_user_id_users_id_fk" FOREIGN KEY ("confirmed_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_locks" ADD CONSTRAINT "rate_locks_recorded_by_user_id_users_id_fk" FOREIGN KEY ("recorded_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remittance_entries" ADD CONSTRAINT "remittance_entries_remittance_id_remittances_id_fk" FOREIGN KEY ("remittance_id") REFERENCES "public"."remittances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remittance_entries" ADD CONSTRAINT "remittance_entries_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remittances" ADD CONSTRAINT "remittances_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remittances" ADD CONSTRAINT "remittances_lock_id_rate_locks_id_fk" FOREIGN KEY ("lock_id") REFERENCES "public"."rate_locks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remittances" ADD CONSTRAINT "remittances_provider_organisation_id_organisations_id_fk" FOREIGN KEY ("provider_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "declaration_questions_by_answer" ON "declaration_questions" USING btree ("declaration_id","answered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "declarations_by_order" ON "declarations" USING btree ("order_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "declarations_by_registered_number" ON "declarations" USING btree ("country","registered_number");--> statement-breakpoint
CREATE UNIQUE INDEX "rate_locks_by_order" ON "rate_locks" USING btree ("order_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "remittances_by_order" ON "remittances" USING btree ("order_id","attempt");--> statement-breakpoint
CREATE UNIQUE INDEX "remittances_by_reference" ON "remittances" USING btree ("reference_kind","reference");--> statement-breakpoint
CREATE INDEX "remittances_by_time" ON "remittances" USING btree ("sent_at");