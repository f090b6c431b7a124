import type { Page } from "@playwright/test";

export type Control = {
  readonly name: string;
  /** As the browser calls it: `hidden`, `text`, `select-one`, `textarea`, `checkbox`, `submit` … */
  readonly kind: string;
  readonly value: string;
  /** Whether a browser would send it as it stands. */
  readonly isSent: boolean;
};

export type FormView = {
  readonly method: string;
  /** The server action, or the address of a GET form. */
  readonly action: string;
  readonly controls: readonly Control[];
  /** What the form says of itself: the refusal, what to mend, what went well. */
  readonly problems: readonly string[];
  readonly notices: readonly string[];
  /** Errors that nobody hears of who cannot see where they stand. */
  readonly unlinked: readonly string[];
};

export type PageView = {
  readonly language: string;
  readonly headings: number;
  readonly forms: readonly FormView[];
  /** Addresses that its links lead on to with a question. */
  readonly links: readonly string[];
  /** Elements that were sent as text and came back as markup. */
  readonly planted: number;
  readonly text: string;
};

/** Runs in the browser, whose own reading of the markup is the one that counts. */
function view(html: string): PageView {
  const page = new DOMParser().parseFromString(html, "text/html");
  const texts = (within: ParentNode, selector: string) =>
    [...within.querySelectorAll(selector)].map((found) => found.textContent?.trim() ?? "");

  function control(element: Element): Control | null {
    const { name, type, value, disabled } = element as HTMLInputElement;
    if (!name || disabled) return null;
    const isTicked = (element as HTMLInputElement).checked || !/^(checkbox|radio)$/.test(type);
    // What the page says, and not what a date field makes of it.
    const written = element.tagName === "INPUT" ? (element.getAttribute("value") ?? "") : value;
    return { name, kind: type, value: written, isSent: isTicked && type !== "submit" };
  }

  /** Each link of a summary leads to a control that is read with its error. */
  function unlinked(form: Element): string[] {
    const links = [...form.querySelectorAll<HTMLAnchorElement>(".error-summary a")];
    const deaf = links.filter((link) => {
      const target = page.getElementById((link.getAttribute("href") ?? "").slice(1));
      const described = target?.closest("[aria-describedby]")?.getAttribute("aria-describedby") ?? "";
      return !described.split(" ").some((id) => /error/.test(id) && page.getElementById(id)?.textContent);
    });
    const pointers = [...form.querySelectorAll("[aria-describedby]")].filter((element) =>
      element
        .getAttribute("aria-describedby")
        ?.split(" ")
        .some((id) => !page.getElementById(id)),
    );
    return [
      ...deaf.map((link) => `${link.getAttribute("href")} ${link.textContent}`),
      ...pointers.map((element) => `${element.getAttribute("name")} is described by nothing`),
    ];
  }

  function actionOf(form: HTMLFormElement, controls: readonly Control[]): string {
    const own = controls.find(({ name }) => /^\$ACTION_(ID_|\d+:0$)/.test(name));
    if (!own) return form.getAttribute("action") ?? "";
    return own.name.startsWith("$ACTION_ID_") ? own.name.slice(11) : (JSON.parse(own.value) as { id: string }).id;
  }

  const forms = [...page.forms].map((form) => {
    const controls = [...form.elements].map(control).filter((one) => one !== null);
    return {
      method: form.method,
      action: actionOf(form, controls),
      controls,
      problems: texts(form, "[role=alert], .note-warn, .field-error"),
      notices: texts(form, "[role=status]"),
      unlinked: unlinked(form),
    };
  });
  return {
    language: page.documentElement.lang,
    headings: page.querySelectorAll("h1").length,
    forms,
    links: [...page.querySelectorAll("a[href*='?']")].map((link) => link.getAttribute("href") ?? ""),
    planted: page.querySelectorAll("[data-planted]").length,
    text: page.querySelector("main")?.textContent ?? "",
  };
}

/** Our own scripts say in their way what the page says anyway; without them there is half as much to read. */
const OWN_SCRIPT = /<script\b[^>]*\bnonce="[^"]+"[^>]*>[\s\S]*?<\/script>/g;

export const readHtml = (page: Page, html: string): Promise<PageView> =>
  page.evaluate(view, html.replace(OWN_SCRIPT, ""));
