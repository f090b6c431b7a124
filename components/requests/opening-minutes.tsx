import { TimeText } from "@/components/ui/time/time-text";
import { useTranslations } from "next-intl";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { Minutes } from "@/views/proofs";

/** A hash, a root or a receipt: exactly as it is, broken where the line ends, in figures that are told apart. */
export function HashText({ children }: { readonly children: string }) {
  return <code className="hash-text">{children}</code>;
}

const GROUP = 4;

/** A fingerprint in groups that people can read to one another. */
export function FingerprintText({ of }: { readonly of: string }) {
  return <HashText>{(of.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? []).join(" ")}</HashText>;
}

/** A time to the second, with its zone: long, and therefore broken over two lines in a narrow box. */
export function WholeTime({ at, zone }: { readonly at: number; readonly zone: string }) {
  return (
    <span className="[&>span]:whitespace-normal">
      <TimeText at={at} zone={zone} hasYear hasSeconds />
    </span>
  );
}

/** What is on record of an opening; names of people only where the reader may know them. */
export function MinutesView({ minutes, zone }: { readonly minutes: Minutes; readonly zone: string }) {
  const t = useTranslations("requests.proof.minutes");
  const { opened, stale, withdrawn, people, keyFingerprint, root } = minutes;
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
          value: t("opened", { count: opened }),
          detail: stale + withdrawn > 0 && t("unopened", { stale, withdrawn }),
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
