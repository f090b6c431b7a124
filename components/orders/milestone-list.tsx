import { isOfKnownClient } from "@/domain/services/payment/known-client";
import { useMilestoneName } from "@/components/services/service-name";
import { useTranslations } from "next-intl";
import { FundsNote } from "@/components/remittance/funds-note";
import { StepEvidence } from "@/components/field/evidence-view";
import { GateRow } from "@/components/ui/gate-row";
import { Panel } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import { Stamp } from "@/components/ui/state-chip";
import type { ShownFile } from "@/domain/files/file";
import type { KeptLate } from "@/domain/orders/due";
import { after } from "@/domain/orders/order";
import type { OrderMilestone, OrderPage } from "@/views/orders";

type Look = "is-done" | "is-current" | "is-planned";

type ItemProps = {
  readonly order: OrderPage;
  readonly milestone: OrderMilestone;
  readonly files: readonly ShownFile[];
  readonly number: number;
  readonly look: Look;
  readonly isPassedOver: boolean;
  readonly zone: string;
};

/** Why a step was late, as it was said where it was reported. */
export function LateReason({ reason, words }: Pick<KeptLate, "reason" | "words">) {
  const t = useTranslations("orders.milestone");
  const reasons = useTranslations("services.late.reason");
  const said = reason === null ? null : { reason: reasons(reason) };
  return (
    <span className="block break-anywhere">
      {said === null
        ? t("lateUnsaid")
        : words === null
          ? t("lateBecause", said)
          : t("lateBecauseWords", { ...said, words })}
    </span>
  );
}

type LateProps = { readonly late: KeptLate; readonly isEarlier?: boolean; readonly zone: string };

/** That a step was done after it was due, and why; `isEarlier` of a report from before the step was told anew. */
function Late({ late: { dueAt, ...said }, isEarlier = false, zone }: LateProps) {
  const t = useTranslations("orders.milestone");
  return (
    <div className="gate-note">
      <b>{t(isEarlier ? "lateEarlier" : "late")}</b> <TimeText at={dueAt} zone={zone} />
      <LateReason {...said} />
    </div>
  );
}

function Item({ order, milestone, files, number, look, isPassedOver, zone }: ItemProps) {
  const t = useTranslations("orders.milestone");
  const words = useMilestoneName(order.mode);
  return (
    <GateRow
      {...{ look, number }}
      name={words(order.service, milestone.code)}
      detail={milestone.isDelivery && t("isDelivery")}
      say={milestone.note}
      effect={
        milestone.reportedAt !== null && (
          <span>
            {t("reported")} <TimeText at={milestone.reportedAt} zone={zone} />
          </span>
        )
      }
      end={
        milestone.occurredAt !== null ? (
          <Stamp verdict={t("done")} where={<TimeText at={milestone.occurredAt} zone={zone} />} />
        ) : (
          t(isPassedOver ? "passedOver" : look === "is-current" ? "next" : "planned")
        )
      }
    >
      {milestone.earliestAt !== null && (
        <div className="gate-note">
          <b>{t("early")}</b> <TimeText at={milestone.earliestAt} zone={zone} />
          <span className="block break-anywhere">
            {milestone.earlyReason === null ? t("earlyUnsaid") : t("earlyBecause", { reason: milestone.earlyReason })}
          </span>
        </div>
      )}
      {milestone.evidence?.papersReason !== undefined && (
        <div className="gate-note">
          <b>{t("papersMissing")}</b>
          <span className="block break-anywhere">
            {t("papersBecause", { reason: milestone.evidence.papersReason })}
          </span>
        </div>
      )}
      {milestone.evidence?.passedReason !== undefined && (
        <div className="gate-note">
          <b>{t("stepsPassed")}</b>
          <span className="block break-anywhere">
            {t("papersBecause", { reason: milestone.evidence.passedReason })}
          </span>
        </div>
      )}
      {milestone.evidence?.funds && <FundsNote {...milestone.evidence.funds} />}
      {milestone.evidence?.late && <Late late={milestone.evidence.late} zone={zone} />}
      {order.witnesses.map(
        ({ id, code, isReopened, evidence }) =>
          code === milestone.code &&
          isReopened &&
          !evidence.struck &&
          evidence.late && <Late key={id} late={evidence.late} isEarlier zone={zone} />,
      )}
      <StepEvidence order={order} milestone={milestone} files={files} zone={zone} />
    </GateRow>
  );
}

type MilestoneListProps = {
  readonly order: OrderPage;
  /** Those of the order that the viewer may know of. */
  readonly files: readonly ShownFile[];
  readonly zone: string;
};

/** The service's steps in their order: a stamp for each that has happened, with the evidence of it. */
export function MilestoneList({ order, files, zone }: MilestoneListProps) {
  const t = useTranslations("orders.milestone");
  const { milestones, turn } = order;
  const done = milestones.filter((milestone) => milestone.occurredAt !== null).length;
  const next = turn.holder === "provider" ? turn.code : null;
  return (
    <Panel title={t("title")} id="steps" aside={t("count", { done, all: milestones.length })} isFlush fold="closed">
      {isOfKnownClient(order) && <p className="p-4">{t("knownClient")}</p>}
      <ol className="gates">
        {milestones.map((milestone, index) => (
          <Item
            key={milestone.code}
            order={order}
            milestone={milestone}
            files={files}
            number={index + 1}
            zone={zone}
            look={milestone.occurredAt !== null ? "is-done" : milestone.code === next ? "is-current" : "is-planned"}
            isPassedOver={after(milestones, index).some(({ occurredAt }) => occurredAt !== null)}
          />
        ))}
      </ol>
    </Panel>
  );
}
