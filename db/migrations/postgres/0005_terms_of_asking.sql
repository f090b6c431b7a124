CREATE TABLE "organisation_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"outcome" text NOT NULL,
	"registration_number" text NOT NULL,
	"register" text NOT NULL,
	"expires_on" text,
	"reason" text NOT NULL,
	"checked_by_user_id" text NOT NULL,
	"checked_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_answers" (
	"question_id" text NOT NULL,
	"number" integer NOT NULL,
	"answer" text NOT NULL,
	"answered_by_user_id" text,
	"answered_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "question_answers_question_id_number_pk" PRIMARY KEY("question_id","number")
);
--> statement-breakpoint
CREATE TABLE "request_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"audit_id" text NOT NULL,
	"request_id" text NOT NULL,
	"asker_organisation_id" text NOT NULL,
	"question" text NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"answered_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "panel_scores" (
	"bid_id" text NOT NULL,
	"criterion" integer NOT NULL,
	"user_id" text NOT NULL,
	"request_id" text NOT NULL,
	"points" integer NOT NULL,
	"scored_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "panel_scores_bid_id_criterion_user_id_pk" PRIMARY KEY("bid_id","criterion","user_id")
);
--> statement-breakpoint
ALTER TABLE "organisation_checks" ADD CONSTRAINT "organisation_checks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_checks" ADD CONSTRAINT "organisation_checks_checked_by_user_id_users_id_fk" FOREIGN KEY ("checked_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_question_id_request_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."request_questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_answered_by_user_id_users_id_fk" FOREIGN KEY ("answered_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_questions" ADD CONSTRAINT "request_questions_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_questions" ADD CONSTRAINT "request_questions_asker_organisation_id_organisations_id_fk" FOREIGN KEY ("asker_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_scores" ADD CONSTRAINT "panel_scores_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_scores" ADD CONSTRAINT "panel_scores_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_scores" ADD CONSTRAINT "panel_scores_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organisation_checks_by_organisation" ON "organisation_checks" USING btree ("organisation_id","checked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "request_questions_by_audit_id" ON "request_questions" USING btree ("audit_id");--> statement-breakpoint
CREATE INDEX "request_questions_by_request" ON "request_questions" USING btree ("request_id","asked_at");--> statement-breakpoint
CREATE INDEX "request_questions_by_asker" ON "request_questions" USING btree ("request_id","asker_organisation_id");--> statement-breakpoint
CREATE INDEX "panel_scores_by_request" ON "panel_scores" USING btree ("request_id");