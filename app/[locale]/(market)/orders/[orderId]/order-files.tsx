import { milestoneName } from "@/components/services/service-words";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { removeFileAction } from "@/app/files/actions";
import { FilePanel } from "@/components/files/file-panel";
import type { ShownFile } from "@/domain/files/file";
import type { OrderPage } from "@/views/orders";
import { newId } from "@/server/platform/new-id";
import { NameForm } from "@/components/documents/pack-file-name-form";
import { PacksPanel } from "@/components/documents/packs-panel";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import type { Actor } from "@/domain/access/actor";
import { platform } from "@/server/platform/platform";
import { packsView } from "@/server/documents/queries";
import { makePackAction, nameDeliverableAction } from "./actions";

type OrderFilesProps = {
  readonly order: OrderPage;
  readonly files: readonly ShownFile[];
  readonly mayAdd: boolean;
  readonly zone: string;
  readonly outcome: string | null;
};

/** What both parties have put to their order, and to which of its steps. */
export async function OrderFiles({ order, files, mayAdd, zone, outcome }: OrderFilesProps) {
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations("files"), getTranslations()]);
  const subject = { subject: "order", subjectId: order.id, language: locale, isSealed: false } as const;
  return (
    <ClientWords rooms={["files"]}>
      <FilePanel
        id="files"
        title={t("panel.title")}
        files={files}
        zone={zone}
        remove={removeFileAction}
        upload={mayAdd ? { ...subject, idempotencyKey: newId() } : null}
        outcome={outcome}
        purpose={({ milestoneCode, isOwn }) =>
          milestoneCode === null
            ? isOwn && t("panel.own")
            : t("panel.ofMilestone", { milestone: milestoneName(words, order, milestoneCode) })
        }
      />
    </ClientWords>
  );
}

type OrderPacksProps = { readonly order: OrderPage; readonly viewer: Actor; readonly zone: string };

/** What is handed over with the order, and the packs of it. */
export async function OrderPacks({ order, viewer, zone }: OrderPacksProps) {
  const { database, clock } = platform();
  const view = await packsView(database.read, viewer, { orderId: order.id, now: clock() });
  if (!view) return null;
  const [t, words] = await Promise.all([
    getTranslations("packs"),
    getTranslations(`service-${order.service}.deliverable`),
  ]);
  return (
    <ClientWords>
      <PacksPanel view={view} service={order.service} zone={zone}>
        {view.mayName && view.unnamed.length > 0 && (
          <NameForm
            action={nameDeliverableAction}
            orderId={order.id}
            idempotencyKey={newId()}
            files={view.unnamed.map(({ id, name }) => ({ value: id, label: name }))}
            codes={view.deliverables.map(({ code }) => ({ value: code, label: words(code) }))}
          />
        )}
        {view.mayMake && (
          <OneButtonForm action={makePackAction} fields={{ orderId: order.id, idempotencyKey: newId() }}>
            {t("make")}
          </OneButtonForm>
        )}
      </PacksPanel>
    </ClientWords>
  );
}
