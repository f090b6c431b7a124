CREATE TABLE "thread_messages" (
	"bid_id" text NOT NULL,
	"seq" integer NOT NULL,
	"by" text NOT NULL,
	"organisation_id" text NOT NULL,
	"user_id" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"words" text NOT NULL,
	"file_ids" jsonb NOT NULL,
	"is_by_mail" boolean NOT NULL,
	CONSTRAINT "thread_messages_bid_id_seq_pk" PRIMARY KEY("bid_id","seq")
);
--> statement-breakpoint
CREATE TABLE "thread_reminders" (
	"bid_id" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"side" text NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "thread_reminders_bid_id_at_side_pk" PRIMARY KEY("bid_id","at","side")
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"bid_id" text PRIMARY KEY NOT NULL,
	"last_seq" integer NOT NULL,
	"last_by" text,
	"last_at" timestamp(3) with time zone,
	"buyer_read_seq" integer NOT NULL,
	"buyer_read_at" timestamp(3) with time zone,
	"buyer_unread" integer NOT NULL,
	"provider_read_seq" integer NOT NULL,
	"provider_read_at" timestamp(3) with time zone,
	"provider_unread" integer NOT NULL,
	"buyer_reminded_at" timestamp(3) with time zone,
	"provider_reminded_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_bid_id_threads_bid_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."threads"("bid_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reminders" ADD CONSTRAINT "thread_reminders_bid_id_threads_bid_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."threads"("bid_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reminders" ADD CONSTRAINT "thread_reminders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;