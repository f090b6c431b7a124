import { expect, test } from "vitest";
import { photosOf } from "../../domain/services/inspection/choices";
import { inspectionSpecSchema } from "../../domain/services/inspection/schema";
import { ask, line } from "./built-market";

test("every visit that was left has photos of all that its request wants, which its type gets to see", () => {
  const visits = ask<{ spec: string; shown: string }>(
    `select r.spec, json_group_array(p.about) as shown from inspection_rounds v join orders o on o.id = v.order_id
      join requests r on r.id = o.request_id left join inspection_photos p on p.round_id = v.id
      where v.checked_out_at is not null group by v.id`,
  ).map(({ spec, shown }) => {
    const { type, photosWanted = [] } = inspectionSpecSchema.parse(JSON.parse(spec));
    const seen = JSON.parse(shown) as string[];
    return { type, photosWanted, lacks: photosWanted.filter((subject) => !seen.includes(subject)) };
  });
  const lacking = visits.filter(({ lacks }) => lacks.length > 0);
  line(`visits without a photo that is wanted: ${lacking.length} of ${visits.length}`);
  expect(visits.filter(({ photosWanted }) => photosWanted.length > 0).length).toBeGreaterThan(40);
  expect(lacking).toEqual([]);
  const wanted = ask<{ spec: string }>(
    "select spec from requests where service = 'inspection' and state <> 'draft'",
  ).map(({ spec }) => inspectionSpecSchema.parse(JSON.parse(spec)));
  const strange = wanted.filter(({ type, photosWanted = [] }) =>
    photosWanted.some((subject) => !photosOf(type).includes(subject)),
  );
  line(`inspections that want a photo which their type never sees: ${strange.length} of ${wanted.length}`);
  expect(strange).toEqual([]);
});
