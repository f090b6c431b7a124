CREATE TABLE "delay_segments" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"place" text NOT NULL,
	"reason" text NOT NULL,
	"from" timestamp(3) with time zone NOT NULL,
	"to" timestamp(3) with time zone,
	"words" text NOT NULL,
	"by" text NOT NULL,
	"by_user_id" text,
	"at" timestamp(3) with time zone NOT NULL,
	"objection" text,
	"objected_by_user_id" text,
	"objected_at" timestamp(3) with time zone,
	"withdrawn_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "order_exceptions" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"by" text NOT NULL,
	"by_user_id" text,
	"raised_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"ended_by" text,
	"ended_by_user_id" text,
	"end_words" text
);
--> statement-breakpoint
CREATE TABLE "border_slots" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"number" integer NOT NULL,
	"system" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"place_id" text NOT NULL,
	"window_from" timestamp(3) with time zone NOT NULL,
	"window_to" timestamp(3) with time zone NOT NULL,
	"tractor_plate" text NOT NULL,
	"trailer_plate" text,
	"drivers" jsonb NOT NULL,
	"declared" jsonb NOT NULL,
	"booking_number" text,
	"fee_minor" bigint,
	"fee_currency" text,
	"fee_paid_by" text,
	"proof_file_id" text,
	"replaces_id" text,
	"at_fault" text,
	"fault_words" text,
	"booked_by" text NOT NULL,
	"booked_by_user_id" text,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"paid_at" timestamp(3) with time zone,
	"confirmed_at" timestamp(3) with time zone,
	"called_at" timestamp(3) with time zone,
	"entered_at" timestamp(3) with time zone,
	"crossed_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	"end_words" text,
	"move_count" integer NOT NULL,
	"due_at" timestamp(3) with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "delay_segments" ADD CONSTRAINT "delay_segments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delay_segments" ADD CONSTRAINT "delay_segments_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delay_segments" ADD CONSTRAINT "delay_segments_objected_by_user_id_users_id_fk" FOREIGN KEY ("objected_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_exceptions" ADD CONSTRAINT "order_exceptions_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_exceptions" ADD CONSTRAINT "order_exceptions_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_exceptions" ADD CONSTRAINT "order_exceptions_ended_by_user_id_users_id_fk" FOREIGN KEY ("ended_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "border_slots" ADD CONSTRAINT "border_slots_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "border_slots" ADD CONSTRAINT "border_slots_proof_file_id_files_id_fk" FOREIGN KEY ("proof_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "border_slots" ADD CONSTRAINT "border_slots_booked_by_user_id_users_id_fk" FOREIGN KEY ("booked_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delay_segments_by_order" ON "delay_segments" USING btree ("order_id","from","id");--> statement-breakpoint
CREATE INDEX "order_exceptions_by_order" ON "order_exceptions" USING btree ("order_id","raised_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "border_slots_by_number" ON "border_slots" USING btree ("order_id","number");--> statement-breakpoint
CREATE INDEX "border_slots_by_due" ON "border_slots" USING btree ("due_at","id");