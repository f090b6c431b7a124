ALTER TABLE "order_milestones" ADD COLUMN "earliest_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "order_milestones" ADD COLUMN "early_reason" text;--> statement-breakpoint
ALTER TABLE "reopened_steps" ADD COLUMN "earliest_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "reopened_steps" ADD COLUMN "early_reason" text;