import { useTranslations } from "next-intl";
import type { WordedFound, WordedItem } from "@/views/find";
import { Anchor, Button, Panel } from "../ui/blocks";
import { Field, TextInput } from "../ui/form/inputs";

const Q_MAX = 100;

/** What is looked for: a GET form, so that what was found is an address. */
export function FindForm({ action, q }: { readonly action: string; readonly q: string }) {
  const t = useTranslations("find");
  return (
    <form method="get" action={action} role="search" className="grid gap-3">
      <Field id="find-q" label={t("label")} help={t("field")} isRequired>
        {(wiring) => <TextInput {...wiring} type="search" name="q" maxLength={Q_MAX} defaultValue={q} />}
      </Field>
      <div>
        <Button variant="primary">{t("go")}</Button>
      </div>
    </form>
  );
}

function FoundItem({ item: { href, title, detail, number, language } }: { readonly item: WordedItem }) {
  return (
    <li>
      <Anchor className="find-item" href={href} {...(language && { hrefLang: language })}>
        {number && <b>{number}</b>}
        <span>{title}</span>
        {detail && <small>{detail}</small>}
      </Anchor>
    </li>
  );
}

/** What was found, a panel a kind, with the way to the list of all. */
export function FoundGroups({ found: { groups, said } }: { readonly found: WordedFound }) {
  return (
    <>
      {said && <p role="status">{said}</p>}
      {groups.map(({ kind, heading, items, all }) => (
        <Panel key={kind} title={heading} aside={all && <Anchor href={all.href}>{all.label}</Anchor>} isFlush>
          <ul className="find-found">
            {items.map((item) => (
              <FoundItem key={item.id} item={item} />
            ))}
          </ul>
        </Panel>
      ))}
    </>
  );
}
