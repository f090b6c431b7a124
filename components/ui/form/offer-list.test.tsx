import { expect, test } from "vitest";
import { drawn } from "@/test/drawn";
import { OfferList } from "./offer-list";

const list = (active: number) =>
  drawn(
    <OfferList
      offers={["Yiwu", "Almaty"]}
      listId="towns"
      label="Towns"
      active={active}
      keyOf={(town) => town}
      take={() => undefined}
      foot="By GeoNames"
    >
      {(town) => <b>{town}</b>}
    </OfferList>,
    { rooms: [] },
  );

test("a list of offers is a listbox whose options the keys of its field come to, and which no Tab stops at", () => {
  const html = list(1);
  expect(html).toContain('<div id="towns" role="listbox" aria-label="Towns" tabindex="-1">');
  const options = html.match(/<button[^>]*role="option"[^>]*>/g) ?? [];
  expect(options).toHaveLength(2);
  expect(options.every((option) => option.includes('tabindex="-1"'))).toBe(true);
  expect(options[0]).toMatch(/id="towns-0".*aria-selected="false"/);
  expect(options[1]).toMatch(/id="towns-1".*aria-selected="true"/);
  expect(html).toContain("By GeoNames");
});

test("none is selected before a key is pressed", () => {
  expect(list(-1)).not.toContain('aria-selected="true"');
});
