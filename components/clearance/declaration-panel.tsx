import { type LookState, QuietChip } from "@/components/ui/cells";
import { useNameList } from "@/components/ui/words";
import { useTranslations } from "next-intl";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import type { ComparedDuty, Declaration, DeclarationEntry, DeclarationQuestion } from "@/views/declarations";
import type { HubWithClock } from "@/domain/shared/vocabulary";
import { useCountryName } from "@/components/services/country-name";
import { ButtonLink, Note, Panel, ScrollBox } from "@/components/ui/blocks";
import { MoneyText } from "@/components/ui/figures";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { DeclarationEvent, DeclarationState } from "@/domain/clearance/declaration";
import { DutiesCards, DutiesTable, LineCards, LineTable } from "./declaration-tables";
import { StateChip } from "@/components/ui/state-chip";
import { BarRow } from "@/components/ui/bar-row";
import type { Money } from "@/domain/shared/money";

type QuestionListProps = {
  readonly questions: readonly DeclarationQuestion[];
  readonly zone: string;
  readonly hub: HubWithClock;
  readonly fileName: (id: string) => string | null;
};

function Files({
  ids,
  fileName,
}: {
  readonly ids: readonly string[];
  readonly fileName: QuestionListProps["fileName"];
}) {
  const t = useTranslations("clearance.question");
  const nameList = useNameList();
  const names = ids.flatMap((id) => fileName(id) ?? []);
  return names.length > 0 ? <small className="block text-ink-2">{t("files", { names: nameList(names) })}</small> : null;
}

/** What the customs have asked, who answers by when, and what was answered. */
export function QuestionList({ questions, zone, hub, fileName }: QuestionListProps) {
  const t = useTranslations("clearance.question");
  if (questions.length === 0) return null;
  return (
    <ol className="deed-list" aria-label={t("title")}>
      {questions.map((one) => (
        <li key={one.number}>
          <b>{t("asked", { number: one.number, question: one.question })}</b>
          <small className="block text-ink-2">
            <TimeText at={one.askedAt} zone={zone} /> · {t(`by.${one.answersBy}`)}
            {one.answerBy !== null && (
              <>
                {" · "}
                {t("until")} <DeadlineText at={one.answerBy} zone={zone} hub={hub} />
              </>
            )}
          </small>
          <Files ids={one.fileIds} fileName={fileName} />
          {one.answeredAt === null ? (
            <p>{t("open")}</p>
          ) : (
            <>
              <p>{t("answered", { answer: one.answer ?? "" })}</p>
              <small className="block text-ink-2">
                <TimeText at={one.answeredAt} zone={zone} />
              </small>
              <Files ids={one.answerFileIds} fileName={fileName} />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

const PARTS = ["duty", "excise", "vat", "fee"] as const;

const sizeOf = (amount: Money | null): number => Number(amount?.minor ?? 0n);

type PairProps = {
  readonly name: string;
  readonly of: ComparedDuty;
  readonly max: number;
  readonly isAssessed: boolean;
};

function Pair({ name, of, max, isAssessed }: PairProps) {
  const t = useTranslations("clearance.duties");
  return (
    <div className="duty-bars">
      <b>{name}</b>
      <span>{t("short.estimated")}</span>
      <BarRow value={sizeOf(of.estimated)} max={max} tone="c2" />
      <span className="num">{of.estimated ? <MoneyText {...of.estimated} display="none" /> : t("unknown")}</span>
      {isAssessed && (
        <>
          <span>{t("short.assessed")}</span>
          <BarRow value={sizeOf(of.assessed)} max={max} tone="c1" />
          <span className="num">{of.assessed ? <MoneyText {...of.assessed} display="none" /> : t("unknown")}</span>
        </>
      )}
    </div>
  );
}

/** The same sums as bars of one scale: where the customs asked for more than was estimated is seen at once. */
function DutiesBars({ duties, isAssessed }: { readonly duties: Declaration["duties"]; readonly isAssessed: boolean }) {
  const t = useTranslations("clearance.duties");
  const max = Math.max(1, ...PARTS.flatMap((part) => [sizeOf(duties[part].estimated), sizeOf(duties[part].assessed)]));
  const isKnown = (part: (typeof PARTS)[number]) =>
    part !== "excise" || sizeOf(duties.excise.estimated) > 0 || sizeOf(duties.excise.assessed) > 0;
  return (
    <div className="duty-bar-list">
      {PARTS.filter(isKnown).map((part) => (
        <Pair key={part} name={t(part)} of={duties[part]} max={max} isAssessed={isAssessed} />
      ))}
    </div>
  );
}

/** Everything that has happened to a declaration, the first first. */
function DeclarationHistory({
  entries,
  zone,
}: {
  readonly entries: readonly DeclarationEntry[];
  readonly zone: string;
}) {
  const t = useTranslations("clearance");
  return (
    <details className="border-t border-line">
      <summary className="px-4 py-2">{t("history.title", { count: entries.length })}</summary>
      <ol className="deed-list">
        {entries.map(({ seq, event, occurredAt, words }) => (
          <li key={seq}>
            <b>{t(`event.${event}`)}</b> <TimeText at={occurredAt} zone={zone} hasYear />
            {words !== "" && <p className="break-anywhere">{words}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}

const LOOKS: Readonly<Record<Exclude<DeclarationState, "drafted">, LookState>> = {
  returned: "held",
  approved: "awarded",
  filed: "transit",
  questioned: "held",
  answered: "transit",
  inspected: "transit",
  assessed: "closing",
  paid: "transit",
  released: "completed",
  refused: "disputed",
};

function DeclarationChip({ state }: { readonly state: DeclarationState }) {
  const t = useTranslations("clearance.state");
  if (state === "drafted") return <QuietChip icon="file-text">{t(state)}</QuietChip>;
  return <StateChip state={LOOKS[state]}>{t(state)}</StateChip>;
}

type DeclarationPanelProps = {
  readonly declaration: Declaration;
  readonly zone: string;
  readonly hub: HubWithClock;
  readonly transitionHref: (transition: DeclarationEvent, declarationId: string) => string;
  readonly fileName: (id: string) => string | null;
  /** Whether a phone opens it by itself. */
  readonly fold: "open" | "closed";
};

/** Why the buyer has sent a draft back that was not changed since, in its words; null of every other one. */
export const sentBackWords = ({ state, entries }: Pick<Declaration, "state" | "entries">): string | null =>
  state === "returned" ? (entries.findLast(({ event }) => event === "send_back")?.words ?? null) : null;

/** What is said of the duties of a declaration that nothing was assessed on: few goods bear duty when they leave, and none in transit. */
const UNASSESSED = { export: "nothingToPay", transit: "nothingToPay", import: "notAssessed" } as const;

function Boxes({ declaration: of, zone }: Pick<DeclarationPanelProps, "declaration" | "zone">) {
  const t = useTranslations("clearance.box");
  const never = t("notYet");
  return (
    <WaybillGrid
      isFlat
      columns={5}
      boxes={[
        { number: 1, label: t("number"), value: of.registeredNumber ?? never },
        { number: 2, label: t("revision"), value: t("revisionNumber", { revision: of.revision }), detail: of.remarks },
        { number: 3, label: t("incoterm"), value: `${of.incoterm.rule} ${of.incoterm.place}` },
        {
          number: 4,
          label: t("approved"),
          value: of.approvedAt === null ? never : <TimeText at={of.approvedAt} zone={zone} />,
        },
        {
          number: 5,
          label: t("due"),
          value: of.isAssessed ? <MoneyText {...of.due} display="code" /> : t(UNASSESSED[of.side]),
        },
      ]}
    />
  );
}

/** A declaration: where it stands, its lines, what was estimated against what was assessed, the questions of the customs, and what the viewer may do. */
export function DeclarationPanel({
  declaration: of,
  zone,
  hub,
  fold,
  transitionHref,
  fileName,
}: DeclarationPanelProps) {
  const t = useTranslations("clearance");
  const countryName = useCountryName();
  const values = { number: of.number, side: t(`side.${of.side}`), country: countryName(of.country) };
  const title = t("panel.declaration", values);
  const hasDuties = of.estimateDay !== null || of.isAssessed;
  const [first] = of.transitions;
  const sentBack = sentBackWords(of);
  return (
    <Panel
      title={title}
      id={`declaration-${of.number}`}
      tools={<DeclarationChip state={of.state} />}
      isFlush
      fold={fold}
    >
      <Boxes declaration={of} zone={zone} />
      {of.declarant && (
        <p className="px-4 py-2 text-sm">
          {t("panel.declarant", {
            ...{ name: of.declarant.name, number: of.declarant.registrationNumber },
            country: countryName(of.country),
          })}
        </p>
      )}
      {sentBack && (
        <div className="p-4">
          <Note tone="warn">{t("panel.sentBack", { words: sentBack })}</Note>
        </div>
      )}
      {of.state === "refused" && (
        <div className="p-4">
          <Note tone="warn">{t("panel.refused")}</Note>
        </div>
      )}
      <div className="data-table-wrap">
        <ScrollBox label={t("lines.caption", values)}>
          <LineTable declaration={of} caption={t("lines.caption", values)} />
        </ScrollBox>
        <LineCards declaration={of} caption={t("lines.caption", values)} />
      </div>
      {hasDuties && (
        <>
          <DutiesBars duties={of.duties} isAssessed={of.isAssessed} />
          <details
            className={of.isAssessed ? "panel-fold border-t border-line" : "border-t border-line"}
            id={`duties-${of.number}`}
          >
            <summary className="px-4 py-2">
              {t(of.isAssessed ? "duties.compared" : "duties.estimate")}
              {of.estimateDay && (
                <>
                  {" · "}
                  {t("duties.ratesOf")} <DateText day={of.estimateDay} hasYear />
                </>
              )}
            </summary>
            {of.hasFormE && <p className="px-4">{t("duties.byFormE")}</p>}
            {of.withFormE && (
              <p className="px-4">
                {t("duties.withFormE")} <MoneyText {...of.withFormE} />
              </p>
            )}
            <div className="data-table-wrap">
              <ScrollBox label={t("duties.caption", values)}>
                <DutiesTable declaration={of} caption={t("duties.caption", values)} />
              </ScrollBox>
              <DutiesCards declaration={of} caption={t("duties.caption", values)} />
            </div>
          </details>
        </>
      )}
      <QuestionList questions={of.questions} zone={zone} hub={hub} fileName={fileName} />
      <DeclarationHistory entries={of.entries} zone={zone} />
      {of.transitions.length > 0 && (
        <div className="flow border-t border-line p-4">
          {of.transitions.map((transition) => (
            <ButtonLink
              key={transition}
              size="small"
              variant={transition === first ? "primary" : "plain"}
              href={transitionHref(transition, of.id)}
              aria-label={`${t(`deed.${transition}`)}: ${title}`}
            >
              {t(`deed.${transition}`)}
            </ButtonLink>
          ))}
        </div>
      )}
    </Panel>
  );
}
