CREATE TABLE "translations" (
	"text_hash" text NOT NULL,
	"language" text NOT NULL,
	"model" text NOT NULL,
	"translation" text NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "translations_text_hash_language_model_pk" PRIMARY KEY("text_hash","language","model")
);
--> statement-breakpoint
ALTER TABLE "fees" ADD COLUMN "note_ru" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "fees" ADD COLUMN "note_vi" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "fees" ADD COLUMN "note_kk" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "document_rules" ADD COLUMN "note_ru" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "document_rules" ADD COLUMN "note_vi" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "document_rules" ADD COLUMN "note_kk" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "translations_by_time" ON "translations" USING btree ("made_at");