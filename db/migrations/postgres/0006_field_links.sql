CREATE TABLE "field_links" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"made_by_user_id" text NOT NULL,
	"role" text NOT NULL,
	"person" text NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"revoked_at" timestamp(3) with time zone,
	"revoked_by_user_id" text
);
--> statement-breakpoint
CREATE TABLE "field_photos" (
	"link_id" text NOT NULL,
	"id" text NOT NULL,
	"file_id" text NOT NULL,
	"original_sha256" text NOT NULL,
	"taken_at" timestamp(3) with time zone,
	"taken_lat_e_6" integer,
	"taken_lon_e_6" integer,
	"received_at" timestamp(3) with time zone NOT NULL,
	"report_id" text,
	CONSTRAINT "field_photos_link_id_id_pk" PRIMARY KEY("link_id","id")
);
--> statement-breakpoint
CREATE TABLE "field_reports" (
	"link_id" text NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"code" text NOT NULL,
	"seq" integer NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	"sent_at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"told_at" timestamp(3) with time zone NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"is_step" boolean NOT NULL,
	"note" text,
	"evidence" jsonb NOT NULL,
	CONSTRAINT "field_reports_link_id_id_pk" PRIMARY KEY("link_id","id")
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "field_link_id" text;--> statement-breakpoint
ALTER TABLE "order_milestones" ADD COLUMN "evidence" jsonb;--> statement-breakpoint
ALTER TABLE "field_links" ADD CONSTRAINT "field_links_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_links" ADD CONSTRAINT "field_links_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_links" ADD CONSTRAINT "field_links_made_by_user_id_users_id_fk" FOREIGN KEY ("made_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_links" ADD CONSTRAINT "field_links_revoked_by_user_id_users_id_fk" FOREIGN KEY ("revoked_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_photos" ADD CONSTRAINT "field_photos_link_id_field_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."field_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_reports" ADD CONSTRAINT "field_reports_link_id_field_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."field_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_reports" ADD CONSTRAINT "field_reports_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "field_links_by_order" ON "field_links" USING btree ("order_id","organisation_id","id");--> statement-breakpoint
CREATE INDEX "field_reports_by_order" ON "field_reports" USING btree ("order_id","received_at");