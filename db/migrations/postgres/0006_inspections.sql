CREATE TABLE "inspection_photos" (
	"file_id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"order_id" text NOT NULL,
	"about" text,
	"taken_at" timestamp(3) with time zone,
	"is_zone_told" boolean NOT NULL,
	"position" jsonb,
	"kept_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inspection_rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"plan" jsonb NOT NULL,
	"charge" jsonb,
	"planned_day" text,
	"inspector_name" text,
	"inspector_key" text,
	"factory_key" text NOT NULL,
	"booked_at" timestamp(3) with time zone,
	"commitment" text,
	"checked_in_at" timestamp(3) with time zone,
	"checked_in_by_user_id" text,
	"position" jsonb,
	"cartons" integer,
	"seed" text,
	"drawn" jsonb,
	"results" jsonb,
	"results_at" timestamp(3) with time zone,
	"results_by_user_id" text,
	"checked_out_at" timestamp(3) with time zone,
	"verdict" text,
	"judgement" jsonb,
	"issued_at" timestamp(3) with time zone,
	"issued_by_user_id" text,
	"report_file_id" text,
	"report_sha256" text,
	"decision" text,
	"decision_reason" text,
	"decided_at" timestamp(3) with time zone,
	"decided_by_user_id" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "photo_matches" (
	"file_id" text NOT NULL,
	"round_id" text NOT NULL,
	"other_file_id" text NOT NULL,
	"other_round_id" text NOT NULL,
	"other_order_id" text NOT NULL,
	"distance" integer NOT NULL,
	"other_kept_at" timestamp(3) with time zone NOT NULL,
	"found_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "photo_matches_file_id_other_file_id_pk" PRIMARY KEY("file_id","other_file_id")
);
--> statement-breakpoint
CREATE TABLE "photo_prints" (
	"band" integer NOT NULL,
	"file_id" text NOT NULL,
	"part" integer NOT NULL,
	"print" text NOT NULL,
	"round_id" text NOT NULL,
	"order_id" text NOT NULL,
	"kept_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "photo_prints_band_file_id_part_pk" PRIMARY KEY("band","file_id","part")
);
--> statement-breakpoint
ALTER TABLE "inspection_photos" ADD CONSTRAINT "inspection_photos_round_id_inspection_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."inspection_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_photos" ADD CONSTRAINT "inspection_photos_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_rounds" ADD CONSTRAINT "inspection_rounds_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_rounds" ADD CONSTRAINT "inspection_rounds_checked_in_by_user_id_users_id_fk" FOREIGN KEY ("checked_in_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_rounds" ADD CONSTRAINT "inspection_rounds_results_by_user_id_users_id_fk" FOREIGN KEY ("results_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_rounds" ADD CONSTRAINT "inspection_rounds_issued_by_user_id_users_id_fk" FOREIGN KEY ("issued_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_rounds" ADD CONSTRAINT "inspection_rounds_decided_by_user_id_users_id_fk" FOREIGN KEY ("decided_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inspection_photos_by_round" ON "inspection_photos" USING btree ("round_id","file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inspection_rounds_by_order" ON "inspection_rounds" USING btree ("order_id","number");--> statement-breakpoint
CREATE INDEX "inspection_rounds_by_factory" ON "inspection_rounds" USING btree ("factory_key","checked_in_at");--> statement-breakpoint
CREATE INDEX "photo_matches_by_round" ON "photo_matches" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "photo_matches_by_time" ON "photo_matches" USING btree ("found_at","file_id");