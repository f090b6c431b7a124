import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/blocks";
import type { OrderTask } from "@/domain/orders/order";
import type { OrderPage, StepForm } from "@/views/orders";

/** Where a task is done: in its room of this page, but for the way of the goods, which is the deal's, and the decision on them and a slot, which have pages. */
function taskHref(
  { code, slotId }: OrderTask,
  { locale, order }: { readonly locale: string; readonly order: OrderPage },
): string {
  const [room] = code.split(".");
  if (room === "inspections") return `/${locale}/orders/${order.id}/inspection#decide`;
  if (slotId !== undefined) return `/${locale}/orders/${order.id}/slots/${slotId}?step=rebook#slot-form`;
  return room === "reroute" ? `/${locale}/deals/${order.dealId}/chain#reroute` : `#${room}`;
}

/** The button to what the next step follows from, where no report tells it: named by what is done there. */
async function ToStepForm({ form, here }: { readonly form: StepForm; readonly here: string }) {
  const t = await getTranslations();
  const { room, transition, of } = form;
  if (room === "inspections")
    return (
      <ButtonLink variant="primary" size="small" href={`${here}/inspection`}>
        {t("inspections.panel.open")}
      </ButtonLink>
    );
  const chosen = [transition, of].filter((part) => part !== null).join(".");
  return (
    <ButtonLink
      variant="primary"
      size="small"
      href={transition === null ? `#${room}` : `${here}?do=${chosen}#${room}-form`}
    >
      {transition === null ? t("orders.page.toTask") : t(`${room}.deed.${transition}`)}
    </ButtonLink>
  );
}

type TurnActionProps = {
  readonly order: OrderPage;
  /** The order's own address. */
  readonly here: string;
  readonly mayAccept: boolean;
  readonly mayReport: boolean;
  readonly mayRecord: boolean;
};

/** The way to what whoever's turn it is does now: the dispute, the gates, the acceptance, what a room asks, the next step; null where the viewer may not. */
export async function turnAction({ order, here, mayAccept, mayReport, mayRecord }: TurnActionProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("orders.page")]);
  const to = (href: string, words: string) => (
    <ButtonLink variant="primary" size="small" href={href}>
      {words}
    </ButtonLink>
  );
  if (order.dispute !== null) return to(`${here}/dispute`, t("toDispute"));
  if (order.mover === "held" && order.state === "exception") return to("#exception", t("toException"));
  if (order.turn.holder === "gate") return order.waits.gates.length > 0 ? to("#gates", t("toGates")) : null;
  if (order.turn.holder === "task") return to(taskHref(order.turn.task, { locale, order }), t("toTask"));
  if (mayRecord && order.nextForm) return <ToStepForm form={order.nextForm} here={here} />;
  if (mayReport) return to("#report", t("report"));
  if (!mayAccept) return null;
  return (
    <>
      {to(`${here}?step=accept#accept`, t("accept"))}
      {order.takesChanges && (
        <ButtonLink size="small" href={`${here}?step=changes#changes`}>
          {t("changes")}
        </ButtonLink>
      )}
    </>
  );
}
