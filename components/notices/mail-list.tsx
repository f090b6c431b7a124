import { QuietChip } from "@/components/ui/cells";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { TimeText } from "@/components/ui/time/time-text";
import type { KeptMail } from "@/views/notices";

type MailListProps = { readonly mails: readonly KeptMail[]; readonly zone: string; readonly ownAddress: string };

/** The text as it was written; a line that is an address of this market leads there. */
function MailText({ body, ownAddress }: { readonly body: string; readonly ownAddress: string }) {
  return body.split("\n").map((line, index) => (
    // Lines of a text that never changes: their place is their name.
    <Fragment key={`${index}:${line}`}>
      {line.startsWith(`${ownAddress}/`) ? <a href={line.slice(ownAddress.length)}>{line}</a> : line}
      {"\n"}
    </Fragment>
  ));
}

/** Every mail of the demo market; each opens in place. */
export function MailList({ mails, zone, ownAddress }: MailListProps) {
  const t = useTranslations("mail.mailbox");
  return (
    <ul className="mail-list" aria-label={t("title")}>
      {mails.map((mail) => (
        <li key={mail.id}>
          <details>
            <summary>
              <TimeText at={mail.at} zone={zone} />
              <span>
                <span className="sr-only">{t("to")}</span> {mail.to ?? t("withheld")}
              </span>
              <b lang={mail.locale}>{mail.subject}</b>
              <QuietChip icon="mail">{t(`state.${mail.state}`)}</QuietChip>
            </summary>
            <div className="mail-body" lang={mail.locale}>
              {mail.body === "" ? t("wiped") : <MailText body={mail.body} ownAddress={ownAddress} />}
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
