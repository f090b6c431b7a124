CREATE TABLE "gate_statements" (
	"deal_id" text NOT NULL,
	"need" text NOT NULL,
	"stated_by_user_id" text NOT NULL,
	"stated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "gate_statements_deal_id_need_pk" PRIMARY KEY("deal_id","need")
);
--> statement-breakpoint
DROP INDEX "requests_one_per_service";--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "is_rejected" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "fallback" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "fallback_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "fallback_by_user_id" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "replaces_id" text;--> statement-breakpoint
ALTER TABLE "gate_statements" ADD CONSTRAINT "gate_statements_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_statements" ADD CONSTRAINT "gate_statements_stated_by_user_id_users_id_fk" FOREIGN KEY ("stated_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_fallback_by_user_id_users_id_fk" FOREIGN KEY ("fallback_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "requests_by_deal" ON "requests" USING btree ("deal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "requests_one_per_service" ON "requests" USING btree ("deal_id","service") WHERE fallback is null or fallback <> 'again';--> statement-breakpoint
-- Requests that are there: those whose buyer has rejected all bids, so that it still has to say how their deals go on.
UPDATE "requests" SET "is_rejected" = true WHERE "state" = 'cancelled' AND "id" IN (SELECT "request_id" FROM "request_ends" WHERE "kind" = 'rejected');