import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, EmptyState, Note, Panel } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import type { Delay, GivenReason, ShownReason } from "@/views/delay";
import type { ReactNode } from "react";
import { useMilestoneName } from "@/components/services/service-name";
import { reasonsWithin, type StepReason } from "@/domain/orders/delay/step-reasons";
import type { OrderMilestone } from "@/views/orders";
import { LateReason } from "./milestone-list";
import { RulingText } from "./order-sum";
import type { Ruling } from "@/domain/orders/dispute-ruling";
import { WaitsView } from "./wait-view";

type GivenReasonsProps = {
  readonly segments: readonly ShownReason[];
  readonly here: string;
  readonly zone: string;
};

const ACTIONS = ["object", "end", "withdraw"] as const;
type Action = (typeof ACTIONS)[number];

const mayOf = (segment: ShownReason): Readonly<Record<Action, boolean>> => ({
  object: segment.mayObject,
  end: segment.mayEnd,
  withdraw: segment.mayWithdraw,
});

type ReasonTextProps = { readonly segment: GivenReason; readonly zone: string };

/** A reason that a side has given, for which hours, and what the other side says to it. */
export function ReasonText({ segment, zone }: ReasonTextProps) {
  const t = useTranslations("delay");
  const reason = t(`reason.${segment.reason}`);
  const isGone = segment.withdrawnAt !== null;
  return (
    <>
      <b>{reason}</b> <TimeText at={segment.from} zone={zone} hasZone={false} /> –{" "}
      {segment.to === null ? t("given.goesOn") : <TimeText at={segment.to} zone={zone} />}
      {isGone && ` · ${t("given.withdrawn")}`}
      <span className="field-help block">
        {t(`given.by.${segment.by}`)} <TimeText at={segment.at} zone={zone} />
        {segment.words !== "" && ` · ${segment.words}`}
      </span>
      {segment.objection !== null && (
        <span className="block">
          {t("given.objection", { words: segment.objection })}{" "}
          {segment.objectedAt !== null && <TimeText at={segment.objectedAt} zone={zone} />}
        </span>
      )}
    </>
  );
}

function Reason({ segment, here, zone }: Omit<GivenReasonsProps, "segments"> & { readonly segment: ShownReason }) {
  const t = useTranslations("delay");
  const may = mayOf(segment);
  const reason = t(`reason.${segment.reason}`);
  return (
    <li className="py-2">
      <ReasonText segment={segment} zone={zone} />
      <span className="flow">
        {ACTIONS.filter((action) => may[action]).map((action) => (
          <ButtonLink
            key={action}
            size="small"
            variant="quiet"
            href={`${here}?delay=${action}.${segment.id}#delay-form`}
            aria-label={t("given.of", { action: t(`given.${action}`), reason })}
          >
            {t(`given.${action}`)}
          </ButtonLink>
        ))}
      </span>
    </li>
  );
}

type StepReasonsProps = { readonly said: readonly StepReason[]; readonly view: Delay };

/** Why late steps of a wait were late, where nobody has given a reason for its hours: the clock does not count what is said of a step alone. */
function StepReasons({ said, view }: StepReasonsProps) {
  const t = useTranslations("delay.given");
  const milestone = useMilestoneName(view.mode);
  if (said.length === 0) return null;
  return (
    <Note>
      {said.map(({ code, late }) => (
        <p key={code}>
          {t("atStep", { step: milestone("logistics", code) })} <LateReason {...late} />
        </p>
      ))}
      {t("notCounted", { mayReport: String(view.mayReport) })}
    </Note>
  );
}

/** Who has given which reason for which hours, and what the other side says to it. */
function GivenReasons({ segments, ...around }: GivenReasonsProps) {
  const t = useTranslations("delay.given");
  return (
    <section>
      <h3 className="panel-title">{t("title")}</h3>
      {segments.length === 0 ? (
        <p className="field-help">{t("none")}</p>
      ) : (
        <ul>
          {segments.map((segment) => (
            <Reason key={segment.id} segment={segment} {...around} />
          ))}
        </ul>
      )}
    </section>
  );
}

type DelayPanelProps = {
  readonly view: Delay;
  readonly here: string;
  readonly zone: string;
  /** How disputes about the order have ended. */
  readonly rulings: readonly Ruling[];
  /** The order's steps, of which late ones have reasons of their own. */
  readonly steps: readonly OrderMilestone[];
  /** The form that the address asks for. */
  readonly form: ReactNode;
};

/** The waits of an order: how long, why, and who pays what of it as of now. */
export function DelayPanel({ view, here, zone, rulings, steps, form }: DelayPanelProps) {
  const locale = useLocale();
  const t = useTranslations("delay");
  if (view.waits.length === 0)
    return (
      <Panel title={t("panel.title")} id="delay" isFlush fold="closed">
        <EmptyState reason={t("panel.empty")} detail={t("panel.emptyDetail", { mode: view.mode })} />
      </Panel>
    );
  return (
    <Panel
      title={t("panel.title")}
      id="delay"
      fold={form ? "open" : "closed"}
      aside={
        <>
          {t("panel.asOf")} <TimeText at={view.asOf} zone={zone} />
        </>
      }
    >
      <div className="form-stack">
        <WaitsView waits={view.waits} mode={view.mode} zone={zone} />
        {rulings.map((ruling) => (
          <Note key={ruling.disputeId}>
            <RulingText ruling={ruling} zone={zone} href={`/${locale}/orders/${view.orderId}/dispute`} />
          </Note>
        ))}
        <StepReasons said={reasonsWithin(steps, view.waits, view.segments)} view={view} />
        <GivenReasons segments={view.segments} here={here} zone={zone} />
        {form}
        {view.mayReport && !form && (
          <div className="flow">
            <ButtonLink href={`${here}?delay=report#delay-form`} icon="clock">
              {t("form.report")}
            </ButtonLink>
          </div>
        )}
      </div>
    </Panel>
  );
}
