CREATE TABLE "check_end_notices" (
	"check_id" text NOT NULL,
	"end" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "check_end_notices_check_id_end_pk" PRIMARY KEY("check_id","end")
);
--> statement-breakpoint
ALTER TABLE "check_end_notices" ADD CONSTRAINT "check_end_notices_check_id_organisation_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."organisation_checks"("id") ON DELETE no action ON UPDATE no action;