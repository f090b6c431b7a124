import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { RuleForm } from "@/components/admin/market-rule-form";
import { RuleHistory, RulesTable } from "@/components/admin/market-rule-tables";
import { ButtonLink, Note, Panel } from "@/components/ui/blocks";
import { PageWrap } from "@/components/shell/page-wrap";
import { PageHead } from "@/components/ui/page-head";
import { zoneName } from "@/components/ui/time/format-time";
import { MARKET_ZONE } from "@/domain/shared/time";
import { isIndexOfAnotherYear } from "@/domain/orders/slots/fees";
import { newId, platform } from "@/server/platform/platform";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { marketRulesView } from "@/server/platform/market-rules";
import { feeIndexAt } from "@/server/orders/slots/slot-reference";
import { enterRuleAction } from "../actions";

/** The rules of the market: what holds, what will hold, what held, and a form for a change. */
export default async function RulesPage() {
  const session = await requireAdministrator("rules.change", "/admin/rules");
  const { database, clock } = platform();
  const now = clock();
  const rules = await marketRulesView(database.read, session.actor, now);
  if (!rules) notFound();
  const [t, papers, locale] = await Promise.all([
    getTranslations("admin.rules"),
    getTranslations("documents.rules"),
    getLocale(),
  ]);
  const index = await feeIndexAt(database.read, now);
  const history = rules
    .flatMap((rule) => rule.history.map((entry) => ({ ...entry, name: rule.name })))
    .sort((a, b) => b.effectiveFrom - a.effectiveFrom || (a.id < b.id ? 1 : -1));
  return (
    <PageWrap>
      <PageHead
        title={t("title")}
        sub={t("sub")}
        actions={
          <ButtonLink href={`/${locale}/admin/document-rules`} icon="file-text">
            {papers("link")}
          </ButtonLink>
        }
      />
      <div className="stack">
        {isIndexOfAnotherYear(index, index.day) && (
          <Note tone="warn">{t("indexDue", { year: index.since.slice(0, 4) })}</Note>
        )}
        <Panel isFlush>
          <RulesTable rules={rules} zone={session.timeZone} />
        </Panel>
        <Panel title={t("change")}>
          <ClientWords>
            <RuleForm
              action={enterRuleAction}
              idempotencyKey={newId()}
              names={rules.map((rule) => rule.name)}
              zone={zoneName(now, MARKET_ZONE, locale)}
            />
          </ClientWords>
        </Panel>
        <Panel title={t("history")} isFlush={history.length > 0}>
          {history.length === 0 ? <p>{t("empty")}</p> : <RuleHistory rows={history} zone={session.timeZone} />}
        </Panel>
      </div>
    </PageWrap>
  );
}
