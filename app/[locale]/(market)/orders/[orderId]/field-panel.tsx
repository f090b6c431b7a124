import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { FIELD_LANGUAGES } from "@/app/shell/navigation";
import { LinkForm } from "@/components/field/link-form";
import { LinkList } from "@/components/field/link-list";
import { Panel } from "@/components/ui/panel";
import { LATE_DAYS } from "@/domain/field/link";
import { newId } from "@/server/platform/new-id";
import type { OrderLinks } from "@/views/field";
import { makeLinkAction, revokeLinkAction } from "./actions";

type FieldPanelProps = { readonly orderId: string; readonly found: OrderLinks | null; readonly zone: string };

/** Links for people without an account: the viewer's own, and the form that makes another. Nothing for who may give out none. */
export async function FieldPanel({ orderId, found, zone }: FieldPanelProps) {
  if (!found || (found.roles.length === 0 && found.links.length === 0)) return null;
  const t = await getTranslations("field.link");
  const nameOf = (locale: string) => FIELD_LANGUAGES.find(({ code }) => code === locale)?.name ?? locale;
  return (
    <ClientWords rooms={["field.link"]}>
      <Panel title={t("title")} id="field-links">
        <div className="form-stack">
          <p className="text-ink-2">{t("lead")}</p>
          <LinkList links={found.links} zone={zone} revoke={revokeLinkAction} languageName={nameOf} />
          {found.isOver && found.roles.length > 0 && <p className="text-ink-2">{t("late", { days: LATE_DAYS })}</p>}
          {found.roles.length > 0 && (
            <LinkForm
              action={makeLinkAction}
              orderId={orderId}
              idempotencyKey={newId()}
              roles={found.roles}
              languages={FIELD_LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
        </div>
      </Panel>
    </ClientWords>
  );
}
