import type { Page } from "@playwright/test";

const MOST_STOPS = 70;

type Stop = { readonly name: string; readonly faults: readonly string[] };

/** What has the focus now: whether it is seen, in front of the bars that stay, with a mark around it. */
const stopNow = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body || at.tagName === "NEXTJS-PORTAL") return null;
    const name = `${at.tagName.toLowerCase()} "${(at.getAttribute("aria-label") ?? at.textContent ?? "").trim().slice(0, 40)}"`;
    const box = at.getBoundingClientRect();
    const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    const spots = [0.15, 0.5, 0.85].flatMap((down) =>
      [0.1, 0.5, 0.9].map((across) => [left + (right - left) * across, top + (bottom - top) * down] as const),
    );
    const belongs = (found: Element | null) =>
      found !== null && (at.contains(found) || found.contains(at) || found.closest("label")?.control === at);
    const isSeen = right > left && bottom > top && spots.some(([x, y]) => belongs(document.elementFromPoint(x, y)));
    const marks = [at, at.closest(".filter, .input-group, .find-field, label"), at.querySelector("*")].flatMap((one) =>
      one ? [getComputedStyle(one), getComputedStyle(one, "::after")] : [],
    );
    const isMarked = marks.some(
      ({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none",
    );
    return { name, faults: [...(isSeen ? [] : ["covered"]), ...(isMarked ? [] : ["unmarked"])] };
  });

/** Goes through a page by Tab: what takes the focus without being seen, or unmarked. Told too where nothing does, or where the focus is caught. */
export async function focusFaults(page: Page): Promise<string[]> {
  const faults = new Set<string>();
  let [stops, caught, before] = [0, 0, ""];
  for (; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press("Tab");
    const stop = await stopNow(page);
    if (!stop) break;
    caught = stop.name === before ? caught + 1 : 0;
    if (caught > 20) faults.add(`caught: ${stop.name}`);
    before = stop.name;
    for (const fault of stop.faults) faults.add(`${fault}: ${stop.name}`);
  }
  if (stops < 5) faults.add(`only ${stops} stops`);
  return [...faults];
}

/** Spaces the text as a reader may (WCAG 1.4.12), but that of drawings; by a sheet that the page's policy lets in. */
export const spaceText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      *:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      svg { letter-spacing: normal; word-spacing: normal; }
      p { margin-bottom: 2em !important; }
    `);
    document.adoptedStyleSheets.push(sheet);
  });

export const unspaceText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });

/** What moves on a page that was asked not to, longer than an eye sees. */
export const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const longest = (times: string) => Math.max(...times.split(",").map((time) => Number.parseFloat(time)));
    return [...document.querySelectorAll("*")]
      .filter((element) => {
        const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
        const isAnimated = animationName !== "none" && longest(animationDuration) > 0.01;
        return isAnimated || longest(transitionDuration) > 0.01 || scrollBehavior === "smooth";
      })
      .map(({ tagName, className }) => `${tagName}.${className}`);
  });

/** Where the system sets the colours: controls without an edge, and states that nothing but a lost colour told. */
export const lostWithColours = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seen = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    const look = (element: Element | null | undefined) => {
      if (!element) return "";
      const { backgroundColor, borderBottomColor, borderTopColor, outlineStyle, fontWeight } =
        getComputedStyle(element);
      return [backgroundColor, borderBottomColor, borderTopColor, outlineStyle, fontWeight].join();
    };
    const edged = (element: Element) => {
      const { borderTopStyle, borderTopWidth, appearance } = getComputedStyle(element);
      const isNative = appearance !== "none" && element.matches("[type=radio], [type=checkbox]");
      return isNative || (borderTopStyle !== "none" && Number.parseFloat(borderTopWidth) >= 1);
    };
    const outer = (element: Element) => element.closest(".input-group, .filter, .find-field") ?? element;
    const alone = seen(".btn, select, textarea, input:not([type=hidden], [type=file])").filter(
      (element) => !edged(outer(element)) && !element.matches(".find-field input"),
    );
    const chosen = seen(
      ".segmented > [aria-current], .segmented > [aria-pressed=true], .top-nav a[aria-current], .phone-tabs a[aria-current]",
    ).filter((element) => {
      const other = [...(element.parentElement?.children ?? [])].find((one) => one !== element);
      return other && look(element) === look(other);
    });
    const radios = seen("input[type=radio]").filter((radio) => getComputedStyle(radio).appearance === "none");
    return [
      ...alone.map((element) => `no edge: ${element.tagName}.${element.className}`),
      ...chosen.map((element) => `the chosen one looks as the others: ${element.textContent}`),
      ...radios.map(({ id }) => `a drawn radio: ${id}`),
    ];
  });
