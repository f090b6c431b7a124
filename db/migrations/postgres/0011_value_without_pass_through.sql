ALTER TABLE "hub_traffic" ADD COLUMN "pass_through_cny_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "pass_through_cny_minor" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- Orders that are there: what their won offer passes through (lines marked so; duty, tax and state fees), in CNY at the order's own rate.
UPDATE "orders" o SET "pass_through_cny_minor" = passed."minor" FROM (
  SELECT award."id", sum((line.value ->> 'amountMinor')::bigint) AS "minor"
  FROM "awards" award JOIN "bids" bid ON bid."id" = award."bid_id"
    JOIN "bid_versions" version ON version."bid_id" = bid."id" AND version."version" = bid."version"
    CROSS JOIN LATERAL jsonb_array_elements(
      CASE award."alternative" WHEN 0 THEN version."content" -> 'lines' ELSE version."content" -> 'alternatives' -> (award."alternative" - 1) -> 'lines' END
    ) line
  WHERE (line.value ->> 'isPassThrough')::boolean OR line.value ->> 'code' IN ('DTY', 'VAT', 'CUF')
  GROUP BY award."id"
) passed WHERE passed."id" = o."award_id" AND passed."minor" IS NOT NULL;--> statement-breakpoint
UPDATE "orders" SET "pass_through_cny_minor" = round("pass_through_cny_minor"::numeric * "contract_cny_minor" / "contract_minor")
  WHERE "contract_minor" > 0 AND "pass_through_cny_minor" > 0 AND "contract_currency" <> 'CNY';--> statement-breakpoint
UPDATE "hub_traffic" t SET "pass_through_cny_minor" = passed."minor", "value_cny_minor" = t."value_cny_minor" - passed."minor" FROM (
  SELECT "contracted_month", "hub_id", "corridor", "service", sum("pass_through_cny_minor") AS "minor"
  FROM "orders" WHERE "state" <> 'cancelled' GROUP BY "contracted_month", "hub_id", "corridor", "service"
) passed WHERE passed."contracted_month" = t."month" AND passed."hub_id" = t."hub_id" AND passed."corridor" = t."corridor" AND passed."service" = t."service";
