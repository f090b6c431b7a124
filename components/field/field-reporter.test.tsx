import { expect, test } from "vitest";
import { drawn, wordsIn } from "@/test/drawn";
import type { Entry } from "./entry-store";
import type { ReportBody } from "./field-outbox";
import { LOCALES } from "@/domain/shared/locale";
import { useReportFieldName } from "./field-report-form";
import { WaitingList } from "./field-reporter";
import type { ReportField } from "./read-report";

const { refusal: reasons, waiting: words } = wordsIn("field");

const entry = (seq: number, refused: string | null): Entry<ReportBody> => ({
  ...{ id: `entry-${seq}`, seq, box: "a", madeAt: 0, photos: [] },
  body: { code: "delivered", occurredAt: "2026-11-24T02:00:00Z", note: "", evidence: {} },
  refusal: refused === null ? null : { code: refused },
});

const draw = (props: Partial<Parameters<typeof WaitingList>[0]>) =>
  drawn(
    <WaitingList entries={[entry(1, null), entry(2, "milestone_unknown")]} stepName={() => "Delivered"} {...props} />,
    { rooms: ["field", "ui"] },
  );

test("where a link is over the list says so of each report, and none can be given up", () => {
  const page = draw({ stopped: "link_expired" });
  expect(page.split(reasons.link_expired)).toHaveLength(3);
  expect(page).not.toContain(reasons.milestone_unknown);
  expect(page).not.toContain(words.discard);
});

test("where a link stands one waits for a connection, and one that was refused says why and can be given up", () => {
  const page = draw({ onDiscard: () => undefined });
  expect(page).toContain("waits for a connection");
  expect(page).toContain(reasons.milestone_unknown);
  expect(page.split(words.discard)).toHaveLength(2);
});

test("what the market's own rules refused says what to correct, and opens for it where the link stands", () => {
  for (const code of [
    "early_without_reason",
    "late_without_reason",
    "number_not_of_order",
    "declaration_number_malformed",
  ])
    expect(draw({ entries: [entry(1, code)] })).toContain(reasons[code]);
  expect(draw({ onDiscard: () => undefined })).not.toContain(words.correct);
  const page = draw({ onCorrect: () => undefined });
  expect(page.split(words.correct)).toHaveLength(2);
  expect(draw({ stopped: "link_expired" })).not.toContain(words.correct);
});

/** The names of these fields, as the list of what is wrong has them. */
function Names({ fields }: { readonly fields: readonly ReportField[] }) {
  const nameOf = useReportFieldName();
  return fields.map((field) => <i key={field}>{nameOf(field)}</i>);
}

test.each(LOCALES)("in %s the list of what is wrong names each number as its field does", (locale) => {
  const { number, report } = wordsIn("field", locale);
  const html = drawn(<Names fields={["containerNumber", "tractorPlate", "trailerPlate", "grossWeight", "photos"]} />, {
    locale,
    rooms: ["field"],
  });
  for (const name of [number.containerNumber, number.tractorPlate, number.trailerPlate, number.grossWeight])
    expect(html).toContain(`<i>${name}</i>`);
  expect(html).toContain(`<i>${report.name.photos}</i>`);
});
