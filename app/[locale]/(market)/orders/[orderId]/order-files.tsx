import { milestoneName } from "@/components/services/words/service-words";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { removeFileAction } from "@/app/files/actions";
import { FilePanel } from "@/components/files/file-panel";
import type { ShownFile } from "@/domain/files/file-view";
import type { OrderPage } from "@/domain/orders/order-view";
import { newId } from "@/server/platform/new-id";

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
