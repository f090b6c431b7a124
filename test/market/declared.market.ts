import { expect, test } from "vitest";
import { ask, line, percent, share } from "./built-market";

// Under which procedures and in whose name goods of the built market are declared, and in how many lines.

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

test("customs under the modes of supervision of the trade, and transit of goods that pass Kazakhstan or China", () => {
  const asked = ask<{ mode: string; side: string; corridor: string; office: string | null }>(
    "select json_extract(r.spec, '$.supervisionMode') as mode, json_extract(r.spec, '$.side') as side, json_extract(r.spec, '$.transit.departureOffice') as office, d.corridor from requests r join deals d on d.id = r.deal_id where r.service = 'customs'",
  );
  const count = (mode: string) => asked.filter((one) => one.mode === mode).length;
  const declared = asked.filter(({ mode }) => mode !== null).length;
  const transit = asked.filter(({ side }) => side === "transit");
  const modes = ["0110", "9710", "9810", "1039", "4019"];
  const abroad = asked.filter(
    ({ mode, side, corridor }) =>
      mode !== null && (side === "export" || side === "import") && (side === "export") !== corridor.startsWith("CN-"),
  );
  line(
    `supervision: ${modes.map((mode) => `${mode} ${percent(share(count(mode), declared))}`).join(", ")}; transit ${transit.length}`,
  );
  // Of a few hundred declarations chance leaves the rarest modes one or two; together they are a tenth and more.
  expect(modes.filter((mode) => count(mode) === 0)).toEqual([]);
  expect(count("0110")).toBeLessThan(declared * 0.92);
  // Under 9810 an exporter sends its own goods to a warehouse abroad: nobody clears them there for a buyer.
  expect(asked.filter(({ mode, side }) => mode === "9810" && side !== "export")).toEqual([]);
  expect(abroad).toEqual([]);
  // No country's own goods pass it in transit: those between China and Uzbekistan pass Kazakhstan, and those to the station at Viet Nam's border China.
  expect(transit.length).toBeGreaterThanOrEqual(4);
  expect(transit.length).toBeLessThan(asked.length * 0.05);
  const odd = transit.filter(
    ({ mode, corridor, office }) => mode !== null || !office || !/UZ|KZ-CN|RU-CN/.test(corridor),
  );
  expect(odd).toEqual([]);
});
