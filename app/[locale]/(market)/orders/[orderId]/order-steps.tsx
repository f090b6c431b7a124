import { milestoneName } from "@/components/services/service-name";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { removeFileAction } from "@/app/files/actions";
import { FilePanel } from "@/components/files/file-panel";
import type { ShownFile } from "@/domain/files/file";
import type { OrderPage } from "@/views/orders";
import { pageReader } from "@/server/platform/page-reader";
import { newId, platform } from "@/server/platform/platform";
import { NameForm } from "@/components/documents/pack-file-name-form";
import { PacksPanel } from "@/components/documents/packs-panel";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import type { Actor } from "@/domain/access/policy";
import { packsView } from "@/server/documents/queries";
import {
  acceptAction,
  cancelAction,
  changesAction,
  makePackAction,
  nameDeliverableAction,
  reportAction,
} from "./actions";
import { ConfirmForm, ReportForm } from "@/components/orders/order-forms";
import { partyName } from "@/components/ui/words";
import { formatMoney } from "@/components/ui/figures";
import { zoneName } from "@/components/ui/time/format-time";
import { announcedLate } from "@/domain/orders/delay/announced-reason";
import { lateReasonsOf } from "@/domain/orders/late-reasons";
import { reportable } from "@/domain/orders/order";
import { wallClock } from "@/domain/shared/zones";
import { announcedDelays } from "@/server/orders/queries/delay";

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
    <ClientWords rooms={["files.upload"]}>
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
  const { clock } = platform();
  const view = await packsView(pageReader(), viewer, { orderId: order.id, now: clock() });
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

type OrderStepsProps = {
  readonly order: OrderPage;
  /** The viewer's own that belong to no step yet. */
  readonly files: readonly ShownFile[];
  readonly zone: string;
  readonly actor: Actor;
  readonly step: "report" | "accept" | "cancel" | "changes" | null;
};

const CONFIRMED = { accept: acceptAction, cancel: cancelAction, changes: changesAction };

/** The one form that the viewer may send at this moment. */
export async function OrderSteps({ order, files, zone, actor, step }: OrderStepsProps) {
  if (step === null) return null;
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations("orders"), getTranslations()]);
  const { clock } = platform();
  const now = clock();
  const price = formatMoney(order.price, locale, { display: "code" });
  const common = { orderId: order.id, idempotencyKey: newId() };
  const values = { price, reference: order.reference, provider: partyName(order.provider, locale) };
  const open = reportable({ state: order.line, milestones: order.milestones }, now);
  const codes = open
    .filter(({ code }) => !order.stoppedCodes.includes(code))
    .map(({ code }) => ({ value: code, label: milestoneName(words, order, code) }));
  if (step === "report" && codes.length === 0) return null;
  const lateReasons = lateReasonsOf(order.service, order.mode);
  const announced = step === "report" ? await announcedDelays(pageReader(), actor, { orderId: order.id, now }) : [];
  return (
    <ClientWords>
      {step === "report" ? (
        <ReportForm
          {...common}
          action={reportAction}
          service={order.service}
          codes={codes}
          isNextHere={order.nextForm === null}
          lateReasons={lateReasons}
          announcedLate={announcedLate(announced, { milestones: order.milestones, reasons: lateReasons })}
          evidence={order.fields}
          declaredIn={order.declaredIn}
          files={files.map(({ id, name }) => ({ id, name }))}
          nowLocal={wallClock(now, zone)}
          zone={zone}
          zoneName={zoneName(now, zone, locale)}
          isAside={order.turn.holder !== "provider"}
        />
      ) : (
        <ConfirmForm
          {...common}
          kind={step}
          action={CONFIRMED[step]}
          consequence={t(`${step}.consequence`, values)}
          buttonWords={t(`${step}.send`, values)}
          backHref={`/${locale}/orders/${order.id}`}
        />
      )}
    </ClientWords>
  );
}
