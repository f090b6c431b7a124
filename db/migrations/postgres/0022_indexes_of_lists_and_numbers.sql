CREATE TABLE "told_declarations" (
	"order_id" text NOT NULL,
	"code" text NOT NULL,
	"country" text NOT NULL,
	"number" text NOT NULL,
	CONSTRAINT "told_declarations_order_id_code_country_number_pk" PRIMARY KEY("order_id","code","country","number")
);
--> statement-breakpoint
ALTER TABLE "told_declarations" ADD CONSTRAINT "told_declarations_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "told_declarations_by_number" ON "told_declarations" USING btree ("number","country");--> statement-breakpoint
CREATE INDEX "sessions_by_organisation" ON "sessions" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "disputes_by_escalation" ON "disputes" USING btree ("escalated_at","id");--> statement-breakpoint
CREATE INDEX "photo_matches_by_other" ON "photo_matches" USING btree ("other_file_id");--> statement-breakpoint
CREATE INDEX "border_slots_by_window" ON "border_slots" USING btree ("window_to","window_from");--> statement-breakpoint
CREATE INDEX "border_slots_by_booking" ON "border_slots" USING btree ("booking_number","system");--> statement-breakpoint
CREATE INDEX "border_slots_by_proof" ON "border_slots" USING btree ("proof_file_id");--> statement-breakpoint
CREATE INDEX "audit_entries_by_command" ON "audit_entries" USING btree ("command","at","id");--> statement-breakpoint
CREATE INDEX "requests_by_hub" ON "requests" USING btree ("hub_id","id","service","state","corridor");--> statement-breakpoint
CREATE INDEX "requests_by_corridor" ON "requests" USING btree ("corridor","id","service","state","hub_id");--> statement-breakpoint
CREATE INDEX "requests_by_hub_and_close" ON "requests" USING btree ("hub_id","state","closes_at","id");--> statement-breakpoint
CREATE INDEX "requests_by_corridor_and_close" ON "requests" USING btree ("corridor","state","closes_at","id");--> statement-breakpoint
INSERT INTO "told_declarations" (order_id, code, country, number) SELECT DISTINCT order_id, code, one ->> 'country', one ->> 'number' FROM "order_milestones", jsonb_array_elements(coalesce(evidence -> 'declarations', '[]'::jsonb) || coalesce(evidence -> 'registered', '[]'::jsonb)) one WHERE evidence IS NOT NULL;
