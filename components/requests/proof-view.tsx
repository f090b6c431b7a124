import { TimeText } from "@/components/ui/time/time-text";
import { useTranslations } from "next-intl";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { Minutes, ProofPage, ReceiptLeaves } from "@/views/proofs";
import { Button, Note, Panel } from "@/components/ui/blocks";
import { Field, TextInput } from "@/components/ui/form/inputs";
import { FILE_COMMAND, type Inclusion, leafCommand } from "@/domain/requests/receipt-list";
import { DataTable } from "@/components/ui/table/data-table";

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

const RECEIPT_MAX = 64;

type ReceiptCheckProps = {
  /** The page's own address: the form asks it, by GET. */
  readonly action: string;
  readonly receipt: string;
  readonly inclusion: Inclusion | null;
  readonly root: string;
};

/** Type or paste a receipt: is it in the list, at which place, and by which way does it lead to the root. */
function ReceiptCheck({ action, receipt, inclusion, root }: ReceiptCheckProps) {
  const t = useTranslations("requests.proof.check");
  return (
    <Panel title={t("title")} id="check">
      <form method="get" action={`${action}#check`} className="stack">
        <Field id="receipt" label={t("receipt")} help={t("help")} isRequired>
          {(wired) => (
            <TextInput
              {...wired}
              name="receipt"
              defaultValue={receipt}
              maxLength={RECEIPT_MAX}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <div>
          <Button variant="primary">{t("ask")}</Button>
        </div>
      </form>
      {receipt !== "" && (
        <div className="stack mt-4">
          {inclusion ? (
            <>
              <Note tone="ok" isLive>
                {t("found", { number: inclusion.number })}
              </Note>
              <Way inclusion={inclusion} root={root} />
            </>
          ) : (
            <Note tone="warn" isLive>
              {t("notFound")}
            </Note>
          )}
        </div>
      )}
    </Panel>
  );
}

function Way({ inclusion, root }: { readonly inclusion: Inclusion; readonly root: string }) {
  const t = useTranslations("requests.proof.check");
  return (
    <details>
      <summary>{t("way", { steps: inclusion.path.length })}</summary>
      <ol className="proof-way">
        <li>
          {t("leaf")} <HashText>{inclusion.leaf}</HashText>
        </li>
        {inclusion.path.map(({ side, hash }) => (
          <li key={hash}>
            {t(side)} <HashText>{hash}</HashText>
          </li>
        ))}
        <li>
          {t("root")} <HashText>{root}</HashText>
        </li>
      </ol>
    </details>
  );
}

/** All that was handed in, in the order of coming: receipts, which tell neither who bid nor what. */
function ReceiptTable({ list, found }: { readonly list: ReceiptLeaves; readonly found: number | null }) {
  const t = useTranslations("requests.proof.list");
  return (
    <Panel title={t("title")} isFlush>
      {list.leaves.length === 0 ? (
        <p className="p-4">{t("none")}</p>
      ) : (
        <DataTable
          caption={t("caption")}
          rows={list.leaves}
          height="dense"
          rowKey={(row) => String(row.number)}
          columns={[
            {
              key: "number",
              head: t("number"),
              cell: (row) => (row.number === found ? <b>{row.number} ✓</b> : row.number),
            },
            { key: "receipt", head: t("receipt"), cell: (row) => <HashText>{row.receipt}</HashText> },
            { key: "leaf", head: t("leaf"), cell: (row) => <HashText>{row.leaf}</HashText> },
          ]}
        />
      )}
    </Panel>
  );
}

type HowToCheckProps = { readonly requestId: string; readonly number: number; readonly receipt: string };

/** How anybody makes a leaf and the root again, on a machine of their own and without trusting this one. */
function HowToCheck({ requestId, number, receipt }: HowToCheckProps) {
  const t = useTranslations("requests.proof.how");
  return (
    <Panel title={t("title")}>
      <ol className="proof-steps">
        <li>{t("compare")}</li>
        <li>
          {t("leaf")}
          <pre className="code-block">{leafCommand(requestId, number, receipt)}</pre>
        </li>
        <li>{t("node")}</li>
        <li>
          {t("file")}
          <pre className="code-block">{FILE_COMMAND}</pre>
        </li>
      </ol>
      <p className="mt-4">{t("limits")}</p>
    </Panel>
  );
}

type ProofPageProps = {
  readonly proof: ProofPage;
  readonly zone: string;
  /** The page's own address. */
  readonly here: string;
  /** What was typed or pasted to be looked for. */
  readonly receipt: string;
};

/** How a trader sees that nothing was changed, dropped or added after the close; before it, what will be here. */
export function ProofPageView({ proof, zone, here, receipt }: ProofPageProps) {
  const t = useTranslations("requests.proof");
  const { list, opening, inclusion, stage } = proof;
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
      {opening && (
        <Panel title={t("minutes.title")} isFlush>
          <MinutesView minutes={{ ...opening, people: null }} zone={zone} />
        </Panel>
      )}
      {list && (
        <HowToCheck
          requestId={proof.requestId}
          number={inclusion?.number ?? 1}
          receipt={(inclusion ? receipt : list.leaves[0]?.receipt) ?? ""}
        />
      )}
    </div>
  );
}

function Summary({ proof, zone }: { readonly proof: ProofPage; readonly zone: string }) {
  const t = useTranslations("requests.proof.box");
  const { list, closedAt, keyFingerprint, mode, twoPersonOpening } = proof;
  return (
    <WaybillGrid
      columns={3}
      boxes={[
        {
          number: 1,
          label: t("closed"),
          value: closedAt === null ? t("notYet") : <WholeTime at={closedAt} zone={zone} />,
        },
        { number: 2, label: t("versions"), value: list ? t("count", { count: list.leaves.length }) : t("notYet") },
        {
          number: 3,
          label: t("key"),
          value: keyFingerprint === null ? t("noKey") : <FingerprintText of={keyFingerprint} />,
          detail: t(mode === "open" ? "open" : twoPersonOpening ? "two" : "one"),
        },
        { number: 4, label: t("root"), span: "all", value: list ? <HashText>{list.root}</HashText> : t("notYet") },
      ]}
    />
  );
}
