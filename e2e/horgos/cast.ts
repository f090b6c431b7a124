import type { Browser } from "@playwright/test";
import { type Person, type Place, openPerson } from "../journey/person";
import { RIVAL } from "../journey/cast";
import { enterAs } from "../support/sign-in";
import sharp from "sharp";
import { expectAxeClean } from "../support/axe";
import { expect, expectNoSideScroll } from "../support/test";

/** Who of the demo market plays which part. */
export const HANDLES = {
  buyer: "buyer",
  carrier: "provider",
  agent: RIVAL,
  broker: "broker",
  inspector: "inspector",
  administrator: "admin",
} as const;
export type Part = keyof typeof HANDLES;

/** Everybody with an account, each at a screen of their own. The driver has none, and comes by a link. */
export type Cast = Readonly<Record<Part, Person>>;

export async function castFor(browser: Browser, place: Place): Promise<Cast> {
  const parts = Object.keys(HANDLES) as Part[];
  const entered = await Promise.all(
    parts.map(async (part) => {
      const person = await openPerson(browser, place);
      await enterAs(person.page, HANDLES[part], place.locale);
      return [part, person] as const;
    }),
  );
  return Object.fromEntries(entered) as unknown as Cast;
}

/** A page at one stage of the deal: it fits its window, and nothing is in the way of those who see it otherwise. */
export async function look({ page }: Pick<Person, "page">, name?: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNoSideScroll(page);
  await expectAxeClean(page);
  // The main stages can be kept as pictures to look at.
  const folder = process.env.KOUAN_PICTURES;
  if (folder && name) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** A photograph that no other one looks like. */
export function photo(): Promise<Buffer> {
  const [width, height] = [160, 120];
  const noise = Buffer.from(Array.from({ length: 12 * 9 * 3 }, () => Math.floor(Math.random() * 256)));
  return sharp(noise, { raw: { width: 12, height: 9, channels: 3 } })
    .resize(width, height, { kernel: "nearest" })
    .jpeg()
    .toBuffer();
}
