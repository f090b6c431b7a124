import { Document, Image, Page, Text, View } from "@react-pdf/renderer";
import { NO_RESULTS, packedPercentOf } from "../../domain/inspections/results/results";
import { samplingNotation } from "../../domain/inspections/sampling-notation";
import type { Locale } from "@/domain/shared/locale";
import type { NamedParty } from "@/domain/shared/vocabulary";
import { type Instant, MARKET_ZONE, toIso } from "../../domain/shared/time";
import { wallClock } from "../../domain/shared/zones";
import type { ReportContent } from "./report-content";
import { Box, Pair, Rows, Section, styles } from "./report-parts";
import type { Both, ReportWords } from "./report-words";

type PartProps = { readonly content: ReportContent; readonly words: ReportWords };

/** By the clock of the goods' country, with its name: a report is read in several zones. */
const timeOf = (at: Instant | null): string =>
  at === null ? "-" : `${wallClock(at, MARKET_ZONE).replace("T", " ")} (UTC+8)`;

const partyIn = (party: NamedParty, locale: Locale): string => (locale === "zh-CN" ? party.nameOwn : party.nameLatin);
const partyOf = (party: NamedParty, [first, second]: ReportContent["languages"]): string =>
  [...new Set([partyIn(party, first), partyIn(party, second)])].join(" / ");

const DEGREE = 1_000_000;
const METRES_PER_KILOMETRE = 1_000;

function Head({ content, words: { say } }: PartProps) {
  const { round, spec, languages } = content;
  const { position } = round;
  const sampling = samplingNotation(spec);
  const type = say(`service-inspection.option.type.${spec.type}`);
  return (
    <>
      <View style={styles.head}>
        <View>
          <Text style={styles.title}>{say("inspections.report.title")[0]}</Text>
          <Text style={styles.title}>{say("inspections.report.title")[1]}</Text>
        </View>
        {content.issuedAt === null && (
          <View style={styles.draft}>
            <Pair of={say("inspections.report.draft")} />
          </View>
        )}
      </View>
      <View style={styles.grid}>
        <Box label={say("inspections.report.order")}>{content.reference}</Box>
        <Box label={say("inspections.report.visit")}>{round.round}</Box>
        <Box label={say("inspections.report.issued")}>{timeOf(content.issuedAt)}</Box>
        <Box label={say("inspections.report.goods")}>{content.title}</Box>
        <Box label={say("inspections.report.buyer")}>{partyOf(content.buyer, languages)}</Box>
        <Box label={say("inspections.report.provider")}>{partyOf(content.provider, languages)}</Box>
        <Box label={say("inspections.report.type")}>{[...new Set(type)].join(" / ")}</Box>
        <Box label={say("inspections.report.factory")}>{spec.factoryAddress}</Box>
        {spec.manufacturer && <Box label={say("inspections.report.manufacturer")}>{spec.manufacturer}</Box>}
        {sampling && <Box label={say("inspections.report.sampling")}>{sampling}</Box>}
        <Box label={say("inspections.report.inspector")}>{round.inspectorName ?? "-"}</Box>
        <Box label={say("inspections.report.arrived")}>{timeOf(round.checkedInAt)}</Box>
        <Box label={say("inspections.report.left")}>{timeOf(round.checkedOutAt)}</Box>
        <Box label={say("inspections.report.minutes")}>{round.minutesOnSite ?? "-"}</Box>
        <Box label={say("inspections.report.place")}>
          {position ? `${(position.latE6 / DEGREE).toFixed(5)}, ${(position.lonE6 / DEGREE).toFixed(5)}` : "-"}
        </Box>
        {content.containers.length > 0 && (
          <Box label={say("inspections.report.container")}>{content.containers.join(", ")}</Box>
        )}
        {content.seals.length > 0 && <Box label={say("inspections.report.seals")}>{content.seals.join(", ")}</Box>}
      </View>
    </>
  );
}

function Verdict({ content, words: { say, test, why } }: PartProps) {
  const { plan, judgement, results: found } = content.round;
  const results = found ?? NO_RESULTS;
  const kind = judgement?.kind ?? "none";
  const severity = say(`inspections.report.${plan.severity}`);
  const reasons = judgement ? [...judgement.fails, ...judgement.pending] : [];
  const yesNo = (isWithin: boolean): Both => say(`inspections.sum.${isWithin ? "yes" : "no"}`);
  return (
    <Section title={say("inspections.report.verdict")}>
      <View style={styles.verdict} wrap={false}>
        <Text style={styles.verdictWord}>{say(`inspections.verdict.${kind}`).join("  ")}</Text>
        {reasons.map((reason, at) => (
          <Pair key={`${at}`} of={why(reason, { plan, results })} />
        ))}
        <Pair of={say("inspections.report.computed")} isSmall />
      </View>
      {judgement && judgement.classes.length > 0 && (
        <>
          <Pair of={say("inspections.report.standard")} isSmall />
          <Text style={styles.label}>
            {`${say("inspections.report.severity").join(" / ")}: ${severity.join(" / ")} · ${say("inspections.report.lot").join(" / ")}: ${plan.lotSize ?? "-"} · ${say("inspections.report.units").join(" / ")}: ${results.unitsInspected}`}
          </Text>
          <Rows
            widths={[28, 12, 12, 12, 12, 12, 12]}
            head={["class", "letter", "sample", "found", "limit", "rejected", "within"].map((name) =>
              say(`inspections.sum.${name}`),
            )}
            rows={judgement.classes.map((row) => [
              say(`inspections.class.${row.defectClass}`),
              row.codeLetter,
              row.sampleSize,
              row.found,
              row.acceptanceNumber,
              row.rejectionNumber,
              yesNo(row.isWithin),
            ])}
          />
        </>
      )}
      {judgement && judgement.tests.length > 0 && (
        <Rows
          widths={[44, 14, 14, 14, 14]}
          head={["test", "sample", "failed", "limit", "within"].map((name) => say(`inspections.sum.${name}`))}
          rows={judgement.tests.map((row) => [
            test(row),
            row.unitsTested,
            row.failed,
            row.acceptanceNumber,
            yesNo(row.isWithin),
          ])}
        />
      )}
    </Section>
  );
}

function Draw({ content, words: { say } }: PartProps) {
  const { commitment, seed, cartons, drawn } = content.round.draw;
  if (drawn.length === 0) return null;
  return (
    <Section title={say("inspections.draw.title")}>
      <View style={styles.grid}>
        <Box label={say("inspections.report.cartons")}>{cartons}</Box>
        <Box label={say("inspections.draw.drawn")}>{`${drawn.length} / ${cartons}`}</Box>
        <Box label={say("inspections.report.opened")} isWide>
          {drawn.join(", ")}
        </Box>
        <View style={[styles.box, styles.wide]}>
          <Pair of={say("inspections.report.commitment")} isSmall />
          <Text style={styles.mono}>{commitment}</Text>
          <Pair of={say("inspections.report.seed")} isSmall />
          <Text style={styles.mono}>{seed}</Text>
        </View>
      </View>
    </Section>
  );
}

function Findings({ content, words: { say, point, defect } }: PartProps) {
  const { plan, results: found } = content.round;
  const results = found ?? NO_RESULTS;
  const percent = packedPercentOf(plan, results);
  const none: Both = say("inspections.findings.none");
  return (
    <>
      {plan.lines.length > 0 && (
        <Section title={say("inspections.findings.quantities")}>
          <Rows
            widths={[46, 18, 18, 18]}
            head={["line", "ordered", "presented", "packed"].map((name) => say(`inspections.findings.${name}`))}
            rows={plan.lines.map((line, at) => {
              const told = results.quantities.find((one) => one.line === at);
              return [
                line.name ?? say("inspections.site.wholeLot"),
                line.ordered,
                told?.presented ?? "-",
                told?.packed ?? "-",
              ];
            })}
          />
          {percent !== null && <Pair of={say("inspections.findings.packedPercent", { percent })} isSmall />}
        </Section>
      )}
      <Section title={say("inspections.findings.defects")}>
        {results.defects.length === 0 ? (
          <Pair of={none} />
        ) : (
          <Rows
            widths={[28, 24, 10, 38]}
            head={["defect", "class", "count", "detail"].map((name) => say(`inspections.findings.${name}`))}
            rows={results.defects.map(({ code, defectClass, count, words }) => [
              defect(code),
              say(`inspections.class.${defectClass}`),
              count,
              words ?? "",
            ])}
          />
        )}
      </Section>
      {plan.points.length > 0 && (
        <Section title={say("inspections.findings.checklist")}>
          <Rows
            widths={[36, 16, 20, 28]}
            head={["point", "result", "tolerance", "measured"].map((name) => say(`inspections.findings.${name}`))}
            rows={plan.points.map((item, at) => {
              const told = results.checklist.find((one) => one.point === at);
              const outcome = told ? say(`inspections.outcome.${told.outcome}`) : "-";
              return [point(item), outcome, item.tolerance ?? "", told?.measured ?? ""];
            })}
          />
        </Section>
      )}
      {results.remarks && (
        <Section title={say("inspections.report.remarks")}>
          <Text>{results.remarks}</Text>
        </Section>
      )}
    </>
  );
}

function Notes({ content, words: { say } }: PartProps) {
  const { pairing, isWrittenLater, photos, inspectorName, flags } = content.round;
  const flagged = photos.filter((photo) => photo.flags.length > 0).length;
  const lines = [
    ...flags.map((flag) =>
      flag.kind === "other_day"
        ? say("inspections.flag.other_day")
        : say("inspections.flag.far_from_goods", { kilometres: Math.round(flag.metres / METRES_PER_KILOMETRE) }),
    ),
    ...(pairing ? [say("inspections.report.pairing", { inspector: inspectorName ?? "", ...pairing })] : []),
    ...(isWrittenLater ? [say("inspections.report.later")] : []),
    ...(flagged > 0 ? [say("inspections.report.flagged", { count: flagged })] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <Section title={say("inspections.flag.title")}>
      {lines.map((line) => (
        <Pair key={line[0]} of={line} />
      ))}
      <Pair of={say("inspections.flag.note")} isSmall />
    </Section>
  );
}

function Photos({ content, words: { say, photo: shown } }: PartProps) {
  const { photos, photosInAll } = content;
  if (photosInAll === 0) return null;
  return (
    <Section title={say("inspections.report.photos")}>
      {photos.length < photosInAll && (
        <Pair of={say("inspections.report.photosOf", { shown: photos.length, all: photosInAll })} isSmall />
      )}
      <View style={styles.photos}>
        {photos.map((photo, at) => (
          <View key={`${at}`} style={styles.photo} wrap={false}>
            <Image src={{ data: photo.jpeg, format: "jpg" }} />
            <Text style={styles.label}>
              {[
                `${at + 1}`,
                photo.about && [...new Set(shown(photo.about))].join(" · "),
                photo.takenAt && timeOf(photo.takenAt),
              ]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </View>
        ))}
      </View>
    </Section>
  );
}

/** The report of one visit, every label in both of its languages. */
export function ReportDocument({ content, words }: PartProps) {
  const { say } = words;
  const title = `${say("inspections.report.title")[0]} ${content.reference}`;
  const when = content.issuedAt === null ? {} : { creationDate: new Date(toIso(content.issuedAt)) };
  return (
    <Document title={title} language={content.languages[0]} producer="Kouan" creator="Kouan" {...when}>
      <Page size="A4" style={styles.page}>
        <View style={styles.body}>
          <Head content={content} words={words} />
          <Verdict content={content} words={words} />
          <Findings content={content} words={words} />
          <Draw content={content} words={words} />
          <Notes content={content} words={words} />
          <Photos content={content} words={words} />
        </View>
        <View style={styles.foot} fixed>
          <Text style={styles.label}>{`${content.reference} · ${content.round.round}`}</Text>
          <Text style={styles.label} render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
        </View>
      </Page>
    </Document>
  );
}
