import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type OverlayOptions } from "sharp";
import { MAP_BASES } from "@/components/hubs/map/map-base";
import { type LonLat, project } from "@/components/hubs/map/map-projection";
import { escaped } from "@/components/ui/written/markup";
import { onePerProcess } from "@/server/platform/process/one-per-process";

/** What a picture of a link says and shows: words on the left, and on the product's own map the hubs that it is about. */
export type Picture = {
  readonly title: string;
  readonly lead: string;
  /** Figures or names below; none where there are none. */
  readonly foot: string;
  readonly product: string;
  readonly hubs: readonly (LonLat & { readonly isMarked: boolean })[];
  /** Countries of which the border with China is drawn. */
  readonly borders: readonly string[];
};

export const PICTURE = { width: 1200, height: 630 };

const BASE = MAP_BASES.desk;
const COLOURS = {
  sea: "#143D31",
  land: "#1D4D3F",
  coast: "#2F6655",
  border: "#8FB3A4",
  hub: "#FFFFFF",
  marked: "#F5B800",
};
/** The words stand on the left, and the map's middle to the right of them. */
const MIDDLE = { x: 850, y: 315 };
const WORDS = { left: 64, width: 600 };
const WIDE = 1.42;
const NEAR = 1.6;
/** The middle of the whole map, where nothing is marked. */
const WHOLE = [860, 235] as const;

/** The outlines of the map, by their names. */
async function readOutlines(): Promise<ReadonlyMap<string, string>> {
  const file = join(/* turbopackIgnore: true */ process.cwd(), "components/hubs/map/map-base.svg");
  const drawing = await readFile(file, "utf8");
  return new Map([...drawing.matchAll(/<path id="([\w-]+)" d="([^"]+)"/g)].map(([, id = "", path = ""]) => [id, path]));
}
const outlines = () => onePerProcess("outlines of pictures", readOutlines);

const square = ([x, y]: readonly [number, number], radius: number, look: string): string =>
  `<rect x="${x - radius}" y="${y - radius}" width="${2 * radius}" height="${2 * radius}" ${look}/>`;

/** The part of the map around what is marked, or all of it. */
async function mapOf({ hubs, borders }: Picture): Promise<string> {
  const paths = await outlines();
  const marked = hubs.filter(({ isMarked }) => isMarked).map((hub) => project(BASE, hub));
  const [scale, [x, y]] = marked.length === 1 && marked[0] ? [NEAR, marked[0]] : [WIDE, WHOLE];
  const [top, bottom] = [PICTURE.height - BASE.height * scale, 0];
  const at = { x: MIDDLE.x - x * scale, y: Math.min(bottom, Math.max(top, MIDDLE.y - y * scale)) };
  const pen = (width: number) => (width / scale).toFixed(2);
  const marks = hubs.map((hub) => {
    const [radius, edge] = hub.isMarked ? [7, COLOURS.marked] : [3.5, COLOURS.hub];
    return square(
      project(BASE, hub),
      radius / scale ** 0.5,
      `fill="${COLOURS.sea}" stroke="${edge}" stroke-width="${pen(hub.isMarked ? 5 : 2)}"`,
    );
  });
  return [
    `<g transform="translate(${at.x} ${at.y}) scale(${scale})">`,
    `<path d="${paths.get("desk-land")}" fill="${COLOURS.land}" stroke="${COLOURS.coast}" stroke-width="${pen(1)}"/>`,
    ...borders.map(
      (code) =>
        `<path d="${paths.get(`desk-${code}`) ?? "M0 0"}" fill="none" stroke="${COLOURS.border}" stroke-width="${pen(1.6)}" stroke-dasharray="6 3 1 3"/>`,
    ),
    ...marks,
    "</g>",
  ].join("");
}

const MARK =
  '<g transform="translate(64 56) scale(1.3)" fill="none"><path d="M0 13H12L28 16.6H40M0 27H12L28 23.4H40" stroke="#F5B800" stroke-width="2.6"/><path d="M6 9.6V5H34V13.2M34 26.8V35H6V30.4" stroke="#FFFFFF" stroke-width="4.2"/></g>';

async function ground(picture: Picture): Promise<string> {
  const { width, height } = PICTURE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<defs><linearGradient id="veil"><stop offset="0.5" stop-color="${COLOURS.sea}"/><stop offset="0.75" stop-color="${COLOURS.sea}" stop-opacity="0"/></linearGradient></defs>`,
    `<rect width="${width}" height="${height}" fill="${COLOURS.sea}"/>`,
    await mapOf(picture),
    `<rect width="${width}" height="${height}" fill="url(#veil)"/>`,
    MARK,
    `<rect y="${height - 6}" width="${width}" height="6" fill="${COLOURS.marked}"/></svg>`,
  ].join("");
}

const folder = (name: string): string =>
  join(/* turbopackIgnore: true */ process.cwd(), "node_modules", "@embedpdf", name, "fonts");
/** The fonts of the reports (docs/decisions/0050-fonts-of-a-report.md): what the first lacks the second draws, whatever the machine has. */
const FONTS = {
  bold: [join(folder("fonts-latin"), "NotoSans-Bold.ttf"), join(folder("fonts-sc"), "NotoSansHans-Bold.otf")],
  normal: [join(folder("fonts-latin"), "NotoSans-Regular.ttf"), join(folder("fonts-sc"), "NotoSansHans-Regular.otf")],
};
type Look = {
  readonly weight: keyof typeof FONTS;
  readonly size: number;
  readonly colour: string;
  readonly file: string;
};

const drawn = (words: string, { weight, size, colour, file }: Look) =>
  sharp({
    text: {
      text: `<span foreground="${colour}" face="Noto Sans,Noto Sans Hans" weight="${weight}" size="${size}pt">${escaped(words)}</span>`,
      ...{ fontfile: file, width: WORDS.width, rgba: true, wrap: "word-char", dpi: 72 },
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });

/** Has the library know all fonts: it takes one with each text that it draws, and keeps it. */
async function takeFonts(): Promise<void> {
  for (const weight of ["bold", "normal"] as const)
    for (const file of FONTS[weight]) await drawn(".", { weight, size: 10, colour: "#ffffff", file });
}

const text = async (words: string, look: Omit<Look, "file">) => {
  await onePerProcess("fonts of pictures", takeFonts);
  return drawn(words, { ...look, file: FONTS[look.weight][0] as string });
};

const LETTERS_MAX = 90;
const cut = (words: string): string => (words.length > LETTERS_MAX ? `${words.slice(0, LETTERS_MAX - 1)}…` : words);
/** A long title is set smaller, so that it stays on three lines. */
const sizeOf = (title: string): number => {
  const width = [...title].reduce((all, letter) => all + (/\p{Script=Han}/u.test(letter) ? 1.8 : 1), 0);
  return width > 52 ? 38 : width > 30 ? 46 : 58;
};
const TITLE_TOP = 176;
const GAP = 32;
const FOOT_BOTTOM = 556;

/** Draws the picture, 1200 by 630, as a PNG. */
export async function drawPicture(picture: Picture): Promise<Buffer> {
  const layers: OverlayOptions[] = [];
  const put = (input: Buffer, top: number, left = WORDS.left) => layers.push({ input, top: Math.round(top), left });
  const product = await text(picture.product, { weight: "bold", size: 34, colour: "#FFFFFF" });
  put(product.data, 82 - product.info.height / 2, WORDS.left + 68);
  const title = await text(cut(picture.title), { weight: "bold", size: sizeOf(picture.title), colour: "#FFFFFF" });
  put(title.data, TITLE_TOP);
  if (picture.lead) {
    const lead = await text(cut(picture.lead), { weight: "normal", size: 27, colour: "#BFD3C9" });
    put(lead.data, TITLE_TOP + title.info.height + GAP);
  }
  if (picture.foot) {
    const foot = await text(cut(picture.foot), { weight: "bold", size: 27, colour: "#F5B800" });
    put(foot.data, FOOT_BOTTOM - foot.info.height);
  }
  return sharp(Buffer.from(await ground(picture)))
    .composite(layers)
    .png({ palette: true, colours: 128 })
    .toBuffer();
}
