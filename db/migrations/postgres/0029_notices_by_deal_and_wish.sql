CREATE TABLE "notice_wishes" (
	"user_id" text NOT NULL,
	"what" text NOT NULL,
	"subject" text NOT NULL,
	"is_in_inbox" boolean,
	"mail" text,
	"muted_at" timestamp(3) with time zone,
	CONSTRAINT "notice_wishes_user_id_what_subject_pk" PRIMARY KEY("user_id","what","subject")
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "stop_address" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "deal_id" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "subject_id" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "is_quiet" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "digest_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "notice_wishes" ADD CONSTRAINT "notice_wishes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_by_deal" ON "notices" USING btree ("user_id","organisation_id","deal_id","id");--> statement-breakpoint
CREATE INDEX "notices_by_digest" ON "notices" USING btree ("digest_at") WHERE digest_at is not null;--> statement-breakpoint
CREATE INDEX "notices_to_digest" ON "notices" USING btree ("user_id","id") WHERE digest_at is not null;--> statement-breakpoint
UPDATE "notices" SET "deal_id" = "outbox"."event" ->> 'dealId', "subject_id" = coalesce("outbox"."event" ->> 'requestId', "outbox"."event" ->> 'orderId') FROM "outbox" WHERE "outbox"."id" = "notices"."event_id";
