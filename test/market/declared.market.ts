import { expect, test } from "vitest";
import { ask, line } from "./built-market";

// In whose name goods of the built market are declared, and in how many lines.

test("declarations have as many lines as their request says, by which the price of further lines is reckoned", () => {
  const declared = ask<{ reference: string; asked: number; cargo: number; lines: number | null }>(
    `select r.reference, coalesce(json_extract(r.spec, '$.hsLines'), (select count(*) from cargo_lines l where l.deal_id = r.deal_id)) as asked,
      (select count(*) from cargo_lines l where l.deal_id = r.deal_id) as cargo, json_array_length(c.lines) as lines
    from requests r left join orders o on o.request_id = r.id left join declarations c on c.order_id = o.id and c.state <> 'refused'
    where r.service = 'customs' and coalesce(json_extract(r.spec, '$.declarations'), 1) = 1`,
  );
  const odd = declared.filter(({ asked, cargo, lines }) => asked < cargo || (lines !== null && lines !== asked));
  line(`declarations with another number of lines than their request: ${odd.length} of ${declared.length}`);
  expect(declared.filter(({ lines }) => (lines ?? 0) > 1).length).toBeGreaterThan(10);
  expect(odd).toEqual([]);
});

test("goods are declared by an importer of the country that they enter and an exporter of the one that they leave", () => {
  const asked = ask<{ reference: string; corridor: string; exporter: string | null; importer: string | null }>(
    `select r.reference, d.corridor, json_extract(r.spec, '$.exporterOfRecord.country') as exporter,
      json_extract(r.spec, '$.importerOfRecord.country') as importer
    from requests r join deals d on d.id = r.deal_id where r.service = 'customs'`,
  );
  const odd = asked.filter(({ corridor, exporter, importer }) => {
    const [origin, destination] = corridor.split("-");
    return (exporter ?? origin) !== origin || (importer ?? destination) !== destination;
  });
  line(`requests for customs in the name of a company of another country: ${odd.length} of ${asked.length}`);
  expect(asked.filter(({ importer }) => importer !== null).length).toBeGreaterThan(50);
  expect(odd).toEqual([]);
});
