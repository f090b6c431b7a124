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
CREATE UNIQUE INDEX "duty_rates_by_goods_and_day" ON "duty_rates" USING btree ("country","charge","hs_prefix","value_from_minor","valid_from");