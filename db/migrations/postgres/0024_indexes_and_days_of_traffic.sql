CREATE TABLE "traffic_days" (
	"day" text NOT NULL,
	"hub_id" text NOT NULL,
	"corridor" text NOT NULL,
	"service" text NOT NULL,
	"is_border_hub" boolean NOT NULL,
	"count" integer NOT NULL,
	"value_cny_minor" bigint NOT NULL,
	"pass_through_cny_minor" bigint DEFAULT 0 NOT NULL,
	"weight_grams" bigint NOT NULL,
	CONSTRAINT "traffic_days_day_hub_id_corridor_service_pk" PRIMARY KEY("day","hub_id","corridor","service")
);
--> statement-breakpoint
CREATE INDEX "organisations_by_name" ON "organisations" USING btree ("name_latin","id");--> statement-breakpoint
CREATE INDEX "orders_by_state" ON "orders" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "bid_drafts_by_time" ON "bid_drafts" USING btree ("saved_at","id");--> statement-breakpoint
INSERT INTO "traffic_days" (day, hub_id, corridor, service, is_border_hub, count, value_cny_minor, pass_through_cny_minor, weight_grams) SELECT to_char(contracted_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), hub_id, corridor, service, bool_or(is_border_hub), count(*), sum(contract_cny_minor - pass_through_cny_minor), sum(pass_through_cny_minor), sum(gross_weight_grams) FROM "orders" WHERE state <> 'cancelled' GROUP BY 1, 2, 3, 4;--> statement-breakpoint
INSERT INTO "traffic_days" (day, hub_id, corridor, service, is_border_hub, count, value_cny_minor, pass_through_cny_minor, weight_grams) SELECT to_char(d.contracted_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), d.hub_id, d.corridor, 'deal', bool_or(h.is_border_hub), count(*), 0, 0, sum((SELECT o.gross_weight_grams FROM orders o WHERE o.deal_id = d.id ORDER BY o.contracted_at, o.id LIMIT 1)) FROM "deals" d INNER JOIN "hubs" h ON h.id = d.hub_id WHERE d.contracted_at IS NOT NULL GROUP BY 1, 2, 3;