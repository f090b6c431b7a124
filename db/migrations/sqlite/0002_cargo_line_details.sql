ALTER TABLE `cargo_lines` ADD `net_weight_grams` integer;--> statement-breakpoint
ALTER TABLE `cargo_lines` ADD `origin_country` text;--> statement-breakpoint
ALTER TABLE `cargo_lines` ADD `un_number` text;--> statement-breakpoint
ALTER TABLE `cargo_lines` ADD `hazard_class` text;--> statement-breakpoint
ALTER TABLE `cargo_lines` ADD `packing_group` text;--> statement-breakpoint
ALTER TABLE `cargo_lines` ADD `is_stackable` integer;--> statement-breakpoint
ALTER TABLE `cargo_lines` ADD `marks` text;