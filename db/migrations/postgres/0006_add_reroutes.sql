CREATE TABLE "reroutes" (
	"deal_id" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"from_hub_id" text NOT NULL,
	"to_hub_id" text NOT NULL,
	"reason" text NOT NULL,
	"extra_minor" bigint NOT NULL,
	"extra_currency" text NOT NULL,
	"later_ms" bigint NOT NULL,
	"further_km" integer NOT NULL,
	"asked_by" text NOT NULL,
	"asked_by_user_id" text NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"answered_by_user_id" text,
	"answered_at" timestamp(3) with time zone,
	"answer_words" text,
	"left_arrival_at" timestamp(3) with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "reroutes_deal_id_number_pk" PRIMARY KEY("deal_id","number")
);
--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "board_offset" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reroutes" ADD CONSTRAINT "reroutes_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reroutes" ADD CONSTRAINT "reroutes_asked_by_user_id_users_id_fk" FOREIGN KEY ("asked_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reroutes" ADD CONSTRAINT "reroutes_answered_by_user_id_users_id_fk" FOREIGN KEY ("answered_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;