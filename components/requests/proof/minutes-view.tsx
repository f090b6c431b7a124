import { useTranslations } from "next-intl";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { Minutes } from "@/domain/requests/proof/proof-view";
import { FingerprintText, HashText } from "./hash-text";
import { WholeTime } from "./whole-time";

/** What is on record of an opening; names of people only where the reader may know them. */
export function MinutesView({ minutes, zone }: { readonly minutes: Minutes; readonly zone: string }) {
  const t = useTranslations("requests.proof.minutes");
  const { openedCount, staleCount, withdrawnCount, people, keyFingerprint, root } = minutes;
  return (
    <WaybillGrid
      isFlat
      columns={2}
      boxes={[
        { number: 1, label: t("at"), value: <WholeTime at={minutes.openedAt} zone={zone} /> },
        { number: 2, label: t("by"), value: t(`openers.${minutes.openedBy}`), detail: people?.join(" · ") },
        {
          number: 3,
          label: t("bids"),
          value: t("opened", { count: openedCount }),
          detail: staleCount + withdrawnCount > 0 && t("unopened", { stale: staleCount, withdrawn: withdrawnCount }),
        },
        {
          number: 4,
          label: t("key"),
          value: keyFingerprint === null ? t("noKey") : <FingerprintText of={keyFingerprint} />,
        },
        { number: 5, label: t("root"), span: "all", value: root === null ? t("noRoot") : <HashText>{root}</HashText> },
      ]}
    />
  );
}
