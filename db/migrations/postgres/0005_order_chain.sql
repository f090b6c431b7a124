CREATE TABLE "chains" (
	"deal_id" text PRIMARY KEY NOT NULL,
	"gates" jsonb NOT NULL,
	"is_edited" boolean NOT NULL,
	"closed" jsonb NOT NULL,
	"fixed_at" timestamp(3) with time zone,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"updated_by_user_id" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deal_log" (
	"deal_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"type" text NOT NULL,
	"order_id" text,
	CONSTRAINT "deal_log_deal_id_seq_pk" PRIMARY KEY("deal_id","seq")
);
--> statement-breakpoint
CREATE TABLE "gate_waivers" (
	"deal_id" text NOT NULL,
	"gate_key" text NOT NULL,
	"reason" text NOT NULL,
	"waived_by_user_id" text NOT NULL,
	"waived_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "gate_waivers_deal_id_gate_key_pk" PRIMARY KEY("deal_id","gate_key")
);
--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "log_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "held_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "exception_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "disputed_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "chains" ADD CONSTRAINT "chains_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chains" ADD CONSTRAINT "chains_updated_by_user_id_users_id_fk" FOREIGN KEY ("updated_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_log" ADD CONSTRAINT "deal_log_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_waivers" ADD CONSTRAINT "gate_waivers_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_waivers" ADD CONSTRAINT "gate_waivers_waived_by_user_id_users_id_fk" FOREIGN KEY ("waived_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;