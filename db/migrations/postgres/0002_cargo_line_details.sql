ALTER TABLE "cargo_lines" ADD COLUMN "net_weight_grams" bigint;--> statement-breakpoint
ALTER TABLE "cargo_lines" ADD COLUMN "origin_country" text;--> statement-breakpoint
ALTER TABLE "cargo_lines" ADD COLUMN "un_number" text;--> statement-breakpoint
ALTER TABLE "cargo_lines" ADD COLUMN "hazard_class" text;--> statement-breakpoint
ALTER TABLE "cargo_lines" ADD COLUMN "packing_group" text;--> statement-breakpoint
ALTER TABLE "cargo_lines" ADD COLUMN "is_stackable" boolean;--> statement-breakpoint
ALTER TABLE "cargo_lines" ADD COLUMN "marks" text;