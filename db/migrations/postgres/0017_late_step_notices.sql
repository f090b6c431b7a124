CREATE TABLE "late_step_notices" (
	"order_id" text NOT NULL,
	"code" text NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "late_step_notices_order_id_code_pk" PRIMARY KEY("order_id","code")
);
--> statement-breakpoint
ALTER TABLE "late_step_notices" ADD CONSTRAINT "late_step_notices_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;