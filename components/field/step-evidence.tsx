import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeText } from "@/components/ui/time/time-text";
import { Icon } from "@/components/ui/icons/icon";
import type { ShownFile } from "@/domain/files/file";
import type { Witness } from "@/views/orders";
import type { OrderMilestone, OrderPage } from "@/views/orders";
import { EvidenceView, PhotoStrip, isPicture } from "./evidence-view";

type StepEvidenceProps = {
  readonly order: OrderPage;
  readonly milestone: OrderMilestone;
  readonly files: readonly ShownFile[];
  readonly zone: string;
};

type WitnessItemProps = { readonly witness: Witness; readonly zone: string; readonly children: ReactNode };

function WitnessItem({ witness, zone, children }: WitnessItemProps) {
  const t = useTranslations("field.evidence");
  const { struck } = witness.evidence;
  return (
    <li>
      <b>{t(struck ? "struck" : witness.isReopened ? "reopened" : "witness")}</b>{" "}
      <TimeText at={witness.occurredAt} zone={zone} />
      {witness.reporterName !== null && ` · ${witness.reporterName}`}
      {struck && (
        <span className="block break-anywhere">
          {t("struckBecause", { by: struck.by, reason: struck.reason })} <TimeText at={struck.at} zone={zone} />
        </span>
      )}
      {witness.note && <span className="block break-anywhere">{witness.note}</span>}
      {children}
    </li>
  );
}

/** What lies with a step: its evidence, what others saw of it or was told before, its pictures, and what is expected and has not come. Nothing where there is nothing. */
export function StepEvidence({ order, milestone, files, zone }: StepEvidenceProps) {
  const t = useTranslations("field.evidence");
  const kinds = useTranslations("field.kind");
  const own = files.filter(({ milestoneCode }) => milestoneCode === milestone.code);
  const witnesses = order.witnesses.filter(({ code }) => code === milestone.code);
  const missing = milestone.missingEvidence;
  const told = [milestone.evidence, ...witnesses.map(({ evidence }) => evidence)];
  const named = new Set(told.flatMap((evidence) => evidence?.photos?.map(({ fileId }) => fileId) ?? []));
  const loose = own.filter((file) => isPicture(file) && !named.has(file.id));
  if (!milestone.evidence && witnesses.length + missing.length + loose.length === 0) return null;
  const view = { files: own, dealGrams: order.grossWeightGrams, slotPlates: order.slotPlates, zone };
  return (
    <div className="gate-evidence">
      {milestone.evidence && <EvidenceView {...view} evidence={milestone.evidence} />}
      {loose.length > 0 && <PhotoStrip files={loose} photos={[]} zone={zone} />}
      {witnesses.length > 0 && (
        <ul className="evidence-witnesses">
          {witnesses.map((witness) => (
            <WitnessItem key={witness.id} witness={witness} zone={zone}>
              <EvidenceView {...view} files={witness.evidence.struck ? files : own} evidence={witness.evidence} />
            </WitnessItem>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <p className="evidence-missing">
          <Icon name="circle-dashed" />
          {t("missing", { kinds: missing.map((kind) => kinds(kind)).join(t("and")) })}
        </p>
      )}
    </div>
  );
}
