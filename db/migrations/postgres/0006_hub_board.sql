CREATE TABLE "hub_board_heads" (
	"hub_id" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hub_closure_withdrawals" (
	"closure_id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_by_user_id" text,
	"withdrawn_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hub_closures" (
	"id" text PRIMARY KEY NOT NULL,
	"hub_id" text NOT NULL,
	"mode" text,
	"from_at" timestamp(3) with time zone NOT NULL,
	"to_at" timestamp(3) with time zone NOT NULL,
	"zone" text NOT NULL,
	"reason" text NOT NULL,
	"source" text NOT NULL,
	"entered_by_user_id" text,
	"entered_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hub_states" (
	"id" text PRIMARY KEY NOT NULL,
	"hub_id" text NOT NULL,
	"mode" text NOT NULL,
	"capacity_per_day" integer,
	"backlog" integer NOT NULL,
	"throughput_per_day" integer NOT NULL,
	"opens_at" text,
	"shuts_at" text,
	"as_of" timestamp(3) with time zone NOT NULL,
	"source" text NOT NULL,
	"entered_by_user_id" text,
	"entered_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hub_board_heads" ADD CONSTRAINT "hub_board_heads_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_closure_withdrawals" ADD CONSTRAINT "hub_closure_withdrawals_closure_id_hub_closures_id_fk" FOREIGN KEY ("closure_id") REFERENCES "public"."hub_closures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_closure_withdrawals" ADD CONSTRAINT "hub_closure_withdrawals_withdrawn_by_user_id_users_id_fk" FOREIGN KEY ("withdrawn_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_closures" ADD CONSTRAINT "hub_closures_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_closures" ADD CONSTRAINT "hub_closures_entered_by_user_id_users_id_fk" FOREIGN KEY ("entered_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_states" ADD CONSTRAINT "hub_states_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_states" ADD CONSTRAINT "hub_states_entered_by_user_id_users_id_fk" FOREIGN KEY ("entered_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hub_closures_by_end" ON "hub_closures" USING btree ("to_at");--> statement-breakpoint
CREATE INDEX "hub_closures_by_hub" ON "hub_closures" USING btree ("hub_id","to_at");--> statement-breakpoint
CREATE INDEX "hub_states_latest" ON "hub_states" USING btree ("hub_id","mode","as_of","id");--> statement-breakpoint
CREATE INDEX "hub_states_by_time" ON "hub_states" USING btree ("as_of");--> statement-breakpoint
CREATE INDEX "order_milestones_by_time" ON "order_milestones" USING btree ("code","occurred_at");