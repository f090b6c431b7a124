import type { Page } from "@playwright/test";

/** One line of text as it stands on the page, and what of it is seen. */
type Line = {
  readonly node: Text;
  readonly around: Element;
  readonly box: DOMRect;
  /** Cut off by what hides its overflow, in pixels of the line's own width and height. */
  readonly cut: number;
  /** Within something that may be scrolled sideways, such as a wide table. */
  readonly isScrolled: boolean;
  /** Above the page: a bar that stays, a dialog. */
  readonly isAbove: boolean;
};

type LinesWindow = typeof globalThis & { textLines?: () => Line[] };

/** Gives the page a function that lists its lines of text, those hidden from the eye left out. */
function installLines(): void {
  type Clip = { readonly box: DOMRect; readonly scrolls: boolean; readonly ends: boolean };
  const clips = new Map<Element, Clip | null>();
  const clipOf = (element: Element): Clip | null => {
    const known = clips.get(element);
    if (known !== undefined) return known;
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = overflowX !== "visible" || overflowY !== "visible";
    const scrolls = /auto|scroll/.test(overflowX) || (/auto|scroll/.test(overflowY) && overflowX !== "hidden");
    const clip = hides ? { box: element.getBoundingClientRect(), scrolls, ends: element === document.body } : null;
    clips.set(element, clip);
    return clip;
  };
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest("[aria-hidden=true], svg title, svg desc, option, noscript, script, style");
  const shownIn = (element: Element) => {
    const around = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
    const scrolled = { top: -Infinity, bottom: Infinity };
    let [isScrolled, isAbove, isHidden] = [false, false, false];
    for (let at: Element | null = element; at && at !== document.documentElement; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.position === "fixed" || style.position === "sticky" || at.matches("dialog, [popover]")) isAbove = true;
      if (style.clipPath !== "none") isHidden = true;
      const clip = at instanceof SVGElement ? null : clipOf(at);
      if (!clip || clip.ends) continue;
      if (clip.scrolls) {
        isScrolled = true;
        scrolled.top = Math.max(scrolled.top, clip.box.top);
        scrolled.bottom = Math.min(scrolled.bottom, clip.box.bottom);
      } else {
        around.left = Math.max(around.left, clip.box.left);
        around.right = Math.min(around.right, clip.box.right);
        around.top = Math.max(around.top, clip.box.top);
        around.bottom = Math.min(around.bottom, clip.box.bottom);
      }
    }
    return { around, scrolled, isScrolled, isAbove, isHidden };
  };
  (globalThis as LinesWindow).textLines = () => {
    // The page may be wider or narrower than when it was last looked at.
    clips.clear();
    const lines: Line[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const element = node.parentElement;
      if (!element || !node.data.trim() || !isSeen(element)) continue;
      const { around, scrolled, isHidden, ...stands } = shownIn(element);
      if (isHidden) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width < 1 || box.right < 0 || box.bottom + scrollY < 0) continue;
        // What a list of its own has scrolled out of sight lies over nothing.
        if (box.bottom > scrolled.bottom || box.top < scrolled.top) continue;
        const across = Math.max(around.left - box.left, box.right - around.right);
        // A line's box is higher than its letters.
        const down = Math.max(around.top - box.top, box.bottom - around.bottom) - box.height / 4;
        lines.push({ node, around: element, box, cut: Math.max(0, across, down), ...stands });
      }
    }
    return lines;
  };
}

/** What the eye cannot read on the page as it stands: each fault with the words that it stands on. */
function findFaults(): string[] {
  const lines = (globalThis as LinesWindow).textLines?.() ?? [];
  const faults = new Set<string>();
  const said = (text: string) => text.trim().replaceAll(/\s+/g, " ").slice(0, 60);
  const where = ({ around }: Line) =>
    `${around.closest("[id]")?.id ?? ""} ${around.tagName}.${around.className}`.trim();
  const tell = (fault: string, line: Line) =>
    faults.add(`${fault}: "${said(line.node.data)}" (${where(line).slice(0, 70)})`);
  const edge = document.documentElement.clientWidth;
  // The menu of the account says its names whole, the search is left with its icon and name, and a title says its own.
  const isReadElsewhere = (element: Element) =>
    element.closest("[title], .top-account, .top-find, textarea, pre") !== null;

  const byNode = Map.groupBy(lines, ({ node }) => node);
  for (const [node, rows] of byNode) {
    const [first] = rows as [Line];
    if (first.around.closest("pre, code, kbd")) continue;
    const letters = node.data.replaceAll(/\s/g, "").length;
    if ((rows.length > 2 && letters / rows.length < 2.5) || (rows.length === 2 && letters < 3))
      tell("letters, one a line", first);
    if (rows.length === 1) continue;
    for (const { 0: word, index } of node.data.matchAll(/(?<![^\s(（])[A-Za-z]{4,20}(?=[\s,.:;)]|$)/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
        tell(`a broken word, ${word}`, first);
    }
  }
  for (const line of lines) {
    if (!line.isScrolled && line.box.right > edge + 1 && !isReadElsewhere(line.around)) tell("off the screen", line);
    if (line.cut > 2 && !line.isScrolled && !isReadElsewhere(line.around)) tell("cut off", line);
  }
  const onPage = lines.filter(({ isAbove, cut }) => !isAbove && cut === 0).sort((a, b) => a.box.top - b.box.top);
  for (const [at, one] of onPage.entries()) {
    for (let next = at + 1; next < onPage.length; next += 1) {
      const other = onPage[next] as Line;
      if (other.box.top > one.box.bottom) break;
      if (other.node === one.node) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      if (across > 3 && down > Math.min(one.box.height, other.box.height) / 2)
        tell(`covered by "${said(other.node.data)}"`, one);
    }
  }
  return [...faults];
}

/** What cannot be read on a page: lines off the screen or cut off, words set one letter a line or broken, texts over one another. */
export async function layoutFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "textLines" in globalThis))) await page.evaluate(installLines);
  return page.evaluate(findFaults);
}
