import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { FourServices } from "@/components/landing/landing-page";
import { SERVICE_SCREENS } from "@/components/services/registry";
import { SPEC_FIELDS } from "@/components/services/spec-fields";
import { TERMS_FIELDS } from "@/components/services/terms-fields";
import { ServiceName } from "@/components/services/service-name";
import { ServiceFigures } from "@/components/services/service-figures";
import { kindOf } from "@/domain/services/registry";
import { shipmentExample } from "@/domain/services/examples";
import { drawn } from "@/test/drawn";

const KINDS = ["logistics", "payment", "customs", "inspection", "warehousing"];
const ROOMS = ["ui", "landing", "services", ...KINDS.map((one) => `service-${one}`)];

const draw = (locale: string, node: ReactNode): string => drawn(node, { locale, rooms: ROOMS });

const { SpecView, TermsView } = SERVICE_SCREENS.warehousing;
const [SpecFields, TermsFields] = [SPEC_FIELDS.warehousing, TERMS_FIELDS.warehousing];
const spec = kindOf("warehousing").specSchema.parse({ store: "cold", from: "2026-12-12", days: 30 }) as never;

test.each([
  ["en", "Warehousing", "Cold store", "Days free of charge"],
  ["zh-CN", "仓储", "冷库", "免费天数"],
])("it is html in %s: its name, its fields, what was asked and what was offered", (locale, name, cold, freeDays) => {
  expect(draw(locale, <ServiceName service="warehousing" />)).toContain(name);
  expect(draw(locale, <FourServices listed={{ warehousing: 2 }} providersHref="/p" />)).toContain(name);
  expect(draw(locale, <SpecFields prefix="s." />)).toContain(`>${cold}</option>`);
  expect(draw(locale, <TermsFields prefix="t." />)).toContain(freeDays);
  expect(draw(locale, <SpecView spec={spec} zone="Asia/Almaty" />)).toContain(cold);
  expect(draw(locale, <TermsView terms={{ freeDays: 3 }} zone="Asia/Almaty" />)).toContain(freeDays);
  const figures = kindOf("warehousing").figures(spec, shipmentExample());
  expect(draw(locale, <ServiceFigures service="warehousing" figures={figures} />)).toContain("30");
});
