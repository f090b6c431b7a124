import type { ReactNode } from "react";
import { beforeAll, describe, expect, test } from "vitest";
import { type FormField, rowField } from "@/domain/services/form-field";
import type { PaymentSpec } from "@/domain/services/payment/spec";
import { kindOf } from "@/domain/services/registry";
import { SERVICES } from "@/domain/shared/vocabulary";
import { shipmentExample } from "@/domain/services/examples";
import { drawn, drawnWhole, wordsIn } from "@/test/drawn";
import { FULL } from "@/test/full-terms";
import { SERVICE_SCREENS } from "./registry";
import { ServiceFigures } from "./service-figures";
import { SPEC_FIELDS } from "./spec-fields";
import { TERMS_FIELDS } from "./terms-fields";

const LOCALES = ["en", "zh-CN"] as const;
const ROOMS = ["ui", "services", ...SERVICES.map((service) => `service-${service}`)];

const draw = (locale: string, node: ReactNode): string => drawn(node, { locale, rooms: ROOMS });
/** As a browser draws it, which is brought less words than the server has. */
const drawForm = (locale: string, node: ReactNode): string => drawn(node, { locale, rooms: ROOMS, inBrowser: true });

// The part that is fetched once it is drawn is there from then on.
beforeAll(() => drawnWhole(<SPEC_FIELDS.inspection prefix="s." />, { rooms: ROOMS }));

const controlNames = (html: string): Set<string> =>
  // "intent" is what a button of a list asks for.
  new Set([...html.matchAll(/ name="([^"]+)"/g)].map(([, name = ""]) => name).filter((name) => name !== "intent"));

/** A list that is empty shows its first row. */
const controlsOf = (field: FormField): string[] => {
  if (field.as === "rows") return field.rowFields.flatMap(controlsOf).map((part) => rowField(field.name, 0, part));
  return field.as === "money" ? [field.name, field.currencyName] : [field.name];
};

const namesOf = (fields: readonly FormField[], prefix: string): Set<string> =>
  new Set(fields.flatMap(controlsOf).map((name) => prefix + name));

/** Whether the control of this name stands within a fold that is closed. */
function isFoldedAway(html: string, name: string): boolean {
  const at = html.indexOf(` name="${name}"`);
  if (at < 0) throw new Error(`no control ${name}`);
  const before = html.slice(0, at);
  const fold = before.lastIndexOf("<details");
  if (fold < 0 || before.lastIndexOf("</details>") > fold) return false;
  return !/^<details[^>]* open=""/.test(before.slice(fold));
}

const HUBS = [
  { value: "horgos", label: "Horgos" },
  { value: "alashankou", label: "Alashankou" },
];

test.each([
  ["en", "Only the awarded provider sees this."],
  ["zh-CN", "仅成交服务商可见。"],
])("a payment says in %s of the payee and its account who sees them", (locale, words) => {
  const { SpecView } = SERVICE_SCREENS.payment;
  const { payee, ...spec } = kindOf("payment").specSchema.parse(FULL.payment.spec) as PaymentSpec;
  const view = (of: object) => draw(locale, <SpecView spec={of} zone="Asia/Shanghai" hubs={[]} />);
  expect(view({ ...spec, payee }).split(words)).toHaveLength(3);
  expect(view(spec)).not.toContain(words);
});

const CASES = SERVICES.flatMap((service) => LOCALES.map((locale) => [service, locale] as const));

describe.each(CASES)("the screens of %s in %s", (service, locale) => {
  const kind = kindOf(service);
  const screens = SERVICE_SCREENS[service];
  const forms = { SpecFields: SPEC_FIELDS[service], TermsFields: TERMS_FIELDS[service] };
  const spec = kind.specSchema.parse(FULL[service].spec);
  const terms = kind.termsSchema.parse(FULL[service].terms);

  test("draw a control for every field of a request, and no other", () => {
    const html = drawForm(locale, <forms.SpecFields prefix="services.x." hubs={HUBS} />);
    expect(controlNames(html)).toEqual(namesOf(kind.specForm, "services.x."));
  });

  test("say of an empty choice of a bid that nothing is stated, and never that anything will do", () => {
    const words = wordsIn("services", locale).form;
    const html = drawForm(locale, <forms.TermsFields prefix="terms." zone="GMT+8" />);
    expect(html).toContain(`>${words.notStated}<`);
    expect(html).not.toContain(words.noWish);
  });

  test("draw a control for every field of a bid's terms, and no other", () => {
    const html = drawForm(locale, <forms.TermsFields prefix="terms." zone="GMT+8" />);
    expect(controlNames(html)).toEqual(namesOf(kind.termsForm, "terms."));
  });

  test("show an error beside each field, tied to its control", () => {
    for (const field of kind.specForm.filter(({ name }) => name !== "standard")) {
      const html = drawForm(
        locale,
        <forms.SpecFields prefix="s." hubs={HUBS} errors={{ [`s.${field.name}`]: "Mend this" }} />,
      );
      expect(html, field.name).toContain(`id="s.${field.name}-error"`);
      expect(html, field.name).toMatch(new RegExp(`aria-describedby="[^"]*s\\.${field.name}-error`));
      expect(html, field.name).toContain("Mend this");
      expect(html, field.name).toMatch(new RegExp(` id="s\\.${field.name}"`));
    }
  });

  test("keep in sight every field that is filled or to be mended, in a fold or outside one", () => {
    for (const [group, fields] of [
      ["SpecFields", kind.specForm],
      ["TermsFields", kind.termsForm],
    ] as const) {
      const Fields = forms[group];
      for (const name of fields.flatMap(controlsOf).filter((one) => !/Currency$/.test(one))) {
        const values = drawForm(
          locale,
          <Fields prefix="x." hubs={HUBS} zone="GMT+8" values={{ [`x.${name}`]: "1" }} />,
        );
        expect(isFoldedAway(values, `x.${name}`), `${name} filled`).toBe(false);
        const errors = drawForm(
          locale,
          <Fields prefix="x." hubs={HUBS} zone="GMT+8" errors={{ [`x.${name}`]: "Mend" }} />,
        );
        expect(isFoldedAway(errors, `x.${name}`), `${name} to be mended`).toBe(false);
      }
    }
  });

  test("fold away what most leave out, with how much of it is given", () => {
    const html = drawForm(locale, <forms.TermsFields prefix="terms." zone="GMT+8" />);
    expect(html.match(/<details/g)?.length).toBeGreaterThan(1);
    expect(html).not.toMatch(/<details[^>]* open=""/);
    expect(html.match(/class="fold-given"/g)).toHaveLength(html.match(/<details/g)?.length ?? 0);
  });

  test("show a whole request and whole terms without a missing word", () => {
    const html = draw(locale, [
      <screens.SpecView key="spec" spec={spec} zone="Asia/Almaty" />,
      <screens.TermsView key="terms" terms={terms} spec={spec} zone="Asia/Almaty" places={[]} />,
    ]);
    expect(html).not.toMatch(/undefined|\[object|service-|services\./);
    expect(html).toContain(FULL[service].spec.remarks);
    // A bid is shown in the browser before it is sent.
    drawForm(locale, <screens.TermsView terms={terms} spec={spec} zone="Asia/Almaty" places={[]} />);
  });

  test("show every member of a request: without it the view or its figures are others", () => {
    const view = (of: object) =>
      draw(locale, [
        <screens.SpecView key="spec" spec={of} zone="Asia/Almaty" />,
        <ServiceFigures key="figures" service={service} figures={kind.figures(of as never, shipmentExample())} />,
      ]);
    const issuesOf = (of: unknown) => kind.checkSpec(of as never, shipmentExample()).length;
    const whole = view(spec as object);
    const unseen = Object.keys(FULL[service].spec).filter((member) => {
      const { [member]: _, ...rest } = FULL[service].spec as Readonly<Record<string, unknown>>;
      const read = kind.specSchema.safeParse(rest);
      // A member that has to be there is never missed.
      const isOptional = read.success && issuesOf(read.data) <= issuesOf(spec);
      return isOptional && view(read.data as object) === whole;
    });
    expect(unseen).toEqual([]);
  });

  test("show the figures that follow from a request", () => {
    const figures = kind.figures(spec, shipmentExample());
    const html = draw(locale, <ServiceFigures service={service} figures={figures} />);
    expect(html.match(/<dt>/g)).toHaveLength(
      figures.filter(({ value }) => value.kind !== "plan" && value.kind !== "note").length,
    );
    expect(html.includes("<table")).toBe(service === "inspection");
  });
});

describe("a form that came back", () => {
  test("keeps what was typed, and opens the details that hold it", () => {
    const values = {
      "s.remarks": "Fragile",
      "s.equipment": "40hc",
      "s.isTransshipmentAllowed": "no",
      "s.needsTailLift": "on",
    };
    const html = drawForm("en", <SPEC_FIELDS.logistics prefix="s." values={values} />);
    expect(html).toContain(">Fragile</textarea>");
    expect(html).toMatch(/<option value="40hc" selected=""/);
    expect(html).toMatch(/<option value="no" selected=""/);
    expect(html).toMatch(/<input[^>]*s\.needsTailLift[^>]*checked=""/);
    expect(html).toMatch(/<details[^>]* open=""/);
    expect(drawForm("en", <SPEC_FIELDS.logistics prefix="s." />)).not.toMatch(/<details[^>]* open=""/);
  });

  test("keeps every ticked box of a list", () => {
    const values = { "s.certificates": ["origin_ct1", "health"], "s.side": "both" };
    const html = drawForm("en", <SPEC_FIELDS.customs prefix="s." values={values} />);
    const ticked = [...html.matchAll(/<input[^>]*checked=""[^>]*>/g)].map(
      ([input]) => / value="([^"]*)"/.exec(input)?.[1],
    );
    expect(ticked).toEqual(["both", "origin_ct1", "health"]);
  });
});

test("a purpose in a bank's own words is shown as it was written", () => {
  const { specSchema } = kindOf("payment");
  const spec = specSchema.parse({ ...FULL.payment.spec, purpose: "Contract 12. Bearings" });
  expect(draw("en", <SERVICE_SCREENS.payment.SpecView spec={spec} zone="Asia/Almaty" />)).toContain(
    "Contract 12. Bearings",
  );
});

test("a box keeps its number when others are empty", () => {
  const { specSchema } = kindOf("logistics");
  const spec = specSchema.parse({
    equipment: "tilt_136",
    pickupFrom: "2026-11-20",
    pickupTo: "2026-11-22",
    remarks: "Fragile",
  });
  const html = draw("en", <SERVICE_SCREENS.logistics.SpecView spec={spec} zone="Asia/Almaty" />);
  expect([...html.matchAll(/<i>(\d+)<\/i>/g)].map(([, number]) => number)).toEqual(["1", "3", "12"]);
});
