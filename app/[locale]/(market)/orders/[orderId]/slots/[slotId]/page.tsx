import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { LANGUAGES } from "@/app/shell/navigation";
import { placeName } from "@/components/ui/words";
import { PageWrap } from "@/components/shell/page-wrap";
import { SlotGuidePanel, SlotRulesPanel } from "@/components/orders/slot-rules";
import { SlotHistory, SlotTodo, SlotWaybill } from "@/components/orders/slot-details";
import { SlotStateChip, SlotTurnBar } from "@/components/orders/slots-panel";
import { ButtonLink } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { SLOT_STEPS, type SlotStep as Step } from "@/domain/orders/slots/slot-turn";
import type { BorderSlot } from "@/views/slots";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { filesOn } from "@/server/files/queries";
import { slotsView } from "@/server/orders/queries/slots";
import { slotGuide } from "@/server/orders/slots/slot-reference";
import { SlotStep } from "./slot-step";

type Search = { readonly step?: string | string[]; readonly lang?: string | string[] };
type PageProps = {
  readonly params: Promise<{ orderId: string; slotId: string }>;
  readonly searchParams: Promise<Search>;
};

/** The step that the address asks for, if the viewer may take it now. */
const stepOf = (slot: BorderSlot, { step }: Search): Step | null =>
  SLOT_STEPS.find((one) => one === step && slot.steps.includes(one)) ?? null;

/** The step that is the viewer's turn, as the one button of the turn bar. */
const FIRST: Readonly<Record<string, Step>> = {
  pay: "pay",
  declare: "confirm",
  confirm: "confirm",
  arrive: "mark",
  enter: "mark",
  cross: "mark",
  rebook: "rebook",
};

export default async function SlotPage({ params, searchParams }: PageProps) {
  const { orderId, slotId } = await params;
  const { actor, timeZone } = await requireMember(`/orders/${orderId}/slots/${slotId}`);
  const { clock } = platform();
  const now = clock();
  const view = await slotsView(pageReader(), actor, { orderId, now });
  const slot = view?.slots.find(({ id }) => id === slotId);
  if (!view || !slot) notFound();
  const [search, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations("slots")]);
  const files = await filesOn(pageReader(), { kind: "order", id: orderId }, { viewer: actor, now });
  const step = stepOf(slot, search);
  const here = `/${locale}/orders/${orderId}/slots/${slotId}`;
  const first = FIRST[slot.next.what];
  const language = typeof search.lang === "string" ? search.lang : locale;
  return (
    <PageWrap>
      <PageHead
        title={t("page.title", { number: slot.number, crossing: placeName(slot.crossing, locale) })}
        crumb={[
          { label: t("page.orders"), href: `/${locale}/orders` },
          { label: view.reference, href: `/${locale}/orders/${orderId}` },
          { label: t("slot", { number: slot.number }) },
        ]}
        chip={<SlotStateChip state={slot.state} />}
      />
      <SlotTurnBar
        slot={slot}
        view={view}
        now={now}
        zone={timeZone}
        action={
          slot.next.what === "report" ? (
            <ButtonLink variant="primary" size="small" href={`/${locale}/orders/${orderId}#report`}>
              {t("todo.report")}
            </ButtonLink>
          ) : first && slot.steps.includes(first) ? (
            <ButtonLink variant="primary" size="small" href={`${here}?step=${first}#slot-form`}>
              {t(first === "rebook" ? "todo.rebookLost" : `todo.${first}`)}
            </ButtonLink>
          ) : undefined
        }
      />
      <SlotWaybill slot={slot} zone={timeZone} />
      <div className="stack mt-3">
        {step && (
          <SlotStep
            step={step}
            slot={slot}
            view={view}
            files={files.filter((file) => file.isOwn && file.milestoneCode === null && file.state !== "infected")}
            now={now}
            here={here}
          />
        )}
        <SlotTodo slot={slot} here={here} step={step} />
        <SlotGuidePanel
          guide={slotGuide(slot.system, language)}
          languages={LANGUAGES}
          hrefOf={(one) => `${here}?lang=${one}#guide`}
        />
        <SlotRulesPanel slot={slot} />
        <SlotHistory slot={slot} zone={timeZone} />
      </div>
    </PageWrap>
  );
}
