import { expect, test } from "vitest";
import { customs } from "@/domain/services/customs/kind";
import { drawn } from "@/test/drawn";
import { CustomsSpecView } from "./screens";

const party = (country: string) => ({ name: "Company", country });

test.each([
  ["CN", "KZ", ["境内发货人", "境外收货人"]],
  ["VN", "CN", ["境外发货人", "境内收货人"]],
])(
  "an exporter of %s and an importer of %s are called by the side of China's border on which they are",
  (from, to, words) => {
    const spec = customs.specSchema.parse({
      ...{ side: "both", exporterOfRecord: party(from), importerOfRecord: { ...party(to), taxId: "123" } },
    });
    const props = { spec } as Parameters<typeof CustomsSpecView>[0];
    const html = drawn(<CustomsSpecView {...props} />, {
      locale: "zh-CN",
      rooms: ["service-customs", "services", "ui"],
    });
    const shown = ["境内发货人", "境外发货人", "境内收货人", "境外收货人"].filter((word) => html.includes(word));
    expect(shown).toEqual(words);
  },
);
