import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/inputs";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { PackProof } from "@/views/documents";

type PackProofViewProps = {
  readonly proof: PackProof;
  /** What was asked about; empty where nothing was. */
  readonly hash: string;
  readonly zone: string;
};

type Entry = PackProof["entries"][number];

/** The hash of each part of a pack, and whether one that somebody holds is among them. */
export function PackProofView({ proof, hash, zone }: PackProofViewProps) {
  const t = useTranslations("packs.proof");
  const found = proof.entries.find(({ sha256 }) => sha256 === hash);
  const columns: Column<Entry>[] = [
    { key: "number", head: t("number"), isNumber: true, cell: ({ number }) => number },
    { key: "sha256", head: t("hash"), cell: ({ sha256 }) => <code className="break-all text-xs">{sha256}</code> },
    { key: "bytes", head: t("bytes"), isNumber: true, cell: ({ bytes }) => bytes },
  ];
  return (
    <>
      <Panel title={t("one")} id="one">
        <form method="get" action="#one" className="form-stack">
          <Field id="hash" label={t("hash")} help={t("oneHelp")} isRequired>
            {(wired) => (
              <TextInput
                {...wired}
                name="hash"
                defaultValue={hash}
                maxLength={64}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
          <div>
            <Button>{t("ask")}</Button>
          </div>
          {hash !== "" && (
            <Note tone={found ? "ok" : "warn"} isLive>
              {found ? t("found", { number: found.number }) : t("notFound")}
            </Note>
          )}
        </form>
      </Panel>
      <Panel title={t("list")} aside={<TimeText at={proof.madeAt} zone={zone} />} isFlush>
        <p className="panel-body">
          {t("root")} <code className="break-all">{proof.root}</code>
        </p>
        <DataTable
          caption={t("list")}
          columns={columns}
          rows={proof.entries}
          rowKey={({ number }) => String(number)}
          height="dense"
        />
      </Panel>
    </>
  );
}
