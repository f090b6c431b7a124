CREATE TABLE "service_trade" (
	"month" text NOT NULL,
	"provider_organisation_id" text NOT NULL,
	"provider_country" text NOT NULL,
	"buyer_country" text NOT NULL,
	"service" text NOT NULL,
	"corridor" text NOT NULL,
	"count" integer NOT NULL,
	"value_cny_minor" bigint NOT NULL,
	"margin_cny_minor" bigint NOT NULL,
	"pass_through_cny_minor" bigint NOT NULL,
	CONSTRAINT "service_trade_pk" PRIMARY KEY("month","provider_organisation_id","provider_country","buyer_country","service","corridor")
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "buyer_country" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "provider_country" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "margin_cny_minor" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- Orders that are there: both countries as they stand, and of payments what the won offer takes as a spread (FXS by the amount without a minimum), in CNY at the order's own rate.
UPDATE "orders" o SET "buyer_country" = buyer."country", "provider_country" = provider."country"
  FROM "organisations" buyer, "organisations" provider
  WHERE buyer."id" = o."buyer_organisation_id" AND provider."id" = o."provider_organisation_id";--> statement-breakpoint
UPDATE "orders" o SET "margin_cny_minor" = spread."minor" FROM (
  SELECT award."id", sum((line.value ->> 'amountMinor')::bigint) AS "minor"
  FROM "awards" award JOIN "bids" bid ON bid."id" = award."bid_id"
    JOIN "bid_versions" version ON version."bid_id" = bid."id" AND version."version" = bid."version"
    CROSS JOIN LATERAL jsonb_array_elements(
      CASE award."alternative" WHEN 0 THEN version."content" -> 'lines' ELSE version."content" -> 'alternatives' -> (award."alternative" - 1) -> 'lines' END
    ) line
  WHERE line.value ->> 'code' = 'FXS' AND line.value ->> 'basis' IN ('bps_of_amount', 'percent_of_amount')
    AND line.value ->> 'minimumMinor' IS NULL AND NOT coalesce((line.value ->> 'isPassThrough')::boolean, false)
  GROUP BY award."id"
) spread WHERE spread."id" = o."award_id" AND o."service" = 'payment' AND spread."minor" IS NOT NULL;--> statement-breakpoint
UPDATE "orders" SET "margin_cny_minor" = round("margin_cny_minor"::numeric * "contract_cny_minor" / "contract_minor")
  WHERE "contract_minor" > 0 AND "margin_cny_minor" > 0 AND "contract_currency" <> 'CNY';--> statement-breakpoint
UPDATE "orders" SET "margin_cny_minor" = greatest(0, "contract_cny_minor" - "pass_through_cny_minor")
  WHERE "margin_cny_minor" > greatest(0, "contract_cny_minor" - "pass_through_cny_minor");--> statement-breakpoint
INSERT INTO "service_trade" ("month", "provider_organisation_id", "provider_country", "buyer_country", "service", "corridor", "count", "value_cny_minor", "margin_cny_minor", "pass_through_cny_minor") SELECT "contracted_month", "provider_organisation_id", "provider_country", "buyer_country", "service", "corridor", count(*), sum("contract_cny_minor" - "pass_through_cny_minor"), sum("margin_cny_minor"), sum("pass_through_cny_minor") FROM "orders" WHERE "state" <> 'cancelled' GROUP BY 1, 2, 3, 4, 5, 6;
