CREATE INDEX `orders_by_request` ON `orders` (`request_id`);--> statement-breakpoint
CREATE VIRTUAL TABLE `requests_words` USING fts5(id UNINDEXED, words, content='', contentless_unindexed=1, contentless_delete=1, detail=none, prefix='1 2 3', tokenize='ascii');--> statement-breakpoint
INSERT INTO `requests_words` (id, words) SELECT id, search_text FROM `requests`;--> statement-breakpoint
CREATE VIRTUAL TABLE `listings_words` USING fts5(id UNINDEXED, words, content='', contentless_unindexed=1, contentless_delete=1, detail=none, prefix='1 2 3', tokenize='ascii');--> statement-breakpoint
INSERT INTO `listings_words` (id, words) SELECT id, search_text FROM `listings`;
