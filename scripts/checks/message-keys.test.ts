import { expect, test } from "vitest";
import { unknownKeys } from "./message-keys";

const WORDS = new Map([
  ["orders.title", "Orders"],
  ["orders.state.placed", "Placed"],
  ["common.save", "Save"],
]);

const unknown = (text: string) => unknownKeys({ path: "components/orders/order-head.tsx", text }, WORDS);

test.each([
  ["a plain key", 'const t = useTranslations("orders"); t("titel");'],
  ["a key read richly", 'const t = useTranslations("orders"); t.rich("titel", {});'],
  ["a key on the server", 'const t = await getTranslations({ locale, namespace: "orders" }); t("titel");'],
  ["a key under no namespace", 'const t = await getTranslations(); t("order.title");'],
  [
    "a key of a translator among others",
    'const [t, page] = await Promise.all([getTranslations("orders"), load()]); t("titel");',
  ],
  ["a key of a translator in a list", 'const [t, locale] = [await getTranslations("orders"), "en"]; t("titel");'],
  ["a template that begins as nothing does", 'const t = useTranslations("orders"); t(`stage.${state}`);'],
  ["one side of a choice", 'const t = useTranslations("orders"); t(isNew ? "title" : "titel");'],
])("%s without words is reported", (_, text) => {
  expect(unknown(text)).toHaveLength(1);
});

test("keys with words pass, computed ones by how they begin", () => {
  expect(
    unknown(
      'const t = useTranslations("orders"); const c = useTranslations("common"); t("title"); t(`state.${x}`); t(key); c("save");',
    ),
  ).toEqual([]);
});
