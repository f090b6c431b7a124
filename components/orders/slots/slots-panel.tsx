import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { EmptyState } from "@/components/ui/page/empty-state";
import { Panel } from "@/components/ui/page/panel";
import type { SlotsView } from "@/domain/orders/slots/slot-view";
import { SlotsTable } from "./slots-table";

type SlotsPanelProps = {
  readonly view: SlotsView;
  /** The form for another slot, where the reader may ask for one. */
  readonly form: ReactNode;
  /** Whether the form is asked for; a first slot's stands open. */
  readonly isAsked: boolean;
};

/** What is booked in another system than the bid names, each with the reason that was given for it. */
function OtherSystems({ slots, agreedSystem }: Pick<SlotsView, "slots" | "agreedSystem">) {
  const t = useTranslations("slots.panel");
  const name = useTranslations("service-logistics.option.slotSystem");
  return slots.map(({ id, number, system, systemReason: reason }) =>
    reason === null || agreedSystem === null ? null : (
      <p key={id}>{t("otherSystem", { number, system: name(system), agreed: name(agreedSystem), reason })}</p>
    ),
  );
}

/** The slots of an order on its page, each with its own page, and the form for another one. */
export function SlotsPanel({ view, form, isAsked }: SlotsPanelProps) {
  const t = useTranslations("slots.panel");
  const locale = useLocale();
  const name = useTranslations("service-logistics.option.slotSystem");
  const { slots, asking, booker, side, trucks, isNeeded, isToldByHand } = view;
  const isShown = form !== null && (isAsked || slots.length === 0);
  const why =
    asking.isOpen || asking.why === "not_permitted"
      ? null
      : asking.why === "other_side"
        ? null
        : t(`why.${asking.why}`);
  return (
    <Panel title={t("title")} id="slots" isFlush aside={t("count", { trucks })}>
      {slots.length > 0 ? (
        <SlotsTable view={view} />
      ) : isToldByHand ? (
        <EmptyState reason={t("byHand")} detail={isNeeded ? (why ?? undefined) : t("why.slot_too_late")} />
      ) : isNeeded ? (
        <EmptyState reason={t("empty")} detail={why ?? t("emptyDetail")} />
      ) : (
        <EmptyState reason={t("emptyOver")} detail={t("why.slot_too_late")} />
      )}
      <div className="panel-body form-stack">
        <OtherSystems slots={slots} agreedSystem={view.agreedSystem} />
        {slots.length > 0 && why && <p className="field-help">{why}</p>}
        {side !== booker && <p className="field-help">{t(booker === "buyer" ? "bookerBuyer" : "bookerProvider")}</p>}
        {isShown && form}
        {form !== null && !isShown && (
          <div className="flow">
            <ButtonLink href={`/${locale}/orders/${view.orderId}?slot=new#slot-form`} icon="plus">
              {t("new")}
            </ButtonLink>
          </div>
        )}
        {isShown && view.otherSystems.length > 0 && (
          <div className="flow">
            {view.otherSystems.map((system) => (
              <ButtonLink
                key={system}
                href={`/${locale}/orders/${view.orderId}?slot=new&system=${system}#slot-form`}
                variant="quiet"
              >
                {t("bookIn", { system: name(system) })}
              </ButtonLink>
            ))}
          </div>
        )}
      </div>
    </Panel>
  );
}
