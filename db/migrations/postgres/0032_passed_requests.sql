CREATE TABLE "passed_requests" (
	"organisation_id" text NOT NULL,
	"request_id" text NOT NULL,
	"user_id" text NOT NULL,
	"passed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "passed_requests_organisation_id_request_id_pk" PRIMARY KEY("organisation_id","request_id")
);
--> statement-breakpoint
ALTER TABLE "passed_requests" ADD CONSTRAINT "passed_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passed_requests" ADD CONSTRAINT "passed_requests_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passed_requests" ADD CONSTRAINT "passed_requests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;