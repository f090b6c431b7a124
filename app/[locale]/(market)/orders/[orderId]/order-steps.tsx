import { milestoneName } from "@/components/services/service-words";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { ConfirmForm, ReportForm } from "@/components/orders/order-forms";
import { partyName } from "@/components/ui/party-name";
import { formatMoney } from "@/components/ui/money-text";
import { zoneName } from "@/components/ui/time/format-time";
import type { Actor } from "@/domain/access/actor";
import { announcedLate } from "@/domain/orders/delay/announced-reason";
import { lateReasonsOf } from "@/domain/orders/late-reasons";
import { reportable } from "@/domain/orders/order";
import type { ShownFile } from "@/domain/files/file";
import type { OrderPage } from "@/views/orders";
import { wallClock } from "@/domain/shared/local-date";
import { newId } from "@/server/platform/new-id";
import { announcedDelays } from "@/server/orders/queries/delay";
import { platform } from "@/server/platform/platform";
import { acceptAction, cancelAction, changesAction, reportAction } from "./actions";

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
  const { database, clock } = platform();
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
  const announced = step === "report" ? await announcedDelays(database.read, actor, { orderId: order.id, now }) : [];
  return (
    <ClientWords>
      {step === "report" ? (
        <ReportForm
          {...common}
          action={reportAction}
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
