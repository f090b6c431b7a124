CREATE TABLE "reopened_steps" (
	"order_id" text NOT NULL,
	"seq" integer NOT NULL,
	"code" text NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"reported_at" timestamp(3) with time zone NOT NULL,
	"reported_by_user_id" text,
	"note" text,
	"evidence" jsonb,
	CONSTRAINT "reopened_steps_order_id_seq_pk" PRIMARY KEY("order_id","seq")
);
--> statement-breakpoint
ALTER TABLE "reopened_steps" ADD CONSTRAINT "reopened_steps_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopened_steps" ADD CONSTRAINT "reopened_steps_reported_by_user_id_users_id_fk" FOREIGN KEY ("reported_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;