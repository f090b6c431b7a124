import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { LANGUAGES } from "@/app/shell/navigation";
import { LinkForm } from "@/components/field/link-form";
import { LinkList } from "@/components/field/link-list";
import { StrikeForm } from "@/components/field/strike-form";
import { milestoneName } from "@/components/services/service-name";
import { formatTime } from "@/components/ui/time/format-time";
import { Panel } from "@/components/ui/blocks";
import { LATE_DAYS } from "@/domain/field/link";
import { offeredEntries } from "@/server/deals/book/queries";
import { currentSession } from "@/server/platform/identity/session";
import { pageReader } from "@/server/platform/page-reader";
import { newId } from "@/server/platform/platform";
import type { OrderLinks } from "@/views/field";
import type { OrderPage } from "@/views/orders";
import { makeLinkAction, revokeLinkAction, strikeReportAction } from "./actions";

/** Whom the address book of the viewer's organisation names for reports from the field. */
async function contactNames(): Promise<readonly string[]> {
  const session = await currentSession();
  const entries = session ? await offeredEntries(pageReader(), session.actor) : [];
  return [...new Set(entries.flatMap(({ kind, facts }) => (kind === "contact" ? (facts.name ?? []) : [])))];
}

type FieldPanelProps = { readonly order: OrderPage; readonly found: OrderLinks | null; readonly zone: string };

/** Links for people without an account: the viewer's own, and the form that makes another. Nothing for who may give out none. */
export async function FieldPanel({ order, found, zone }: FieldPanelProps) {
  if (!found || (found.roles.length === 0 && found.links.length === 0)) return null;
  const [t, words, locale] = [await getTranslations("field.link"), await getTranslations(), await getLocale()];
  const nameOf = (language: string) => LANGUAGES.find(({ code }) => code === language)?.name ?? language;
  return (
    <ClientWords rooms={["field.link", "field.strike"]}>
      <Panel title={t("title")} id="field-links" fold="closed">
        <div className="form-stack">
          <p className="text-ink-2">{t("lead")}</p>
          <LinkList links={found.links} zone={zone} revoke={revokeLinkAction} languageName={nameOf} />
          {found.reports.length > 0 && (
            <StrikeForm
              action={strikeReportAction}
              orderId={order.id}
              idempotencyKey={newId()}
              reports={found.reports.map(({ id, code, occurredAt, person }) => ({
                value: id,
                label: [milestoneName(words, order, code), formatTime(occurredAt, { zone, locale }), person].join(
                  " · ",
                ),
              }))}
            />
          )}
          {found.isOver && found.roles.length > 0 && <p className="text-ink-2">{t("late", { days: LATE_DAYS })}</p>}
          {found.roles.length > 0 && (
            <LinkForm
              action={makeLinkAction}
              orderId={order.id}
              idempotencyKey={newId()}
              roles={found.roles}
              languages={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
              contacts={await contactNames()}
            />
          )}
        </div>
      </Panel>
    </ClientWords>
  );
}
