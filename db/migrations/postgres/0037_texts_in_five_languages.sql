ALTER TABLE "site_texts" ADD COLUMN "body_ru" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "site_texts" ADD COLUMN "body_vi" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "site_texts" ADD COLUMN "body_kk" text DEFAULT '' NOT NULL;