import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { KeyForm } from "@/components/accounts/api-key-form";
import { KeyTable } from "@/components/accounts/account-tables";
import { EmptyState, Panel } from "@/components/ui/blocks";
import { mayEver, SCOPES_OF_ROLE } from "@/domain/access/policy";
import { requireMember } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { apiKeysOf } from "@/server/accounts/queries";
import { makeApiKeyAction, revokeApiKeyAction } from "../actions";
import { OrganisationFrame } from "../organisation-frame";

export default async function ApiKeysPage() {
  const { actor, organisation, timeZone } = await requireMember("/organisation/api-keys");
  if (!mayEver(actor, "api_keys.read") || actor.role === null) notFound();
  const { database, clock } = platform();
  const keys = await apiKeysOf(database.read, actor, clock());
  const t = await getTranslations("accounts.keys");
  return (
    <OrganisationFrame actor={actor} current="keys" name={organisation.nameLatin}>
      <p className="text-ink-2">{t("lead")}</p>
      <Panel title={t("make")}>
        <KeyForm action={makeApiKeyAction} scopes={SCOPES_OF_ROLE[actor.role]} />
      </Panel>
      <Panel title={t("caption")} isFlush>
        {keys.length > 0 ? (
          <KeyTable rows={keys} zone={timeZone} revoke={revokeApiKeyAction} />
        ) : (
          <EmptyState reason={t("none")} detail={t("noneDetail")} />
        )}
      </Panel>
    </OrganisationFrame>
  );
}
