import { getTranslations } from "next-intl/server";
import { CheckForm } from "@/components/accounts/checks/check-form";
import { CheckHistory } from "@/components/accounts/checks/check-history";
import { CheckText } from "@/components/accounts/checks/check-text";
import { ReasonForm } from "@/components/accounts/review/reason-form";
import { Panel } from "@/components/ui/page/panel";
import type { Actor } from "@/domain/access/actor";
import { REGISTER_MAX } from "@/domain/accounts/checks/organisation-check";
import { platform } from "@/server/platform/platform";
import { checksToReview } from "@/server/accounts/queries/checks";
import { checkOrganisationAction, takeBackCheckAction } from "./actions";

type ChecksPanelProps = { readonly actor: Actor; readonly organisationId: string; readonly zone: string };

/** The market's checks of an organisation: how they stand, all that is on record, and the forms of the next entry. */
export async function ChecksPanel({ actor, organisationId, zone }: ChecksPanelProps) {
  const { database, clock } = platform();
  const t = await getTranslations("accounts.check");
  const { current, entries } = await checksToReview(database.read, actor, { organisationId, now: clock() });
  return (
    <>
      <Panel title={t("title")} id="checks">
        <p className="pb-3">
          <CheckText check={current} zone={zone} />
        </p>
        <CheckForm action={checkOrganisationAction} organisationId={organisationId} registerMax={REGISTER_MAX} />
        {current?.standing === "holds" && (
          <details className="pt-3">
            <summary className="w-fit cursor-pointer text-link">{t("takeBack")}</summary>
            <ReasonForm
              action={takeBackCheckAction}
              name="take-back"
              hidden={{ organisationId }}
              label={t("takeBackReason")}
              send={t("takeBack")}
            />
          </details>
        )}
      </Panel>
      {entries.length > 0 && (
        <Panel title={t("history")} isFlush>
          <CheckHistory entries={entries} zone={zone} />
        </Panel>
      )}
    </>
  );
}
