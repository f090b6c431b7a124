ALTER TABLE "requests" DROP COLUMN "search_words";--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "search_words" tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array("search_text", ' '), '') || ARRAY[':service:' || "service", ':hub:' || "hub_id", ':corridor:' || "corridor"])) STORED;--> statement-breakpoint
CREATE INDEX "requests_by_words" ON "requests" USING gin ("search_words") WITH (fastupdate = off);
