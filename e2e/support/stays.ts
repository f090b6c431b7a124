import type { Page } from "@playwright/test";

/** What was noted in the page, and what may be pressed in it. */
type Noted = {
  /** Another page, a form that went, a window or dialog that opened. */
  readonly contexts: string[];
  /** Besides: a value that changed, a fold that opened. */
  readonly changes: string[];
  /** How the device moves or is held: asked for, or forbidden to change. */
  readonly device: string[];
};

declare global {
  interface Window {
    noted: Noted;
  }
}

/** From now on each document of the page notes what happens in it. */
export async function noteWhatHappens(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted: Noted = { contexts: [], changes: [], device: [] };
    window.noted = noted;
    const on = (event: Event) => `${event.type} of ${(event.target as Element).outerHTML?.slice(0, 80)}`;
    for (const type of ["input", "change", "beforetoggle", "toggle"])
      window.addEventListener(type, (event) => noted.changes.push(on(event)), true);
    window.addEventListener("submit", (event) => noted.contexts.push(on(event)), true);
    window.addEventListener(
      "toggle",
      (event) => {
        if (event.target instanceof HTMLDialogElement && event.target.open) noted.contexts.push(on(event));
      },
      true,
    );
    navigation?.addEventListener("navigate", ({ navigationType, hashChange, destination }) => {
      if (navigationType !== "replace" && !hashChange) noted.contexts.push(`${navigationType} to ${destination.url}`);
    });
    window.open = (address) => {
      noted.contexts.push(`a window of ${address}`);
      return null;
    };
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function listenTo(...all: Parameters<typeof listen>) {
      if (/^device(motion|orientation)/.test(all[0])) noted.device.push(all[0]);
      return listen.apply(this, all);
    };
    ScreenOrientation.prototype.lock = async (orientation) => {
      noted.device.push(`locked to ${orientation}`);
    };
  });
}

const take = (page: Page, what: keyof Noted): Promise<string[]> =>
  page.evaluate((part) => window.noted[part].splice(0), what);

/** What asks how the device moves, or holds the page to one way up (WCAG 2.5.4, 1.3.4). */
export const deviceFaults = (page: Page): Promise<string[]> => take(page, "device");

/** What becomes another page, window or dialog as it gets the focus, or hands the focus on (WCAG 3.2.1). */
export async function focusChanges(page: Page): Promise<string[]> {
  await take(page, "contexts");
  return page.evaluate(async () => {
    const faults: string[] = [];
    const all = document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, summary, [tabindex='0']",
    );
    for (const one of all) {
      if (!one.checkVisibility() || one.matches(":disabled, [type=hidden]")) continue;
      one.focus({ preventScroll: true });
      await new Promise((done) => setTimeout(done));
      const isHeld = document.activeElement === one;
      const happened = window.noted.contexts.splice(0);
      if (happened.length > 0 || !isHeld)
        faults.push(`${one.outerHTML.slice(0, 120)}: ${happened.join(", ") || "hands on the focus"}`);
    }
    return faults;
  });
}

/** What becomes another page, window or dialog as a value is typed or chosen (WCAG 3.2.2). Nothing of it is sent to the server. */
export async function inputChanges(page: Page): Promise<string[]> {
  await page.route("**", (route) => (route.request().method() === "GET" ? route.fallback() : route.abort()));
  await take(page, "contexts");
  const faults = await page.evaluate(async () => {
    const found: string[] = [];
    const setterOf = (one: HTMLElement) => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(one), "value")?.set;
    const change = (one: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement) => {
      if (one.matches("[type=checkbox], [type=radio]")) return one.click();
      const next =
        one instanceof HTMLSelectElement ? [...one.options].find(({ value }) => value !== one.value)?.value : one.value;
      setterOf(one)?.call(one, next ?? "");
      for (const type of ["input", "change"]) one.dispatchEvent(new Event(type, { bubbles: true }));
    };
    const all = document.querySelectorAll<HTMLInputElement>("input, select, textarea");
    for (const one of all) {
      if (!one.checkVisibility() || one.matches(":disabled, [readonly], [type=hidden], [type=file]")) continue;
      one.focus({ preventScroll: true });
      change(one);
      await new Promise((done) => setTimeout(done, 20));
      const happened = window.noted.contexts.splice(0);
      if (happened.length > 0) found.push(`${one.outerHTML.slice(0, 120)}: ${happened.join(", ")}`);
    }
    return found;
  });
  await page.unrouteAll({ behavior: "ignoreErrors" });
  return faults;
}

/** So many of a page's controls are pressed: those that come first, and each kind is among them. */
const PRESSED_MAX = 40;

/** What does something as it is pressed down, or once it is let go beside it (WCAG 2.5.2). What the browser does itself (a list of a select) is not asked. */
export async function pressChanges(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const controls = page.locator("a[href], button, summary, [type=checkbox], [type=radio], [role=button]");
  const seen = (await controls.all()).slice(0, PRESSED_MAX * 3);
  let pressed = 0;
  for (const control of seen) {
    if (pressed >= PRESSED_MAX || !(await control.isVisible()) || !(await control.isEnabled())) continue;
    await control.scrollIntoViewIfNeeded();
    const box = await control.boundingBox();
    if (!box) continue;
    pressed += 1;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await Promise.all([take(page, "contexts"), take(page, "changes")]);
    await page.mouse.down();
    const down = [...(await take(page, "contexts")), ...(await take(page, "changes"))];
    await page.mouse.move(1, 1);
    await page.mouse.up();
    const beside = [...(await take(page, "contexts")), ...(await take(page, "changes"))];
    const happened = [...down, ...beside];
    if (happened.length > 0) faults.push(`${(await control.innerText()).slice(0, 40)}: ${happened.join(", ")}`);
  }
  return faults;
}
