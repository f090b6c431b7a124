import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/page/note";
import { Panel } from "@/components/ui/page/panel";
import { TimeText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { ProofView } from "@/domain/requests/proof/proof-view";
import { FingerprintText, HashText } from "./hash-text";
import { HowToCheck } from "./how-to-check";
import { MinutesView } from "./minutes-view";
import { ReceiptCheck } from "./receipt-check";
import { ReceiptTable } from "./receipt-table";
import { WholeTime } from "./whole-time";

type ProofPageProps = {
  readonly proof: ProofView;
  readonly zone: string;
  /** The page's own address. */
  readonly here: string;
  /** What was typed or pasted to be looked for. */
  readonly receipt: string;
};

/** How a trader sees that nothing was changed, dropped or added after the close; before it, what will be here. */
export function ProofPageView({ proof, zone, here, receipt }: ProofPageProps) {
  const t = useTranslations("requests.proof");
  const { list, minutes, inclusion, stage } = proof;
  return (
    <div className="stack mt-3">
      <p className="max-w-prose">{t("lead")}</p>
      <Summary proof={proof} zone={zone} />
      {stage !== "kept" && (
        <Note tone={stage === "not_kept" ? "warn" : "info"}>
          {t(`stage.${stage}`)}
          {stage === "before" && (
            <>
              {" "}
              <TimeText at={proof.closesAt} zone={zone} hasYear />
            </>
          )}
        </Note>
      )}
      {list && (
        <>
          <ReceiptCheck action={here} receipt={receipt} inclusion={inclusion} root={list.root} />
          <ReceiptTable list={list} found={inclusion?.number ?? null} />
        </>
      )}
      {minutes && (
        <Panel title={t("minutes.title")} isFlush>
          <MinutesView minutes={minutes} zone={zone} />
        </Panel>
      )}
      {list && (
        <HowToCheck
          requestId={proof.requestId}
          number={inclusion?.number ?? 1}
          receipt={(inclusion ? receipt : list.receipts[0]) ?? ""}
        />
      )}
    </div>
  );
}

function Summary({ proof, zone }: { readonly proof: ProofView; readonly zone: string }) {
  const t = useTranslations("requests.proof.box");
  const { list, closedAt, keyFingerprint, bidMode, twoPersonOpening } = proof;
  return (
    <WaybillGrid
      columns={3}
      boxes={[
        {
          number: 1,
          label: t("closed"),
          value: closedAt === null ? t("notYet") : <WholeTime at={closedAt} zone={zone} />,
        },
        { number: 2, label: t("versions"), value: list ? t("count", { count: list.receipts.length }) : t("notYet") },
        {
          number: 3,
          label: t("key"),
          value: keyFingerprint === null ? t("noKey") : <FingerprintText of={keyFingerprint} />,
          detail: t(bidMode === "open" ? "open" : twoPersonOpening ? "two" : "one"),
        },
        { number: 4, label: t("root"), span: "all", value: list ? <HashText>{list.root}</HashText> : t("notYet") },
      ]}
    />
  );
}
