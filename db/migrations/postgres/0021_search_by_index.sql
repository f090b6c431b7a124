CREATE INDEX "orders_by_request" ON "orders" USING btree ("request_id");--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "search_words" tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array("search_text", ' '), ''))) STORED;--> statement-breakpoint
CREATE INDEX "requests_by_words" ON "requests" USING gin ("search_words") WITH (fastupdate = off);--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "search_words" tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array("search_text", ' '), ''))) STORED;--> statement-breakpoint
CREATE INDEX "listings_by_words" ON "listings" USING gin ("search_words") WITH (fastupdate = off);
